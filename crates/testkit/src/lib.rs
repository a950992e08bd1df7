//! For tests only: databases that end with the test, a clock that is set, randomness that repeats, faults on demand,
//! and, with their features, a running service with its people (`actors`) and a real browser (`browser`).
//!
//! What is missing on a machine is said and skipped; where `CI=true` it fails instead, so that nothing is skipped
//! unseen.

#![expect(clippy::panic, clippy::expect_used, clippy::print_stderr, reason = "a test's set-up fails loudly")]

#[cfg(feature = "actors")]
pub mod actors;
mod base32;
#[cfg(feature = "browser")]
pub mod browser;
mod clock;
mod database;
mod dump;
mod entropy;
mod faults;
mod postgres;
mod samples;
pub mod witness;

pub use base32::base32;
pub use clock::TestClock;
pub use database::TestDb;
pub use dump::Dump;
pub use entropy::SeededEntropy;
pub use faults::Faults;
pub use postgres::{PostgresDatabase, postgres_database};
pub use samples::samples;

/// Says that a part of a test is skipped; fails where nothing may be.
pub fn skipped(why: &str) {
    if std::env::var("CI").is_ok_and(|ci| ci == "true") {
        panic!("nothing may be skipped where CI=true, but {why}");
    }
    eprintln!("SKIPPED: {why}");
}

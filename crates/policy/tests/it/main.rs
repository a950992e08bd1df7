//! What the language promises, from outside.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test's helpers fail by panicking, like the test"
)]

mod articles;
mod canonical;
mod checks;
mod diff;
mod dpv;
mod drafts;
mod faults;
mod fixes;
mod identity;
mod language;
mod large;
mod layout;
mod levels;
mod lints;
mod near;
mod notices;
mod published;
mod reference;
mod regressions;
mod renderings;
mod reports;
mod schema;
mod services;
mod sodepac;
mod sources;
mod suite;
mod tilt;
mod wepack;

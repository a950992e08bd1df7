//! What the language promises, from outside.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail by panicking, like the test")]

mod diff;
mod faults;
mod identity;
mod large;
mod lints;
mod published;
mod reference;
mod renderings;
mod services;
mod suite;
mod wepack;

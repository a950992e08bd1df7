//! Abide's own database, on both engines.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod behind;
mod concurrency;
mod crash;
mod faults;
mod keys;
mod ledger;
mod migrations;
mod opening;
mod sample;
mod schema;
mod snapshots;
mod story;
mod submit;

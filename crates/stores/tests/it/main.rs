//! One conformance suite for every engine, over the Wepack shop's schema; then Northwind, as a company's real
//! database, row by row.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must stop"
)]

mod bench;
mod check;
mod database;
mod erase;
mod faults;
mod find;
mod northwind;
mod roles;
mod shop;
mod traps;

//! The ledger's tests: known vectors, and properties over arbitrary trees, notes and receipts.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

mod facts;
mod fixtures;
mod foreign;
mod notes;
mod receipts;
mod tiles;
mod trees;
mod witnesses;

//! The vault's tests: what opens, what is refused, what is shown, what is on disk.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

mod directory;
mod fixtures;
mod identifiers;
mod keys;
mod receipts;
mod seals;
mod silence;
mod streams;
mod vectors;

//! The gate's tests: Wepack's policy as examples, and a slow reference implementation as oracle.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

mod examples;
mod fixtures;
mod memory;
mod oracle;
mod properties;
mod reasons;
mod world;

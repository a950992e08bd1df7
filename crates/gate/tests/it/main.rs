//! The gate's tests: Wepack's policy as examples, and a slow reference implementation as oracle.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod examples;
mod fixtures;
mod oracle;
mod properties;

//! The client against a server in the test, and against the description of the interface.
#![expect(clippy::expect_used, reason = "a test that cannot go on says why and stops")]

mod asks;
mod description;
mod server;

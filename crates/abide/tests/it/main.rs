//! The binary as its users meet it: text cases for the command line, the server, and the whole path of a person in a
//! real browser.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says why and stops"
)]

mod backup;
mod begin;
mod browser;
mod cases;
mod check;
mod clients;
mod closed;
mod demo;
mod kill;
mod killed;
mod live;
mod lsp;
mod pipe;
mod proxy;
mod recipe;
mod serve;
mod staff;
mod versions;
mod visitor;
mod witness;

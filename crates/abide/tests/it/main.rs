//! The binary as its users meet it: text cases for the command line, the server, and the whole path of a person in a
//! real browser.

mod browser;
mod cases;
mod demo;
mod kill;

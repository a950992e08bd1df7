//! One conformance suite for every engine, over the Wepack shop's schema; then Northwind, as a company's real
//! database, row by row.

mod bench;
mod check;
mod database;
mod erase;
mod faults;
mod find;
mod northwind;
mod shop;
mod traps;

//! The duties on Wepack's policy, on SQLite and on PostgreSQL.

#![expect(clippy::panic, clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod accountability;
mod accounts;
mod answer_package;
mod audit;
mod collect;
mod ended;
mod fixture;
mod identity;
mod live;
mod mail;
mod outcome_lines;
mod receipts;
mod renewed;
mod rights_crash;
mod rights_decided;
mod rights_kit;
mod rights_lease;
mod rights_left;
mod rights_northwind;
mod rights_own;
mod rights_person;
mod rights_shop;
mod rights_store;
mod rights_twins;
mod standing;
mod team;
mod versions;

//! The duties on Wepack's policy, on SQLite and on PostgreSQL.

#![expect(clippy::panic, clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod accountability;
mod accounts;
mod answer_package;
mod audit;
mod collect;
mod consent;
mod doctor;
mod dossier;
mod ended;
mod enrol;
mod fenced;
mod fixture;
mod forced;
mod identity;
mod index_keys;
mod live;
mod lost;
mod mail;
mod outcome_lines;
mod queue;
mod receipts;
mod renewed;
mod restored;
mod resumed;
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
mod shredded;
mod standing;
mod stored;
mod swept;
mod team;
mod thief;
mod unsteady;
mod versions;
mod witnessed;

//! Abide's own database, on SQLite or PostgreSQL, behind one handle.
//!
//! Contract: [`Db::submit`] is the only way to write. One writer takes waiting units together into one transaction,
//! each in a savepoint, and acknowledges them when the commit is durable. The ledger's entries get their indexes
//! there, without gaps, also with several nodes on one PostgreSQL. Everything else reads.
//!
//! The service comes first in every table and key. Values are of four types (`value`), texts of statements are
//! constants (`sql`), only `engine` branches between the engines, and every column has a class (`classes.toml`).
//!
//! Absences: no clock, no randomness, no keys, no plain personal data: what is personal arrives sealed. No advisory
//! locks, no LISTEN, no SERIAL, so that engines that speak PostgreSQL's protocol can take over.

mod alone;
mod bulk;
mod classes;
pub mod demands;
pub mod doctor;
mod engine;
pub mod entries;
mod error;
pub mod examinations;
mod failure;
mod handle;
pub mod idempotency;
pub mod identifiers;
pub mod jobs;
pub mod keys;
pub mod leases;
pub mod links;
pub mod messages;
mod migrate;
pub mod outbox;
pub mod packages;
pub mod policies;
pub mod probe;
pub mod records;
pub mod refused_exports;
pub mod requests;
mod residue;
pub mod sessions;
pub mod snapshot;
mod sql;
pub mod staff;
pub mod standing;
pub mod steps;
pub mod subjects;
pub mod suppressions;
pub mod tokens;
mod unit;
mod value;
mod which;
mod writer;

pub use alone::Alone;
pub use classes::{Class, Column, classes};
pub use engine::Engine;
pub use error::{Error, Result};
pub use handle::{Check, Db};
pub use keys::KeyDb;
pub use unit::{NewEntry, NewMail, Submitted, Unchanged, Unit, Write};
pub use value::{EntryRef, Value};

/// The service that stands for the server itself: its staff accounts, its leases.
pub const SERVER: &str = "*";

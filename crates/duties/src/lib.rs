//! What the policy obliges, a folder each: collecting, receipts, identity, rights, mail,
//! accountability, accounts. Everything is done through a [`Service`], which carries the compiled
//! policy, Abide's database, the keys, the clock and the randomness.
//!
//! Contract: every change is one `db.submit` unit, acknowledged after its commit is durable; a
//! subject's keys are committed before their data.
//!
//! Absences: no SQL (that is `db` and `stores`), no HTTP, no SMTP, no reading of the machine's clock
//! or randomness, and no personal data in an error, a log line or an address of a page.

pub mod access;
pub mod accountability;
pub mod accounts;
pub(crate) mod address;
pub mod answer;
pub mod audit;
pub mod clock;
pub mod collect;
pub mod consent;
pub mod credentials;
pub mod doctor;
pub mod dossier;
pub mod enrol;
pub mod entries;
pub mod error;
pub mod evidence;
pub(crate) mod form_token;
pub mod identity;
pub mod ids;
pub mod jobs;
pub mod keys;
pub(crate) mod lease;
pub mod locks;
pub mod mail;
pub mod memory;
pub(crate) mod notice;
pub mod opt_outs;
pub mod published;
pub mod queue;
pub mod receipts;
pub mod restore;
pub mod rights;
pub mod service;
pub mod sharing;
pub mod standing;
pub mod startup;
pub mod subjects;
pub mod suppression;
pub mod throttle;
pub mod witness;

pub use clock::Clock;
pub use error::Error;
pub use keys::Keys;
pub use published::Published;
pub use service::{Parts, Service};
pub use startup::start;
pub use witness::Witness;

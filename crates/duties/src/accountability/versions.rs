//! The versions of the policy: publishing them in time, which one is in force, and the archive of all (SO-29, WX-24).
//!
//! Contract: a version is published once and never changed. It takes effect at the beginning of a day where the
//! controller is, and not before everybody has had the notice that the version in force promised. The version in force
//! is the one that took effect last, by the service's clock; what was recorded under a version keeps it. Going on using
//! the service after a change is no consent, and is recorded as nothing: the entry of the version is the notice (CN-15).
//!
//! Absences: sends nothing. Which ways of telling a version needs is returned to who publishes it.

mod archive;
mod current;
mod offer;
mod publish;

pub use archive::{Archived, Version, coming, find, list};
pub use current::Current;
pub use offer::{News, offer};
pub(crate) use publish::first;
pub use publish::{Published, Refused, publish};

use db::{Db, policies};
use jiff::Timestamp;
use policy::Policy;

use crate::error::Error;

/// The archived policy of that hash.
pub(crate) async fn of_hash(db: &Db, service: &str, hash: &[u8; 32]) -> Result<Option<Policy>, Error> {
    let row = policies::find(db, service, hash).await?;
    row.map(|row| archive::policy(&row)).transpose()
}

/// The policy in force at a moment; `None` where none was ever published.
///
/// # Errors
/// [`Error`], where the database does not answer or the archive is damaged.
pub async fn in_force(db: &Db, service: &str, at: Timestamp) -> Result<Option<Policy>, Error> {
    let row = policies::in_force(db, service, at).await?;
    row.map(|row| archive::policy(&row)).transpose()
}

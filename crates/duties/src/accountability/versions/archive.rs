//! Every version that was ever published.

use db::policies::{self, PolicyRow};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::Policy;

use crate::error::Error;
use crate::service::Service;

/// One version in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The day it is dated: names it.
    pub version: Date,
    /// The SHA-256 of its canonical form, as hexadecimal digits.
    pub hash: String,
    /// When it was published.
    pub published: Timestamp,
    /// From when on it is in force.
    pub from: Timestamp,
    /// Until when, where another took its place or will.
    pub until: Option<Timestamp>,
    /// The languages it speaks, the reference first.
    pub languages: Vec<String>,
}

impl Version {
    /// Whether it is in force at a moment.
    #[must_use]
    pub fn is_in_force(&self, at: Timestamp) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    /// Whether it never came into force: another was published for the same moment.
    #[must_use]
    pub fn never(&self) -> bool {
        self.until == Some(self.from)
    }
}

/// A version with what it says.
#[derive(Debug, Clone)]
pub struct Archived {
    /// What is known of it.
    pub about: Version,
    /// What it says.
    pub policy: Policy,
}

/// Every version, the one that comes into force last first.
///
/// # Errors
/// [`Error`], where the database does not answer or the archive is damaged.
pub async fn list(service: &Service) -> Result<Vec<Version>, Error> {
    Ok(all(service).await?.into_iter().map(|one| one.about).collect())
}

/// The version of this date (`2026-11-01`).
///
/// # Errors
/// As [`list`].
pub async fn find(service: &Service, version: Date) -> Result<Option<Archived>, Error> {
    Ok(all(service).await?.into_iter().find(|one| one.about.version == version))
}

/// The next version that comes into force.
///
/// # Errors
/// As [`list`].
pub async fn coming(service: &Service) -> Result<Option<Archived>, Error> {
    let Some(row) = policies::next(&service.db, &service.name, service.now()).await? else { return Ok(None) };
    let policy = policy(&row)?;
    Ok(Some(Archived { about: about(&row, &policy, None), policy }))
}

async fn all(service: &Service) -> Result<Vec<Archived>, Error> {
    let mut after: Option<Timestamp> = None;
    let mut found = Vec::new();
    for row in policies::list(&service.db, &service.name).await? {
        let policy = policy(&row)?;
        found.push(Archived { about: about(&row, &policy, after), policy });
        after = Some(row.effective_at);
    }
    Ok(found)
}

fn about(row: &PolicyRow, policy: &Policy, until: Option<Timestamp>) -> Version {
    Version {
        version: policy.version,
        hash: policy.hash_hex(),
        published: row.published_at,
        from: row.effective_at,
        until,
        languages: policy.languages.all().map(str::to_owned).collect(),
    }
}

/// What a row of the archive says.
pub(super) fn policy(row: &PolicyRow) -> Result<Policy, Error> {
    let policy = Policy::from_canonical(&row.canonical).map_err(|_| Error::Damaged("policy version"))?;
    if policy.hash == row.hash { Ok(policy) } else { Err(Error::Damaged("policy version")) }
}

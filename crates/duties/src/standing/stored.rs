//! The stored standing follows the ledger: behind its head, by stretches of bounded size, on whichever node comes first.
//!
//! It may lag. A question about one person is answered from the ledger itself, so no decision depends on the lag.

use std::collections::BTreeMap;

use db::entries::{self, Entry};
use db::standing as stored;
use uuid::Uuid;

use super::rows::Changes;
use crate::error::Error;
use crate::service::Service;

/// Entries that one unit follows: small enough that a consent which waits for the writer hardly notices.
const STRETCH: u64 = 1024;
/// The same when it is rebuilt.
const REBUILD: u64 = 16 * 1024;
/// Entries read before a stretch: the boxes of a form stand right before its record, in one unit.
const CONTEXT: u64 = 256;
/// How many stretches one round takes at most.
const ROUND: usize = 32;

/// How far the stored standing follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Followed {
    /// Entries it has followed.
    pub to: u64,
    /// Entries there are.
    pub size: u64,
}

impl Followed {
    /// Whether it has caught up.
    #[must_use]
    pub const fn is_level(&self) -> bool {
        self.to >= self.size
    }
}

/// Follows what is new, at most so much in one round. Another node that does so meanwhile is left to it.
///
/// # Errors
/// [`Error::Db`], where the database does not answer; what was followed stays.
pub async fn follow(service: &Service) -> Result<Followed, Error> {
    let mut followed = how_far(service).await?;
    for _ in 0..ROUND {
        if followed.is_level() {
            break;
        }
        match stretch(service, followed, STRETCH).await {
            Err(Error::Db(error)) if error.is_conflict() => return how_far(service).await,
            done => followed = done?,
        }
    }
    Ok(followed)
}

/// Follows one stretch of at most so many entries: what [`follow`] does again and again.
///
/// # Errors
/// [`Error::Db`]; a conflict means that another node was first.
pub async fn follow_up_to(service: &Service, most: u64) -> Result<Followed, Error> {
    let followed = how_far(service).await?;
    if followed.is_level() { Ok(followed) } else { stretch(service, followed, most).await }
}

/// Takes everything away and follows the ledger from its first entry. `told` hears how far it is, now and then.
///
/// # Errors
/// [`Error::Db`], where the database does not answer; run it again then.
pub async fn rebuild(service: &Service, mut told: impl FnMut(Followed)) -> Result<Followed, Error> {
    service.submit(service.unit().writes(stored::clear(&service.name))).await?;
    let mut followed = how_far(service).await?;
    while !followed.is_level() {
        followed = match stretch(service, followed, REBUILD).await {
            // a running server follows as well: go on from where it is
            Err(Error::Db(error)) if error.is_conflict() => how_far(service).await?,
            done => done?,
        };
        told(followed);
    }
    Ok(followed)
}

/// How far the stored standing follows.
///
/// # Errors
/// [`Error::Db`], where the database does not answer.
pub async fn how_far(service: &Service) -> Result<Followed, Error> {
    let head = entries::head(&service.db, &service.name).await?;
    Ok(Followed { to: head.stood, size: head.size })
}

/// Follows one stretch. Conflict: another node was first.
async fn stretch(service: &Service, followed: Followed, most: u64) -> Result<Followed, Error> {
    let from = followed.to;
    let to = followed.size.min(from + most);
    let before = from.saturating_sub(CONTEXT);
    let limit = u32::try_from(to - before).unwrap_or(u32::MAX);
    let read = entries::list(&service.db, &service.name, before, limit).await?;
    let changes = changes(service, read.into_iter().filter(|entry| entry.index < to), from);
    let unit = service.unit().write(stored::cover(&service.name, from, to));
    let unit = unit.writes(changes.into_writes(&service.name));
    service.submit(unit.write(stored::sweep(&service.name, from, to))).await?;
    Ok(Followed { to, ..followed })
}

/// What the entries from an index on change; those before it are there to be understood with.
fn changes(service: &Service, read: impl Iterator<Item = Entry>, from: u64) -> Changes {
    let mut of: BTreeMap<Uuid, Vec<Entry>> = BTreeMap::new();
    for entry in read {
        if let Some(subject) = entry.facts.subject {
            of.entry(subject).or_default().push(entry);
        }
    }
    let mut changes = Changes::default();
    for entries in of.into_values() {
        changes.follow(&service.name, &entries, from, u64::MAX);
    }
    changes
}

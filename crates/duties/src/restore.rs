//! After a restore: the database is brought to where the published ledger is, and whoever was erased since is erased
//! again, in Abide and in the company's stores, before anything is signed, decided or read out.
//!
//! Order: erasures again (rows, keys, stores), then the entries since, the last of them together with `restored` and its
//! counts. Stopped anywhere, the database is still behind and the next try goes on; nothing is done twice.
//!
//! A company's store restored from a backup of its own is cleansed by itself ([`cleanse`]).
//!
//! Absences: nothing is fetched from backups here, and no published file is changed but by [`force`].

mod forced;
mod stores;
mod tail;
mod verify;

use std::collections::{BTreeMap, BTreeSet};

use db::{NewEntry, leases, sessions, subjects};
use jiff::{SignedDuration, Timestamp};
use ledger::{Frontier, Kind, Leaf};
use serde::Serialize;
use uuid::Uuid;

use crate::accountability::{self, Stones};
use crate::published::Published;
use crate::{Service, entries, rights};
pub use forced::force;
pub use stores::cleanse;
pub use verify::{Verified, verify};

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody else is at it.
    #[error(
        "another process restores this service at this moment; wait until it is done, or until its half hour is over"
    )]
    Busy,
    /// No such store.
    #[error("there is no store `{0}`: the maps name others")]
    NoStore(String),
    /// There is nothing to override.
    #[error("the database is not behind the published ledger: there is nothing to override")]
    NotBehind,
    /// Rows of a store that were erased and came back could not be erased again.
    #[error("in the store `{store}` something of an erased person is left: {what}")]
    Left {
        /// The store.
        store: String,
        /// Tables and columns, no values.
        what: String,
    },
    /// The ledger and what it commits to do not fit.
    #[error("the restored database is not whole: {0}; restore another backup")]
    Broken(&'static str),
    /// The keys are older than the data.
    #[error(
        "{without} people have no key in the key database ({with} have): it is older than the data, and what they gave cannot be read; restore a backup of the keys made with or after the data's"
    )]
    KeysMissing {
        /// How many have none.
        without: u64,
        /// How many have.
        with: u64,
    },
    /// Beneath.
    #[error(transparent)]
    Duty(#[from] crate::Error),
    /// An erasure.
    #[error(transparent)]
    Rights(#[from] rights::Error),
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        Self::Duty(error.into())
    }
}

impl From<::stores::Error> for Error {
    fn from(error: ::stores::Error) -> Self {
        Self::Duty(error.into())
    }
}

/// What a replay did; it stands in the entry `restored`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Replayed {
    /// Entries the restored database had.
    pub from: u64,
    /// Entries it has now, without `restored` itself.
    pub to: u64,
    /// How many of each kind were replayed.
    pub kinds: BTreeMap<String, u64>,
    /// People who were erased again in Abide.
    pub erased: u64,
    /// Rows of people who were erased again, by store.
    pub stores: BTreeMap<String, u64>,
}

/// The lease of whoever restores, and how long it holds should the process die.
const LEASE: &str = "restore";
const LEASE_LASTS: SignedDuration = SignedDuration::from_mins(30);
/// Subjects looked at in one go.
const PAGE: u32 = 512;

/// Brings a restored database up to what is published. `None` where it is not behind.
///
/// # Errors
/// [`crate::Error::TailMissing`] or [`crate::Error::Forked`], where it cannot be done: then nothing was changed.
pub async fn replay(service: &Service) -> Result<Option<Replayed>, Error> {
    let Some(published) = service.published.clone() else { return Ok(None) };
    let Some(since) = behind(service, published.as_ref()).await? else { return Ok(None) };
    take(service).await?;
    let stones = Stones::read(service, published.as_ref()).await?;
    let mut done = Replayed { from: since.from, to: since.to, ..Replayed::default() };
    let begun = erase_again(service, &stones, &since.entries, &mut done).await?;
    for store in service.maps.iter().filter(|map| stones.concern(&map.store)) {
        done.stores.insert(store.store.clone(), stores::erase_again(service, &stones, store).await?);
    }
    tail::append(service, since.entries, begun, &mut done).await?;
    accountability::publish(service).await?;
    Ok(Some(done))
}

/// What happened since the database ends.
struct Since {
    from: u64,
    to: u64,
    entries: Vec<NewEntry>,
}

/// Reads it, and holds it against the published checkpoint: with these entries the database must come to that very root.
async fn behind(service: &Service, published: &dyn Published) -> Result<Option<Since>, Error> {
    let Some(last) = accountability::last_published(service).await? else { return Ok(None) };
    let head = db::entries::head(&service.db, &service.name).await?;
    if head.size >= last.size {
        return Ok(None);
    }
    let entries = accountability::entries_of(service, published, head.size, last.size).await?;
    let root = entries.iter().fold(head.frontier, appended).root();
    if root == last.root {
        Ok(Some(Since { from: head.size, to: last.size, entries }))
    } else {
        Err(crate::Error::Forked { size: last.size }.into())
    }
}

fn appended(mut tree: Frontier, entry: &NewEntry) -> Frontier {
    let body = ledger::sha256(entry.body.as_deref().unwrap_or_default());
    tree.append(Leaf::new(tree.size(), entry.commitment, body, entry.key).hash());
    tree
}

/// Whoever the ledger or a tombstone says was erased. Answers with those of whom only a tombstone says so: their erasure
/// had begun.
async fn erase_again(
    service: &Service,
    stones: &Stones,
    since: &[NewEntry],
    done: &mut Replayed,
) -> Result<Vec<Uuid>, Error> {
    let told: BTreeSet<Uuid> = since
        .iter()
        .filter(|entry| entry.facts.kind == Kind::SubjectErased)
        .filter_map(|entry| entry.facts.subject)
        .collect();
    let (mut after, mut begun) = (Uuid::nil(), Vec::new());
    loop {
        let page = subjects::list(&service.db, &service.name, after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(begun) };
        after = last.id;
        for subject in page {
            let by_stone = stones.name(subject.id)?;
            if !told.contains(&subject.id) && !by_stone {
                continue;
            }
            let active = subject.state == subjects::ACTIVE;
            if !active && service.keys.is_gone(subject.id).await? {
                continue;
            }
            rights::forget_again(service, subject.id).await?;
            done.erased += 1;
            if active && !told.contains(&subject.id) {
                begun.push(subject.id);
            }
        }
    }
}

/// One at a time; a process that died holds it for half an hour at most.
async fn take(service: &Service) -> Result<(), Error> {
    let now = service.now();
    let until = now.checked_add(LEASE_LASTS).unwrap_or(now);
    let write = leases::take(&service.name, LEASE, &service.instance.to_string(), until, now);
    match service.submit(service.unit().write(write)).await {
        Ok(_) => Ok(()),
        Err(crate::Error::Db(error)) if error.is_conflict() => Err(Error::Busy),
        Err(error) => Err(error.into()),
    }
}

/// Every session ends: what was signed out or closed since must not come back.
fn no_sessions(service: &Service) -> Vec<db::Write> {
    let every = |name: &str| sessions::purge(name, Timestamp::MAX);
    vec![every(&service.name), every(db::SERVER)]
}

/// That a restore happened, with what it did: concerns nobody.
fn restored(service: &Service, body: &impl Serialize) -> Result<NewEntry, Error> {
    let plain = serde_json::to_vec(body).map_err(|_| crate::Error::Damaged("counts of the restore"))?;
    let key = service.keys.service_evidence()?;
    let facts = entries::facts(service, Kind::Restored, None, entries::ABIDE);
    Ok(entries::entry(service, &key, facts, Some(&plain))?)
}

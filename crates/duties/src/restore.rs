//! After a restore: the database is brought to where the published ledger is, and whoever was erased since is erased
//! again, in Abide and in the company's stores, before anything is signed, decided or read out.
//!
//! Order: what can refuse is asked first; then the plan, durable before anything of it is done; erasures again (rows,
//! keys, stores); the entries since, the last of them together with `restored` and its counts. Stopped anywhere, the
//! database is still behind and the next try goes on with the plan; nothing is done twice.
//!
//! Whoever is at it holds a lease, renews it, and writes under its number only. What is the same is told by the trees'
//! roots, never by their sizes.
//!
//! A company's store restored from a backup of its own is cleansed by itself ([`cleanse`]).
//!
//! Absences: nothing is fetched from backups here, and no published file is changed but by [`force`].

mod forced;
mod plan;
mod stores;
mod tail;
mod verify;

use std::collections::{BTreeMap, BTreeSet};

use db::{NewEntry, sessions};
use jiff::{SignedDuration, Timestamp};
use ledger::{Frontier, Kind, Leaf};
use serde::Serialize;
use uuid::Uuid;

use crate::accountability::{self, Stones};
use crate::lease::Held;
use crate::published::Published;
use crate::{Service, entries, rights};
pub use forced::{Forced, force};
use plan::Plan;
pub use stores::cleanse;
pub use verify::{Verified, verify};

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody else is at it.
    #[error("another process restores this service at this moment; one that died is waited for two minutes")]
    Busy,
    /// No such store.
    #[error("there is no store `{0}`: the maps name others")]
    NoStore(String),
    /// There is nothing to override.
    #[error("the database continues what was published: there is nothing to override")]
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
    /// Rows of people who were erased again, by store: at least, where it was stopped in the middle of one.
    pub stores: BTreeMap<String, u64>,
}

/// The lease of whoever restores, and how long it holds should the process die: it is renewed in between.
const LEASE: &str = "restore";
const LEASE_LASTS: SignedDuration = SignedDuration::from_mins(2);
/// Brings a restored database up to what is published. `None` where it is not behind.
///
/// # Errors
/// [`crate::Error::TailMissing`] or [`crate::Error::Forked`], where it cannot be done: then nothing was changed.
/// [`Error::Busy`], while somebody else is at it.
pub async fn replay(service: &Service) -> Result<Option<Replayed>, Error> {
    let Some(published) = service.published.clone() else { return Ok(None) };
    if behind(service, published.as_ref()).await?.is_none() {
        plan::clear(service).await?;
        return Ok(None);
    }
    let mut lease = take(service).await?;
    let done = under(service, published.as_ref(), &mut lease).await;
    ended(lease, done).await
}

/// Under the lease: whoever had it before may have done all of it.
async fn under(
    service: &Service,
    published: &dyn Published,
    lease: &mut Held<'_>,
) -> Result<Option<Replayed>, Error> {
    let Some(since) = behind(service, published).await? else { return Ok(None) };
    let stones = Stones::read(service, published).await?;
    stores::connected(service, &stones)?;
    let mut plan = Plan::take_up(service, lease, since.from).await?;
    erase_again(service, lease, &stones, &mut plan, &since.told()).await?;
    let done = tail::append(service, lease, since, plan).await?;
    accountability::publish(service).await?;
    Ok(Some(done))
}

/// Whoever comes next need not wait, also where this was no use.
async fn ended<T>(lease: Held<'_>, done: Result<T, Error>) -> Result<T, Error> {
    let given = lease.give_back().await;
    let done = done?;
    given?;
    Ok(done)
}

/// What happened since the database ends.
struct Since {
    from: u64,
    to: u64,
    entries: Vec<NewEntry>,
}

impl Since {
    /// Whom it says was erased.
    fn told(&self) -> BTreeSet<Uuid> {
        let erased = self.entries.iter().filter(|entry| entry.facts.kind == Kind::SubjectErased);
        erased.filter_map(|entry| entry.facts.subject).collect()
    }
}

/// Reads it, and holds it against the published checkpoint: with these entries the database must come to that very root.
async fn behind(service: &Service, published: &dyn Published) -> Result<Option<Since>, Error> {
    let Some(last) = accountability::last_published(service).await? else { return Ok(None) };
    let head = db::entries::head(&service.db, &service.name).await?;
    if head.size >= last.size {
        // as large may be another
        accountability::check(service).await?;
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

/// Erases again whoever the ledger (`told`) or a tombstone says was erased: in Abide, then in the stores.
async fn erase_again(
    service: &Service,
    lease: &mut Held<'_>,
    stones: &Stones,
    plan: &mut Plan,
    told: &BTreeSet<Uuid>,
) -> Result<(), Error> {
    plan.look(service, stones, told).await?;
    plan.keep(service, lease).await?;
    for subject in plan.erase.clone() {
        lease.keep().await?;
        rights::forget_again(service, subject).await?;
    }
    for map in service.maps.iter().filter(|map| stones.concern(&map.store)) {
        if !plan.stores.contains_key(&map.store) {
            let count = stores::erase_again(service, lease, stones, map).await?;
            plan.stores.insert(map.store.clone(), count);
            plan.keep(service, lease).await?;
        }
    }
    Ok(())
}

/// One at a time.
async fn take(service: &Service) -> Result<Held<'_>, Error> {
    Held::take(service, LEASE, LEASE_LASTS).await?.ok_or(Error::Busy)
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

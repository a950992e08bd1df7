//! Tombstones: that something was erased, published before the first destructive call, so that a
//! restored backup knows what must go again. They name people, their identifiers and their rows in stores only by keyed
//! hashes. The key is the day's, which is in no database and no backup of one; where an erasure takes longer than that
//! key lives, it is sealed again under a later day's. It goes with the tombstone.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use ledger::Hash;
use serde::{Deserialize, Serialize};
use stores::Root;
use uuid::Uuid;
use vault::{Epoch, IdentifierKind, IndexKey, StoneKey};

use crate::error::Error;
use crate::published::Published;
use crate::service::Service;
use crate::subjects;

/// Where they stand in the published folder.
const FOLDER: &str = "tombstone";
/// Where keys of days stand that are needed longer than the day.
const KEYS: &str = "tombstone-key";
/// The only format.
const FORMAT: &str = "abide-tombstone-v2";

/// What is about to be erased.
pub struct Tombstone {
    /// What is erased: `everything`, or a purpose's name.
    pub scope: String,
    /// The subject whose identifiers are named by keyed hashes.
    pub subject: Uuid,
    /// The rows that are the person, by store.
    pub rows: Vec<(String, Root)>,
}

/// The published form.
#[derive(Serialize, Deserialize)]
struct Stone {
    format: String,
    id: Uuid,
    at: Timestamp,
    scope: String,
    /// The day whose key hashed what follows.
    day: u32,
    /// Keyed hash of the subject's id, under the service's own key: an id is random, nobody guesses it.
    subject: Hash,
    /// How its identifiers are hashed; none before there was a word for it, when only the kind stood before the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hashed: Option<String>,
    /// Keyed hashes of its identifiers.
    identifiers: Vec<Hash>,
    /// Keyed hashes of its rows, by store.
    #[serde(default)]
    rows: BTreeMap<String, BTreeSet<Hash>>,
}

/// The key of a day's tombstones, sealed under a later day's.
#[derive(Serialize, Deserialize)]
struct KeptKey {
    epoch: u32,
    sealed: Vec<u8>,
}

/// Publishes and syncs a tombstone, with everything committed so far: before the first destructive
/// call of an erasure. Returns the tombstone's id.
///
/// # Errors
/// [`Error`]; then nothing may be destroyed yet.
pub async fn publish_tombstone(service: &Service, tombstone: &Tombstone) -> Result<Uuid, Error> {
    let id = service.new_id();
    if let Some(published) = &service.published {
        let bytes = serde_json::to_vec(&stone(service, tombstone, id).await?)
            .map_err(|_| Error::Damaged("tombstone"))?;
        published.put(&format!("{FOLDER}/{id}.json"), &bytes).await?;
        published.sync().await?;
    }
    let committed = super::checkpoint(service).await?.size;
    let state = super::publish(service).await?;
    // another node may be publishing: what we need is not out before it is done
    let out = service.published.is_none() || state.published >= committed;
    if out { Ok(id) } else { Err(Error::Changed("published ledger")) }
}

/// Removes the published tombstones whose time is over, but those of the subjects in `waiting`; keeps the keys of those
/// that stay, and no others.
///
/// # Errors
/// [`Error`], where the published folder does not answer; the next round goes on.
pub(crate) async fn remove(
    service: &Service,
    waiting: &BTreeSet<Uuid>,
    over: impl Fn(Timestamp) -> bool,
) -> Result<(), Error> {
    let Some(published) = &service.published else { return Ok(()) };
    let key = service.keys.tombstone()?;
    let named: Result<BTreeSet<Hash>, Error> = waiting.iter().map(|id| named(&key, *id)).collect();
    let named = named?;
    let mut days = BTreeSet::new();
    for path in published.list(FOLDER).await? {
        let Some(stone) = read(published.as_ref(), &path).await? else { continue };
        if over(stone.at) && !named.contains(&stone.subject) {
            published.remove(&path).await?;
        } else {
            days.insert(Epoch(stone.day));
        }
    }
    keep_keys(service, published.as_ref(), &days).await?;
    Ok(published.sync().await?)
}

/// The keys of these days' tombstones under today's, the others gone.
async fn keep_keys(
    service: &Service,
    published: &dyn Published,
    days: &BTreeSet<Epoch>,
) -> Result<(), Error> {
    let today = service.keys.today(service.now(), service.entropy.as_ref())?;
    for day in days.iter().filter(|day| **day < today.epoch()) {
        let kept = kept(published, *day).await?;
        if kept.as_ref().is_some_and(|kept| Epoch(kept.epoch) >= today.epoch()) {
            continue;
        }
        let Some(key) = key_of(service, published, *day).await? else { continue };
        let sealed = today.wrap(&service.name, &key, service.entropy.as_ref())?;
        let kept = KeptKey { epoch: today.epoch().0, sealed };
        let bytes = serde_json::to_vec(&kept).map_err(|_| Error::Damaged("key of tombstones"))?;
        published.put(&key_path(*day), &bytes).await?;
    }
    for path in published.list(KEYS).await? {
        let day =
            path.rsplit('/').next().and_then(|name| name.strip_suffix(".json")?.parse().ok()).map(Epoch);
        if day.is_none_or(|day| !days.contains(&day)) {
            published.remove(&path).await?;
        }
    }
    Ok(())
}

/// The key of a day's tombstones: its day's, or as it was kept; none where both are gone.
async fn key_of(service: &Service, published: &dyn Published, day: Epoch) -> Result<Option<StoneKey>, Error> {
    if let Some(key) = service.keys.day(day)? {
        return Ok(Some(key.stones(&service.name)?));
    }
    let Some(kept) = kept(published, day).await? else { return Ok(None) };
    let Some(under) = service.keys.day(Epoch(kept.epoch))? else { return Ok(None) };
    Ok(Some(under.unwrap(&service.name, day, &kept.sealed)?))
}

async fn kept(published: &dyn Published, day: Epoch) -> Result<Option<KeptKey>, Error> {
    let bytes = published.get(&key_path(day)).await?;
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

fn key_path(day: Epoch) -> String {
    format!("{KEYS}/{day}.json")
}

async fn read(published: &dyn Published, path: &str) -> Result<Option<Stone>, Error> {
    let Some(bytes) = published.get(path).await? else { return Ok(None) };
    Ok(serde_json::from_slice::<Stone>(&bytes).ok().filter(|stone| stone.format == FORMAT))
}

fn named(key: &IndexKey, subject: Uuid) -> Result<Hash, Error> {
    Ok(Hash(key.index(&vault::normalise(IdentifierKind::Number, &subject.to_string())?)))
}

async fn stone(service: &Service, tombstone: &Tombstone, id: Uuid) -> Result<Stone, Error> {
    let today = service.keys.today(service.now(), service.entropy.as_ref())?;
    let key = today.stones(&service.name)?;
    let held = subjects::identifiers(service, tombstone.subject).await?;
    let mut rows: BTreeMap<String, BTreeSet<Hash>> = BTreeMap::new();
    for (store, root) in &tombstone.rows {
        rows.entry(store.clone()).or_default().insert(row_hash(&key, store, root)?);
    }
    Ok(Stone {
        format: FORMAT.to_owned(),
        id,
        at: service.now(),
        scope: tombstone.scope.clone(),
        day: key.day().0,
        subject: named(&service.keys.tombstone()?, tombstone.subject)?,
        hashed: Some(vault::IDENTIFIERS.to_owned()),
        identifiers: held.iter().map(|one| hashed(&key, one)).collect::<Result<_, Error>>()?,
        rows,
    })
}

fn hashed(key: &StoneKey, one: &subjects::Identifier) -> Result<Hash, Error> {
    Ok(Hash(key.identifier(&vault::normalise(one.kind, &one.value)?)))
}

fn row_hash(key: &StoneKey, store: &str, root: &Root) -> Result<Hash, Error> {
    let bytes = serde_json::to_vec(&(store, root)).map_err(|_| Error::Damaged("row of a store"))?;
    Ok(Hash(key.hash("row", &bytes)))
}

/// Every tombstone there is, for a replay.
pub(crate) struct Stones {
    /// Keyed hashes of subjects.
    subjects: BTreeSet<Hash>,
    /// The key of subjects' hashes.
    key: IndexKey,
    /// Keyed hashes of rows by store, with the key of their day.
    rows: BTreeMap<String, Vec<(StoneKey, BTreeSet<Hash>)>>,
}

impl Stones {
    /// Reads them.
    ///
    /// # Errors
    /// [`Error::StoneKeyGone`], where the key of one is gone and so nobody can tell whose rows must go.
    pub async fn read(service: &Service, published: &dyn Published) -> Result<Self, Error> {
        let mut subjects = BTreeSet::new();
        let mut rows: BTreeMap<(String, Epoch), BTreeSet<Hash>> = BTreeMap::new();
        for path in published.list(FOLDER).await? {
            let stone = read(published, &path).await?.ok_or(Error::Damaged("tombstone"))?;
            subjects.insert(stone.subject);
            for (store, hashes) in stone.rows {
                rows.entry((store, Epoch(stone.day))).or_default().extend(hashes);
            }
        }
        let mut by_store: BTreeMap<String, Vec<(StoneKey, BTreeSet<Hash>)>> = BTreeMap::new();
        for ((store, day), hashes) in rows {
            let key = key_of(service, published, day).await?.ok_or(Error::StoneKeyGone { day: day.0 })?;
            by_store.entry(store).or_default().push((key, hashes));
        }
        Ok(Self { subjects, key: service.keys.tombstone()?, rows: by_store })
    }

    /// Whether a tombstone names this subject.
    pub fn name(&self, subject: Uuid) -> Result<bool, Error> {
        Ok(!self.subjects.is_empty() && self.subjects.contains(&named(&self.key, subject)?))
    }

    /// Whether any names a row of this store.
    pub fn concern(&self, store: &str) -> bool {
        self.rows.contains_key(store)
    }

    /// Whether a tombstone names this row of a store.
    pub fn name_row(&self, store: &str, root: &Root) -> Result<bool, Error> {
        for (key, hashes) in self.rows.get(store).into_iter().flatten() {
            if hashes.contains(&row_hash(key, store, root)?) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

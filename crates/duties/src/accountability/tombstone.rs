//! Tombstones: that something was erased, published before the first destructive call, so that a
//! restored backup knows what must go again. Names identifiers only by hashes under a key of its own.

use std::collections::BTreeSet;

use jiff::Timestamp;
use ledger::Hash;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{IdentifierKind, IndexKey};

use crate::error::Error;
use crate::service::Service;
use crate::subjects;

/// Where they stand in the published folder.
const FOLDER: &str = "tombstone";

/// What is about to be erased.
pub struct Tombstone {
    /// What is erased: `everything`, or a purpose's name.
    pub scope: String,
    /// The subject whose identifiers are named by keyed hashes.
    pub subject: Uuid,
}

/// The published form.
#[derive(Serialize)]
struct Stone<'a> {
    format: &'static str,
    id: Uuid,
    at: Timestamp,
    scope: &'a str,
    /// Keyed hash of the subject's id.
    subject: Hash,
    /// Keyed hashes of its identifiers.
    identifiers: Vec<Hash>,
    key_version: u32,
}

/// What is read of it again, to know when it goes.
#[derive(Deserialize)]
struct Published {
    at: Timestamp,
    subject: Hash,
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

/// Removes the published tombstones whose time is over, but those of the subjects in `waiting`.
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
    for path in published.list(FOLDER).await? {
        let Some(bytes) = published.get(&path).await? else { continue };
        let Ok(stone) = serde_json::from_slice::<Published>(&bytes) else { continue };
        if over(stone.at) && !named.contains(&stone.subject) {
            published.remove(&path).await?;
        }
    }
    Ok(published.sync().await?)
}

fn named(key: &IndexKey, subject: Uuid) -> Result<Hash, Error> {
    hash(key, IdentifierKind::Number, &subject.to_string())
}

async fn stone<'a>(service: &Service, tombstone: &'a Tombstone, id: Uuid) -> Result<Stone<'a>, Error> {
    let key = service.keys.tombstone()?;
    let held = subjects::identifiers(service, tombstone.subject).await?;
    let hashes: Result<Vec<Hash>, Error> = held.iter().map(|one| hash(&key, one.kind, &one.value)).collect();
    Ok(Stone {
        format: "abide-tombstone-v1",
        id,
        at: service.now(),
        scope: &tombstone.scope,
        subject: named(&key, tombstone.subject)?,
        identifiers: hashes?,
        key_version: key.version(),
    })
}

fn hash(key: &IndexKey, kind: IdentifierKind, value: &str) -> Result<Hash, Error> {
    Ok(Hash(key.index(&vault::normalise(kind, value)?)))
}

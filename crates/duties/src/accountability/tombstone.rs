//! Tombstones: that something was erased, published before the first destructive call, so that a
//! restored backup knows what must go again. Names identifiers only by hashes under a key of its own.

use jiff::Timestamp;
use ledger::Hash;
use serde::Serialize;
use uuid::Uuid;
use vault::{IdentifierKind, IndexKey};

use crate::error::Error;
use crate::service::Service;
use crate::subjects;

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
        published.put(&format!("tombstone/{id}.json"), &bytes).await?;
        published.sync().await?;
    }
    let committed = super::checkpoint(service).await?.size;
    let state = super::publish(service).await?;
    // another node may be publishing: what we need is not out before it is done
    let out = service.published.is_none() || state.published >= committed;
    if out { Ok(id) } else { Err(Error::Changed("published ledger")) }
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
        subject: hash(&key, IdentifierKind::Number, &tombstone.subject.to_string())?,
        identifiers: hashes?,
        key_version: key.version(),
    })
}

fn hash(key: &IndexKey, kind: IdentifierKind, value: &str) -> Result<Hash, Error> {
    Ok(Hash(key.index(&vault::normalise(kind, value)?)))
}

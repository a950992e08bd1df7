//! Entries: the leaf against its hash, the facts against the leaf's commitment, the body against the leaf's hash.

use std::collections::BTreeMap;

use db::doctor as stored;
use db::entries::{self, Body, Entry};
use db::subjects;
use ledger::tile::Tile;
use ledger::{Hash, Leaf, sha256};
use uuid::Uuid;
use vault::SubjectKey;

use super::finding::Finding;
use super::pass::Pass;
use super::tree;
use crate::error::Error;
use crate::keys::KEY_VERSION;
use crate::service::Service;

/// Keys held at a time.
const HELD: usize = 1024;
/// A clock may go back that far without being told of.
const TOLERATED: jiff::SignedDuration = jiff::SignedDuration::from_secs(60);

/// Evidence keys of the subjects seen last.
#[derive(Clone, Default)]
pub(super) struct Keys(BTreeMap<Uuid, Known>);

/// What is known of a subject's key.
#[derive(Clone)]
enum Known {
    Key(std::sync::Arc<SubjectKey>),
    /// Erased: the key is gone as it should be.
    Erased,
    /// The subject is there and its key is not.
    Lost,
    /// There is no such subject.
    Nobody,
}

/// Looks at the entries from one index to another.
pub(super) async fn look(service: &Service, pass: &mut Pass, from: u64, to: u64) -> Result<(), Error> {
    let limit = u32::try_from(to - from).unwrap_or(u32::MAX);
    let leaves = entries::leaves(&service.db, &service.name, from, limit).await?;
    let mut leaves: BTreeMap<u64, (Leaf, Hash)> =
        leaves.into_iter().map(|(leaf, hash)| (leaf.index, (leaf, hash))).collect();
    let (read, damaged) = stored::facts(&service.db, &service.name, from, to).await?;
    let mut facts: BTreeMap<u64, Entry> = read.into_iter().map(|entry| (entry.index, entry)).collect();
    let bodies = entries::bodies(&service.db, &service.name, from, to).await?;
    let mut bodies: BTreeMap<u64, Body> = bodies.into_iter().map(|body| (body.entry, body)).collect();
    for index in damaged {
        pass.find(Finding::broken("facts-unreadable", "ledger_facts", "restore").at(index));
    }
    for index in from..to {
        let Some((leaf, hash)) = leaves.remove(&index) else {
            pass.find(Finding::broken("leaf-missing", "ledger_leaf", "restore").at(index));
            let hash = from_tile(service, index).await?.unwrap_or(Hash::ZERO);
            tree::append(service, pass, hash).await?;
            continue;
        };
        let hash = whole(service, pass, &leaf, hash).await?;
        body(pass, &leaf, bodies.get(&index), facts.contains_key(&index));
        match facts.remove(&index) {
            Some(entry) => opened(service, pass, &leaf, &entry, bodies.remove(&index)).await?,
            None => pass.gone += 1,
        }
        tree::append(service, pass, hash).await?;
    }
    Ok(())
}

/// The leaf fits its stored hash. Where not, the tile it is in says which of the two was changed.
async fn whole(service: &Service, pass: &mut Pass, leaf: &Leaf, stored: Hash) -> Result<Hash, Error> {
    let computed = leaf.hash();
    if computed == stored {
        return Ok(stored);
    }
    pass.find(Finding::broken("leaf-changed", "ledger_leaf", "tampered").at(leaf.index));
    Ok(from_tile(service, leaf.index).await?.filter(|hash| *hash == stored).unwrap_or(computed))
}

/// The leaf's hash as its full tile has it.
async fn from_tile(service: &Service, index: u64) -> Result<Option<Hash>, Error> {
    let number = index / ledger::tile::WIDTH;
    let Some(tile) = Tile::at(0, number, (number + 1) * ledger::tile::WIDTH) else { return Ok(None) };
    let bytes = match entries::tile(&service.db, &service.name, tile).await {
        Err(db::Error::Corrupt { .. }) => None,
        bytes => bytes?,
    };
    let at = usize::try_from(index % ledger::tile::WIDTH).unwrap_or_default() * 32;
    let hash = bytes.as_deref().and_then(|bytes| bytes.get(at..at + 32));
    Ok(hash.and_then(|hash| Hash::try_from(hash).ok()))
}

/// The sealed body is the one the leaf has the hash of.
fn body(pass: &mut Pass, leaf: &Leaf, body: Option<&Body>, facts: bool) {
    match body {
        Some(body) if sha256(&body.sealed) != leaf.body => {
            pass.find(Finding::broken("body-changed", "ledger_body.sealed", "tampered").at(leaf.index));
        }
        Some(body) if body.key_version != KEY_VERSION => {
            pass.find(Finding::broken("body-changed", "ledger_body.key_version", "tampered").at(leaf.index));
        }
        None if facts && leaf.body != sha256(b"") => {
            pass.find(Finding::broken("body-missing", "ledger_body", "restore").at(leaf.index));
        }
        _ => {}
    }
}

/// The facts are the ones the leaf commits to, under a key that is theirs.
async fn opened(
    service: &Service,
    pass: &mut Pass,
    leaf: &Leaf,
    entry: &Entry,
    body: Option<Body>,
) -> Result<(), Error> {
    stated(pass, entry);
    let key = match key(service, pass, entry.facts.subject).await? {
        Known::Key(key) => key,
        Known::Erased => {
            pass.sealed += 1;
            return Ok(());
        }
        Known::Lost => {
            pass.find(Finding::broken("key-missing", "subject_key", "keys").at(entry.index));
            return Ok(());
        }
        Known::Nobody => {
            pass.find(Finding::broken("facts-nobody", "ledger_facts.subject", "tampered").at(entry.index));
            return Ok(());
        }
    };
    pass.opened += 1;
    let salt = key.fact_salt(entry.facts.id)?;
    let changed = ledger::commit(&entry.facts, &salt) != leaf.facts || entry.key_version != KEY_VERSION;
    if changed {
        pass.find(Finding::broken("facts-changed", "ledger_facts", "tampered").at(entry.index));
    } else if body.is_some() && key.entry_key(entry.facts.id)?.commitment() != leaf.key {
        pass.find(Finding::broken("key-changed", "ledger_leaf.entry_key", "tampered").at(entry.index));
    }
    Ok(())
}

/// The policy it names is known, and time does not go back.
fn stated(pass: &mut Pass, entry: &Entry) {
    if let Some(policy) = entry.facts.policy
        && !pass.policies.contains(&policy)
        && pass.unknown.insert(policy)
    {
        pass.find(Finding::broken("policy-unknown", Hash(policy).to_string(), "policy").at(entry.index));
    }
    let at = entry.facts.at;
    if pass.last.is_some_and(|last| last.duration_since(at) > TOLERATED) {
        pass.find(Finding::look("clock-back", at.to_string(), "clock").at(entry.index));
    }
    // from here on: a clock that was set right is told of once
    pass.last = Some(at);
}

async fn key(service: &Service, pass: &mut Pass, subject: Option<Uuid>) -> Result<Known, Error> {
    let Some(subject) = subject else {
        return Ok(Known::Key(std::sync::Arc::new(service.keys.service_evidence()?)));
    };
    if let Some(known) = pass.keys.0.get(&subject) {
        return Ok(known.clone());
    }
    let known = match service.keys.evidence(subject).await {
        Ok(key) => Known::Key(std::sync::Arc::new(key)),
        Err(Error::Erased) => match subjects::find(&service.db, &service.name, subject).await? {
            None => Known::Nobody,
            Some(row) if row.state == subjects::ACTIVE => Known::Lost,
            Some(_) => Known::Erased,
        },
        Err(error) => return Err(error),
    };
    if pass.keys.0.len() >= HELD {
        pass.keys.0.clear();
    }
    pass.keys.0.insert(subject, known.clone());
    Ok(known)
}

//! Whether what was restored is whole: the ledger recomputed, what it commits to held against it, everybody's keys there.

use std::collections::{BTreeMap, btree_map};

use db::entries::{self, Entry};
use db::subjects;
use ledger::{Frontier, Leaf};
use uuid::Uuid;
use vault::SubjectKey;

use super::Error;
use crate::Service;

/// Entries looked at in one go.
const PAGE: u32 = 1024;
/// Keys held at a time.
const HELD: usize = 1024;

/// What was looked at, and found whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Verified {
    /// Entries, which come to the ledger's root.
    pub entries: u64,
    /// Sealed bodies whose hash stands in their leaf.
    pub bodies: u64,
    /// Facts that are what their leaf commits to.
    pub facts: u64,
    /// People who have their key.
    pub people: u64,
}

/// Looks at everything; `tell` hears of entries.
///
/// # Errors
/// [`Error::Broken`], where something is not what the ledger says; [`Error::KeysMissing`], where the key database is older
/// than the data.
pub async fn verify(service: &Service, tell: &(dyn Fn(u64) + Sync)) -> Result<Verified, Error> {
    let head = entries::head(&service.db, &service.name).await?;
    let (mut found, mut tree) = (Verified::default(), Frontier::new());
    while found.entries < head.size {
        let leaves = entries::leaves(&service.db, &service.name, found.entries, PAGE).await?;
        if leaves.is_empty() {
            return Err(broken("a leaf is missing"));
        }
        for (leaf, hash) in &leaves {
            if leaf.index != tree.size() || leaf.hash() != *hash {
                return Err(broken("a leaf was changed"));
            }
            tree.append(*hash);
        }
        page(service, &leaves, &mut found).await?;
        found.entries += leaves.len() as u64;
        tell(leaves.len() as u64);
    }
    if tree.root() != head.root {
        return Err(broken("the leaves do not come to the root"));
    }
    found.people = people(service).await?;
    Ok(found)
}

/// What the leaves of a page commit to.
async fn page(service: &Service, leaves: &[(Leaf, ledger::Hash)], found: &mut Verified) -> Result<(), Error> {
    let (db, name) = (&service.db, service.name.as_str());
    let from = found.entries;
    let at = |index: u64| leaves.get(usize::try_from(index - from).ok()?).map(|(leaf, _)| leaf);
    for body in entries::bodies(db, name, from, from + leaves.len() as u64).await? {
        let leaf = at(body.entry).ok_or_else(|| broken("a body belongs to no leaf"))?;
        if ledger::sha256(&body.sealed) != leaf.body {
            return Err(broken("a sealed body was changed"));
        }
        found.bodies += 1;
    }
    let mut keys = BTreeMap::new();
    for entry in entries::list(db, name, from, u32::try_from(leaves.len()).unwrap_or(PAGE)).await? {
        let Some(leaf) = at(entry.index) else { continue };
        let Some(key) = key_of(service, &mut keys, &entry).await? else { continue };
        let salt = key.fact_salt(entry.facts.id).map_err(crate::Error::from)?;
        if ledger::commit(&entry.facts, &salt) != leaf.facts {
            return Err(broken("an entry's facts were changed"));
        }
        found.facts += 1;
    }
    Ok(())
}

/// The evidence key of an entry's subject, or the service's; none where it is destroyed or was never restored.
async fn key_of<'a>(
    service: &Service,
    keys: &'a mut BTreeMap<Option<Uuid>, Option<SubjectKey>>,
    entry: &Entry,
) -> Result<Option<&'a SubjectKey>, Error> {
    let subject = entry.facts.subject;
    if keys.len() >= HELD {
        keys.clear();
    }
    let known = match keys.entry(subject) {
        btree_map::Entry::Occupied(known) => known.into_mut(),
        btree_map::Entry::Vacant(unknown) => unknown.insert(match subject {
            None => Some(service.keys.service_evidence()?),
            Some(subject) => match service.keys.evidence(subject).await {
                Ok(key) => Some(key),
                Err(crate::Error::Erased) => None,
                Err(error) => return Err(error.into()),
            },
        }),
    };
    Ok(known.as_ref())
}

/// Everybody who was not erased has a key.
async fn people(service: &Service) -> Result<u64, Error> {
    let (mut after, mut with, mut without) = (Uuid::nil(), 0, 0);
    loop {
        let page = subjects::list(&service.db, &service.name, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.id;
        for subject in page.iter().filter(|subject| subject.state == subjects::ACTIVE) {
            if service.keys.is_gone(subject.id).await? {
                without += 1;
            } else {
                with += 1;
            }
        }
    }
    if without == 0 { Ok(with) } else { Err(Error::KeysMissing { without, with }) }
}

const fn broken(what: &'static str) -> Error {
    Error::Broken(what)
}

//! Everyone's standing in memory, following the ledger: what the company's own code is answered from.
//!
//! Contract: an answer is never made from a state older than [`STALE_AFTER`]: then it is a denial that says so. A node
//! follows by asking where the ledger's head is, and folds anew whoever has entries since; it never guesses from a
//! single entry. It knows the ledger again by its last leaf and its root: another one, however long, is not gone on with;
//! everything is denied until it was read from its beginning. While a ledger is shorter than what was seen of it, nothing
//! is answered.
//!
//! Absences: no file (a snapshot is bytes that whoever runs the node keeps), no thread (a loop of the node's calls
//! [`follow`]).

mod load;
mod snapshot;

use std::collections::BTreeSet;

use db::entries::Head;
use gate::Standing;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::fold;
use crate::error::Error;
use crate::memory::Seen;
use crate::service::Service;

pub use crate::memory::Reached;
pub use snapshot::{restore, save};

/// How old the state may be that an answer is made from.
pub const STALE_AFTER: SignedDuration = SignedDuration::from_secs(1);

/// How many entries are read at once.
const PAGE: u32 = 1_000;
/// How many entries are followed, and how many people are folded, before the gate is told.
const STRETCH: u16 = 16_384;

/// Catches up with the ledger; the first time, and under another policy, by reading all of it.
///
/// # Errors
/// [`Error::Db`]; [`Error::Behind`] where the ledger is shorter than what was seen of it: then the state grows stale, and
/// is not answered from. [`Error::OtherLedger`]: nothing is known any more, and the next time all of it is read.
pub async fn follow(service: &Service) -> Result<Reached, Error> {
    let fresh_until = service.now().checked_add(STALE_AFTER).unwrap_or(Timestamp::MAX);
    let head = db::entries::head(&service.db, &service.name).await?;
    let rules = service.rules();
    let Some(seen) = service.live.seen(rules.policy) else {
        return load::all(service, &rules, &head, fresh_until).await;
    };
    if head.size < seen.position {
        return Err(Error::Behind { database: head.size, published: seen.position });
    }
    if !goes_on(service, &head, &seen).await? {
        service.live.forget();
        return Err(Error::OtherLedger { size: seen.position });
    }
    let anew = service.live.take_anew();
    let reached = advance(service, &anew, seen, &head, fresh_until).await;
    if reached.is_err() {
        service.live.again(anew);
    }
    reached
}

/// Whether the ledger is the one that was seen.
async fn goes_on(service: &Service, head: &Head, seen: &Seen) -> Result<bool, Error> {
    match seen.root {
        Some(root) if head.size == seen.position => Ok(head.root.0 == root),
        _ => Ok(leaf(service, seen.position).await? == seen.leaf),
    }
}

/// Folds these, and whoever has entries since; stretch by stretch, and fresh only at the end.
async fn advance(
    service: &Service,
    anew: &[Uuid],
    mut seen: Seen,
    head: &Head,
    fresh_until: Timestamp,
) -> Result<Reached, Error> {
    let mut changed = 0;
    for some in anew.chunks(STRETCH.into()) {
        let standings = folded(service, some.iter().copied()).await?;
        changed += standings.len();
        service.live.advance(standings, seen, None).ok_or(Error::NotFound("gate"))?;
    }
    loop {
        let to = head.size.min(seen.position + u64::from(STRETCH));
        let standings = folded(service, touched(service, seen.position, to).await?).await?;
        changed += standings.len();
        if to > seen.position {
            seen = Seen { position: to, leaf: leaf(service, to).await?, root: None };
        }
        let last = to == head.size;
        seen.root = last.then_some(head.root.0);
        let reached = service.live.advance(standings, seen, last.then_some(fresh_until));
        let reached = reached.ok_or(Error::NotFound("gate"))?;
        if last {
            return Ok(Reached { changed, ..reached });
        }
    }
}

/// The hash of the last leaf before a place; zeros where there is none.
async fn leaf(service: &Service, position: u64) -> Result<[u8; 32], Error> {
    let Some(last) = position.checked_sub(1) else { return Ok([0; 32]) };
    let found = db::entries::leaf(&service.db, &service.name, last).await?;
    Ok(found.map_or([0; 32], |(_, hash)| hash.0))
}

/// Whose entries stand between two places of the ledger.
async fn touched(service: &Service, from: u64, size: u64) -> Result<BTreeSet<Uuid>, Error> {
    let (mut found, mut next) = (BTreeSet::new(), from);
    while next < size {
        let entries = db::entries::list(&service.db, &service.name, next, PAGE).await?;
        let Some(last) = entries.last().map(|entry| entry.index) else { break };
        found.extend(
            entries.iter().filter(|entry| entry.index < size).filter_map(|entry| entry.facts.subject),
        );
        next = last + 1;
    }
    Ok(found)
}

/// The standing of each, from all of their entries.
async fn folded(
    service: &Service,
    subjects: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<(Uuid, Standing)>, Error> {
    let mut standings = Vec::new();
    for subject in subjects {
        let entries = db::entries::list_of(&service.db, &service.name, subject).await?;
        standings.push((subject, fold(&entries)));
    }
    Ok(standings)
}

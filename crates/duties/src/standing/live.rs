//! Everyone's standing in memory, following the ledger: what the company's own code is answered from.
//!
//! Contract: an answer is never made from a state older than [`STALE_AFTER`]: then it is a denial that says so. A node
//! follows by asking where the ledger's head is, and folds anew whoever has entries since; it never guesses from a
//! single entry. A ledger that got shorter is another one: nothing is answered until it is the right one again.
//!
//! Absences: no file (a snapshot is bytes that whoever runs the node keeps), no thread (a loop of the node's calls
//! [`follow`]).

mod load;
mod snapshot;

use std::collections::BTreeSet;

use gate::Standing;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::fold;
use crate::error::Error;
use crate::service::Service;

pub use crate::memory::Reached;
pub use snapshot::{restore, save};

/// How old the state may be that an answer is made from.
pub const STALE_AFTER: SignedDuration = SignedDuration::from_secs(1);

/// How many entries are read at once.
const PAGE: u32 = 1_000;

/// Catches up with the ledger; the first time, and under another policy, by reading all of it.
///
/// # Errors
/// [`Error::Db`]; [`Error::Behind`] where the ledger is shorter than what was seen of it. Then the state grows stale,
/// and is not answered from.
pub async fn follow(service: &Service) -> Result<Reached, Error> {
    let fresh_until = service.now().checked_add(STALE_AFTER).unwrap_or(Timestamp::MAX);
    let size = db::entries::head(&service.db, &service.name).await?.size;
    let rules = service.rules();
    let Some(position) = service.live.position(rules.policy) else {
        return load::all(service, &rules, size, fresh_until).await;
    };
    if size < position {
        return Err(Error::Behind { database: size, published: position });
    }
    let mut subjects: BTreeSet<Uuid> = service.live.take_anew().into_iter().collect();
    let kept = subjects.clone();
    let standings = async {
        if size > position {
            subjects.extend(touched(service, position, size).await?);
        }
        folded(service, &subjects).await
    };
    match standings.await {
        Ok(standings) => service.live.advance(standings, size, fresh_until).ok_or(Error::NotFound("gate")),
        Err(error) => {
            service.live.again(kept);
            Err(error)
        }
    }
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
async fn folded(service: &Service, subjects: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Standing)>, Error> {
    let mut standings = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let entries = db::entries::list_of(&service.db, &service.name, *subject).await?;
        standings.push((*subject, fold(&entries)));
    }
    Ok(standings)
}

//! Reading the whole ledger once: each entry goes to its subject, then each subject is folded.

use std::collections::BTreeMap;
use std::sync::Arc;

use db::entries::Entry;
use gate::{Gate, Rules};
use jiff::Timestamp;
use uuid::Uuid;

use super::{PAGE, Reached, fold};
use crate::error::Error;
use crate::service::Service;

/// A gate of everybody in the ledger up to `size`.
pub(super) async fn all(
    service: &Service,
    rules: &Arc<Rules>,
    size: u64,
    fresh_until: Timestamp,
) -> Result<Reached, Error> {
    let people = read(service, size).await?;
    let mut gate = Gate::new(Rules::clone(rules));
    gate.reserve(people.len());
    let mut latest = Timestamp::MIN;
    for (subject, entries) in people {
        let standing = fold(&entries);
        latest = latest.max(standing.latest.unwrap_or(latest));
        gate.set(subject.into_bytes(), standing);
    }
    gate.reached(size, latest, fresh_until);
    let reached = Reached { position: size, people: gate.len(), changed: gate.len() };
    service.live.replace(gate, Vec::new());
    Ok(reached)
}

async fn read(service: &Service, size: u64) -> Result<BTreeMap<Uuid, Vec<Entry>>, Error> {
    let (mut people, mut next) = (BTreeMap::<Uuid, Vec<Entry>>::new(), 0);
    while next < size {
        let entries = db::entries::list(&service.db, &service.name, next, PAGE).await?;
        let Some(last) = entries.last().map(|entry| entry.index) else { break };
        for entry in entries.into_iter().filter(|entry| entry.index < size) {
            if let Some(subject) = entry.facts.subject {
                people.entry(subject).or_default().push(entry);
            }
        }
        next = last + 1;
        tracing::debug!(entries = next, of = size, people = people.len(), "the gate reads the ledger");
    }
    Ok(people)
}

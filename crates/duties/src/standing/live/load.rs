//! Reading the whole ledger once, person by person, so that no more of it is in memory than a page and one person's
//! entries; beside the gate itself.

use std::sync::Arc;

use db::entries::{Entry, Head};
use db::subjects;
use gate::{Gate, Rules};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Reached, STRETCH, folded, leaf, touched};
use crate::error::Error;
use crate::memory::Seen;
use crate::service::Service;
use crate::standing::fold;

/// How many entries are read at once.
const PAGE: u32 = 4_096;

/// A gate being filled.
struct Filling {
    gate: Gate,
    latest: Timestamp,
}

/// A gate of everybody in the ledger up to its head.
pub(super) async fn all(
    service: &Service,
    rules: &Arc<Rules>,
    head: &Head,
    fresh_until: Timestamp,
) -> Result<Reached, Error> {
    let mut filling = Filling { gate: Gate::new(Rules::clone(rules)), latest: Timestamp::MIN };
    filling.gate.reserve(people(service).await?);
    let indexed = indexed(service, head).await?;
    by_person(service, &mut filling).await?;
    rest(service, &mut filling, indexed, head.size).await?;
    let Filling { mut gate, latest } = filling;
    gate.reached(head.size, latest, fresh_until);
    let reached = Reached { position: head.size, people: gate.len(), changed: gate.len() };
    let seen = Seen {
        position: head.size,
        leaf: leaf(service, head.size).await?.unwrap_or_default(),
        root: Some(head.root.0),
    };
    service.live.replace(gate, Vec::new(), seen);
    Ok(reached)
}

/// How many people there are, about: room for them is taken at once.
async fn people(service: &Service) -> Result<usize, Error> {
    let mut count = 0;
    for state in [subjects::ACTIVE, subjects::ERASED] {
        count += subjects::count(&service.db, &service.name, state).await?;
    }
    Ok(usize::try_from(count).unwrap_or(0))
}

/// How far the per-subject index reaches: near enough to the head that the rest is read whole.
async fn indexed(service: &Service, head: &Head) -> Result<u64, Error> {
    if head.size - head.indexed.min(head.size) <= u64::from(STRETCH) {
        return Ok(head.indexed);
    }
    service.db.index(&service.name).await?;
    Ok(db::entries::head(&service.db, &service.name).await?.indexed)
}

/// Everybody's entries by the index.
async fn by_person(service: &Service, filling: &mut Filling) -> Result<(), Error> {
    let (mut from, mut of) = ((Uuid::nil(), 0), Vec::<Entry>::new());
    loop {
        let page = db::entries::list_by_subject(&service.db, &service.name, from, PAGE).await?;
        let Some((subject, index)) = page.last().and_then(|last| Some((last.facts.subject?, last.index)))
        else {
            filling.put(&of);
            return Ok(());
        };
        from = (subject, index + 1);
        for entry in page {
            if of.last().is_some_and(|last| last.facts.subject != entry.facts.subject) {
                filling.put(&of);
                of.clear();
            }
            of.push(entry);
        }
        tracing::debug!(people = filling.gate.len(), "the gate reads the ledger");
    }
}

/// Those with entries that the index does not have yet: anew, from all of theirs.
async fn rest(service: &Service, filling: &mut Filling, from: u64, to: u64) -> Result<(), Error> {
    for (subject, standing) in folded(service, touched(service, from, to).await?).await? {
        filling.set(subject, standing);
    }
    Ok(())
}

impl Filling {
    /// One person, by all of their entries.
    fn put(&mut self, entries: &[Entry]) {
        if let Some(subject) = entries.first().and_then(|first| first.facts.subject) {
            self.set(subject, fold(entries));
        }
    }

    fn set(&mut self, subject: Uuid, standing: gate::Standing) {
        self.latest = self.latest.max(standing.latest.unwrap_or(self.latest));
        self.gate.set(subject.into_bytes(), standing);
    }
}

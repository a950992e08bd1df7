//! What a replay is about to do, durable before it does any of it: stopped anywhere, the next try knows whom it had begun
//! to erase, and what it had done. The plan goes with the unit that says that it is carried out.
//!
//! It names people by their ids, as their rows do, and only as long as it is under way.

use std::collections::{BTreeMap, BTreeSet};

use db::jobs::{self, Job};
use db::{Write, subjects};
use jiff::SignedDuration;
use ledger::Kind;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Error;
use crate::accountability::{Start, Stones};
use crate::lease::Held;
use crate::{Service, entries};

/// The kind of its job.
const KIND: &str = "replay";
/// Its id: a service has one at a time.
const ID: Uuid = Uuid::from_bytes(*b"abide-replay-one");
/// When whoever carries jobs out would look at it.
const NEVER: SignedDuration = SignedDuration::from_hours(24 * 365 * 100);
/// Subjects looked at in one go.
const PAGE: u32 = 512;

/// The plan, and how far it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Plan {
    /// Entries the restored database had.
    pub from: u64,
    /// How many entries of each kind were replayed so far.
    pub kinds: BTreeMap<String, u64>,
    /// Whoever is erased again.
    pub erase: BTreeSet<Uuid>,
    /// Rows that were erased again, by store that is done.
    pub stores: BTreeMap<String, u64>,
    /// Where publishing goes on, where a ledger is broken off, and which end of it that is.
    pub start: Option<(String, Start)>,
    /// Whether that end was put aside.
    pub aside: bool,
    /// Whether `restored` is on the ledger.
    pub written: bool,
}

impl Plan {
    /// The one that was begun, or a new one of a database with so many entries.
    pub async fn take_up(service: &Service, lease: &Held<'_>, from: u64) -> Result<Self, Error> {
        if let Some(row) = jobs::find(&service.db, &service.name, ID).await? {
            let payload = row.payload.as_deref().unwrap_or_default();
            return Ok(serde_json::from_str(payload).map_err(|_| crate::Error::Damaged("plan of a replay"))?);
        }
        let plan = Self { from, ..Self::default() };
        let now = service.now();
        let row = Job {
            id: ID,
            kind: KIND.to_owned(),
            payload: Some(plan.json()?),
            state: jobs::WAITING.to_owned(),
            attempts: 0,
            created_at: now,
            // nobody but a replay carries it on
            next_at: now.checked_add(NEVER).unwrap_or(now),
            done_at: None,
            error: None,
            lease_owner: None,
            lease_until: None,
            lease_epoch: 0,
        };
        let unit = service.unit().write(lease.fence()).write(jobs::insert(&service.name, &row));
        service.submit(unit).await?;
        Ok(plan)
    }

    /// How far it is: for the unit that does it.
    pub fn write(&self, service: &Service) -> Result<Write, Error> {
        Ok(jobs::go_on(&service.name, ID, &self.json()?))
    }

    /// Makes how far it is durable.
    pub async fn keep(&self, service: &Service, lease: &Held<'_>) -> Result<(), Error> {
        let unit = service.unit().write(lease.fence()).write(self.write(service)?);
        service.submit(unit).await?;
        Ok(())
    }

    /// Whomever the ledger (`told`) or a tombstone says was erased and who is there still.
    pub async fn look(
        &mut self,
        service: &Service,
        stones: &Stones,
        told: &BTreeSet<Uuid>,
    ) -> Result<(), Error> {
        let mut after = Uuid::nil();
        loop {
            let page = subjects::list(&service.db, &service.name, after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.id;
            for subject in page {
                let named = told.contains(&subject.id) || stones.name(subject.id)?;
                let there = subject.state == subjects::ACTIVE || !service.keys.is_gone(subject.id).await?;
                if named && there {
                    self.erase.insert(subject.id);
                }
            }
        }
    }

    /// Those whose erasure only a tombstone tells of, because it had begun and no more: the ledger is told too. `told` it
    /// will be of the others.
    pub async fn begun(&self, service: &Service, told: &BTreeSet<Uuid>) -> Result<Vec<db::NewEntry>, Error> {
        let mut all = Vec::new();
        for subject in self.erase.difference(told) {
            let known = db::entries::list_of(&service.db, &service.name, *subject).await?;
            if known.iter().any(|entry| entry.facts.kind == Kind::SubjectErased) {
                continue;
            }
            let key = match service.keys.evidence(*subject).await {
                // nothing of theirs can be proven any more, their erasure neither
                Err(crate::Error::Erased) => continue,
                key => key?,
            };
            let facts = entries::facts(service, Kind::SubjectErased, Some(*subject), entries::ABIDE);
            all.push(entries::entry(service, &key, facts, None)?);
        }
        Ok(all)
    }

    fn json(&self) -> Result<String, Error> {
        Ok(serde_json::to_string(self).map_err(|_| crate::Error::Damaged("plan of a replay"))?)
    }
}

/// The plan goes: for the unit that carries the last of it out.
pub(super) fn over(service: &Service) -> Write {
    jobs::delete(&service.name, ID)
}

/// A plan that was carried out but for its own end goes.
pub(super) async fn clear(service: &Service) -> Result<(), Error> {
    if jobs::find(&service.db, &service.name, ID).await?.is_some() {
        service.submit(service.unit().write(over(service))).await?;
    }
    Ok(())
}

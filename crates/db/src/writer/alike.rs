//! Units that only append entries for somebody who must be there, once under their key: consents. What they ask of the
//! database is asked for the whole batch at once, so that they need no savepoint and no statement of their own.
//!
//! INVARIANT: the head of their service is locked, and everything that writes locks it. So what is read here stays true
//! until the commit, but for what the batch itself writes: after a unit that writes more than these do, nobody is taken
//! to be there any more, and the rest of its service's units ask for themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::bulk::{Bulk, Lookup};
use crate::engine::Tx;
use crate::error::Result;
use crate::sql::args;
use crate::subjects;
use crate::unit::{Does, Submitted, Unit};
use crate::value::{Cell, Value};

type Key = [u8; 32];

const FIRST: Lookup = Lookup {
    name: "idempotency.FIRST_OF",
    one: "SELECT hash, first_entry, entries FROM idempotency WHERE service = $1 AND hash =",
};
const ACTIVE: Lookup = Lookup {
    name: "subjects.ACTIVE_OF",
    one: "SELECT id FROM subject WHERE service = $1 AND state = 'active' AND id =",
};

/// Keeps the keys of several units.
pub(crate) const ONCE: Bulk = Bulk {
    name: "idempotency.ONCE_OF",
    head: "INSERT INTO idempotency (service, hash, first_entry, entries, at, lasting) VALUES ",
    tail: "",
    columns: 6,
};

/// What is looked for.
pub(crate) const LOOKUPS: [Lookup; 2] = [FIRST, ACTIVE];

/// What the batch's units need to know.
#[derive(Default)]
pub(super) struct Known {
    /// Whether it was asked at all: for one unit it is not worth it.
    asked: bool,
    first: BTreeMap<(String, Key), Submitted>,
    active: BTreeSet<(String, Vec<u8>)>,
    /// Keys of units that were accepted and are not kept yet.
    keys: Vec<Vec<Value>>,
}

impl Known {
    /// Asks for all units of the batch that are alike.
    pub(super) async fn of(tx: &mut Tx, units: &[Unit]) -> Result<Self> {
        let mut known = Self::default();
        let alike: Vec<&Unit> = units.iter().filter(|unit| held(unit).is_some()).collect();
        if alike.len() < 2 {
            return Ok(known);
        }
        known.asked = true;
        let services: BTreeSet<&str> = alike.iter().map(|unit| unit.service.as_str()).collect();
        for service in services {
            let of = || alike.iter().filter(|unit| unit.service == service);
            let keys: BTreeSet<Key> = of().filter_map(|unit| unit.idempotency).collect();
            known.ask_keys(tx, service, keys).await?;
            let ids: BTreeSet<Vec<u8>> = of().flat_map(|unit| held(unit).unwrap_or_default()).collect();
            known.ask_ids(tx, service, ids).await?;
        }
        Ok(known)
    }

    async fn ask_keys(&mut self, tx: &mut Tx, service: &str, keys: BTreeSet<Key>) -> Result<()> {
        let ids: Vec<Value> = keys.iter().map(Cell::to_value).collect();
        for row in FIRST.look(tx, service, &ids).await? {
            let mut cells = row.cells("idempotency");
            let (key, first, count): (Key, u64, u64) =
                (cells.take("hash")?, cells.take("first_entry")?, cells.take("entries")?);
            let submitted = Submitted { indexes: (first..first + count).collect(), repeated: true };
            self.first.insert((service.to_owned(), key), submitted);
        }
        Ok(())
    }

    async fn ask_ids(&mut self, tx: &mut Tx, service: &str, ids: BTreeSet<Vec<u8>>) -> Result<()> {
        let ids: Vec<Value> = ids.into_iter().map(Value::Blob).collect();
        for row in ACTIVE.look(tx, service, &ids).await? {
            self.active.insert((service.to_owned(), row.one("id")?));
        }
        Ok(())
    }

    /// What becomes of a unit that is like the others, at the next index; none for one that needs a savepoint.
    pub(super) fn decide(&mut self, unit: &Unit, next: u64) -> Option<Submitted> {
        let held = held(unit).filter(|_| self.asked)?;
        if !held.into_iter().all(|id| self.active.contains(&(unit.service.clone(), id))) {
            return None;
        }
        let Some(key) = unit.idempotency else { return Some(fresh(unit, next)) };
        let place = (unit.service.clone(), key);
        if let Some(first) = self.first.get(&place) {
            return Some(first.clone());
        }
        let done = fresh(unit, next);
        self.first.insert(place, Submitted { repeated: true, ..done.clone() });
        let (count, lasting) = (done.indexes.len() as u64, i64::from(unit.lasting));
        self.keys.push(args![unit.service, key, next, count, unit.at, lasting]);
        Some(done)
    }

    /// A unit that was written in its savepoint: the next one with its key is a repetition, and who was there before it
    /// may be gone.
    pub(super) fn note(&mut self, unit: &Unit, done: &Submitted) {
        self.active.retain(|(service, _)| *service != unit.service);
        if let Some(key) = unit.idempotency {
            self.first.insert((unit.service.clone(), key), Submitted { repeated: true, ..done.clone() });
        }
    }

    /// Keeps the keys accepted so far: before anybody else looks for them, and before the commit.
    pub(super) async fn keep(&mut self, tx: &mut Tx) -> Result<()> {
        let keys = std::mem::take(&mut self.keys);
        if keys.is_empty() { Ok(()) } else { ONCE.insert(tx, &keys).await.map(|_| ()) }
    }
}

fn fresh(unit: &Unit, next: u64) -> Submitted {
    let count = unit.entries.len() as u64;
    Submitted { indexes: (next..next + count).collect(), repeated: false }
}

/// The subjects that must be there, of a unit that asks nothing else; none of any other unit.
fn held(unit: &Unit) -> Option<Vec<Vec<u8>>> {
    if !unit.outbox.is_empty() || unit.entries.is_empty() || unit.unchanged.is_some() {
        return None;
    }
    let id = |write: &crate::Write| match &write.does {
        Does::One(sql, args, _) if sql.name == subjects::HOLD.name => match args.as_slice() {
            [Value::Text(service), Value::Blob(id)] if *service == unit.service => Some(id.clone()),
            _ => None,
        },
        _ => None,
    };
    unit.writes.iter().map(id).collect()
}

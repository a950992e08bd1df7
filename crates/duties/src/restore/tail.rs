//! The entries since, in their places; the last unit carries `restored` as well, so that there is no moment at which the
//! database is no longer behind and does not say why.

use std::collections::BTreeSet;

use db::requests::{self, Request};
use db::{NewEntry, Unit, Write, subjects};
use jiff::Timestamp;
use ledger::Kind;
use uuid::Uuid;

use super::plan::{self, Plan};
use super::{Error, Held, Replayed, Since, no_sessions, restored};
use crate::Service;
use crate::rights::RequestState;
use crate::sharing::demand;
use crate::suppression;

/// Entries in one unit.
const BATCH: usize = 256;

/// Appends them. A unit closes the requests that its entries close, and says how far the plan is: whatever was written
/// before the process ended is whole.
pub(super) async fn append(
    service: &Service,
    lease: &mut Held<'_>,
    since: Since,
    mut plan: Plan,
) -> Result<Replayed, Error> {
    let told = since.told();
    let (mut next, mut left) = (since.from, since.entries.as_slice());
    loop {
        let (batch, after) = left.split_at(left.len().min(BATCH));
        for entry in batch {
            *plan.kinds.entry(entry.facts.kind.as_str().to_owned()).or_default() += 1;
        }
        let mut unit = service.unit().writes(closed(service, batch).await?).writes(stopped(service, batch)?);
        for entry in batch {
            unit = unit.writes(demand::given(service, entry).await?);
        }
        unit.entries = batch.to_vec();
        let done = after.is_empty();
        let unit = if done {
            last(service, unit, lease, &plan, &told, since.to).await?
        } else {
            unit.write(lease.fence()).write(plan.write(service)?)
        };
        let placed = service.submit(unit).await?.indexes;
        if placed.first() != Some(&next) {
            return Err(crate::Error::Changed("ledger").into());
        }
        if done {
            return Ok(replayed(&plan, since.to));
        }
        (next, left) = (next + batch.len() as u64, after);
    }
}

/// With the last entries: who had begun to be erased, `restored`, and the end of sessions, plan and lease.
async fn last(
    service: &Service,
    mut unit: Unit,
    lease: &Held<'_>,
    plan: &Plan,
    told: &BTreeSet<Uuid>,
    to: u64,
) -> Result<Unit, Error> {
    unit.entries.extend(plan.begun(service, told).await?);
    unit.entries.push(restored(service, &replayed(plan, to))?);
    Ok(unit.writes(no_sessions(service)).write(plan::over(service)).write(lease.release()))
}

fn replayed(plan: &Plan, to: u64) -> Replayed {
    Replayed {
        from: plan.from,
        to,
        kinds: plan.kinds.clone(),
        erased: plan.erase.len() as u64,
        stores: plan.stores.clone(),
    }
}

/// Requests that these entries close are closed: of everybody whose every request was, as their entries tell by number.
async fn closed(service: &Service, batch: &[NewEntry]) -> Result<Vec<Write>, Error> {
    let (mut writes, mut seen) = (Vec::new(), BTreeSet::new());
    for entry in batch.iter().filter(|entry| entry.facts.kind == Kind::RequestClosed) {
        let Some(subject) = entry.facts.subject else { continue };
        let Some(row) = named(service, subject, entry).await? else { continue };
        if row.closed_at.is_none() && seen.insert(row.id) {
            writes.push(requests::update(&service.name, &over(row, entry.facts.at)));
        }
    }
    Ok(writes)
}

/// Who these entries say must not come back is stopped again: the rows are not in the backup, their hashes are in the
/// entries.
fn stopped(service: &Service, batch: &[NewEntry]) -> Result<Vec<Write>, Error> {
    let mut writes = Vec::new();
    for entry in batch {
        writes.extend(suppression::again(service, entry)?);
    }
    Ok(writes)
}

/// The request an entry is about: its body says so, sealed under the person's evidence key.
async fn named(service: &Service, subject: Uuid, entry: &NewEntry) -> Result<Option<Request>, Error> {
    if subjects::find(&service.db, &service.name, subject).await?.is_none() {
        return Ok(None);
    }
    let (Ok(key), Some(sealed)) = (service.keys.evidence(subject).await, &entry.body) else {
        return Ok(None);
    };
    let opened = key.entry_key(entry.facts.id).and_then(|key| key.open(&service.name, sealed));
    let Ok(plain) = opened else { return Ok(None) };
    let body: serde_json::Value = serde_json::from_slice(&plain).unwrap_or_default();
    let id = body.get("request").and_then(serde_json::Value::as_str).and_then(|id| id.parse().ok());
    let Some(id) = id else { return Ok(None) };
    Ok(requests::find(&service.db, &service.name, id).await?)
}

fn over(mut row: Request, at: Timestamp) -> Request {
    row.state = RequestState::Done.as_str().to_owned();
    row.closed_at = Some(at);
    row
}

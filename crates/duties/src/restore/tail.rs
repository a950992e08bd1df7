//! The entries since, in their places; the last unit carries `restored` as well, so that there is no moment at which the
//! database is no longer behind and does not say why.

use db::requests::{self, Request};
use db::{NewEntry, Write, subjects};
use jiff::Timestamp;
use ledger::Kind;
use uuid::Uuid;

use super::{Error, Replayed, no_sessions, restored};
use crate::rights::RequestState;
use crate::{Service, entries};

/// Entries in one unit.
const BATCH: usize = 256;

/// Appends them. `begun` are people whose erasure only a tombstone tells of: the ledger is told too.
pub(super) async fn append(
    service: &Service,
    since: Vec<NewEntry>,
    begun: Vec<Uuid>,
    done: &mut Replayed,
) -> Result<(), Error> {
    for entry in &since {
        *done.kinds.entry(entry.facts.kind.as_str().to_owned()).or_default() += 1;
    }
    let closed = closed(service, &since).await?;
    let mut next = done.from;
    let mut batches = since.chunks(BATCH).peekable();
    while let Some(batch) = batches.next() {
        let mut unit = service.unit();
        unit.entries = batch.to_vec();
        if batches.peek().is_none() {
            for subject in &begun {
                let key = service.keys.evidence(*subject).await?;
                let facts = entries::facts(service, Kind::SubjectErased, Some(*subject), entries::ABIDE);
                unit.entries.push(entries::entry(service, &key, facts, None)?);
            }
            unit.entries.push(restored(service, &done)?);
            unit.writes = [no_sessions(service), closed.clone()].concat();
        }
        let placed = service.submit(unit).await?.indexes;
        if placed.first() != Some(&next) {
            return Err(crate::Error::Changed("ledger").into());
        }
        next += batch.len() as u64;
    }
    Ok(())
}

/// Requests that were closed since are closed: of everybody whose every request was, as their entries tell by number.
async fn closed(service: &Service, since: &[NewEntry]) -> Result<Vec<Write>, Error> {
    let mut writes = Vec::new();
    for entry in since.iter().filter(|entry| entry.facts.kind == Kind::RequestClosed) {
        let Some(subject) = entry.facts.subject else { continue };
        let Some(row) = named(service, subject, entry).await? else { continue };
        if row.closed_at.is_none() {
            writes.push(requests::update(&service.name, &over(row, entry.facts.at)));
        }
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

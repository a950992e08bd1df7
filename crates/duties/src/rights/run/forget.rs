//! Abide's own part of an erasure: the person's rows, then their data key, then a second look.

use db::steps::{self, Step};
use db::suppressions::Suppression;
use db::{
    NewEntry, Unit, Write, identifiers, links, messages, outbox, packages, records, requests, sessions,
    standing,
};
use db::{subjects, tokens};
use ledger::Kind;
use uuid::Uuid;

use super::{left, twins};
use crate::accountability::{Tombstone, publish_tombstone};
use crate::rights::finish::Finish;
use crate::rights::loaded::Loaded;
use crate::rights::outcomes::Did;
use crate::rights::points::point;
use crate::rights::{Error, Result};
use crate::suppression::{self, Origin};
use crate::{Service, entries, identity};

/// Deletes, destroys, looks again. Each part may be repeated.
pub(super) async fn forget(service: &Service, request: &Loaded, step: &Step) -> Result<Finish> {
    let subject = request.row.subject;
    let mut unit = Unit::new(&service.name, service.now())
        .writes(deletions(service, subject, Some(request.row.id)).await?);
    let twins = twins::twins(service, subject).await?;
    let mut stop = stopped(service, std::iter::once(&subject).chain(&twins)).await?;
    if let (Some((write, entry)), false) = (&stop, twins.is_empty()) {
        // before their keys go: afterwards nobody can read what named them
        service.submit(service.unit().write(write.clone()).entry(entry.clone())).await?;
        stop = None;
    }
    for twin in &twins {
        // INVARIANT: before the unit: afterwards nothing would find them, should the process end in between
        destroy(service, *twin).await?;
        unit = unit.writes(deletions(service, *twin, Some(request.row.id)).await?);
        unit = unit.write(subjects::erase(&service.name, *twin, service.now()));
        let evidence = service.keys.evidence(*twin).await?;
        let facts = entries::facts(service, Kind::SubjectErased, Some(*twin), entries::ABIDE);
        unit = unit.entry(entries::entry(service, &evidence, facts, None)?);
    }
    if let Some((write, entry)) = stop {
        unit = unit.write(write).entry(entry);
    }
    let known = subjects::get(&service.db, &service.name, subject).await?;
    if known.state == subjects::ACTIVE {
        let entry =
            request.entry(service, Kind::SubjectErased, entries::ABIDE, serde_json::Value::Null).await?;
        unit = unit.write(subjects::erase(&service.name, subject, service.now())).entry(entry);
    }
    point("forget-rows:before")?;
    service.db.submit(unit).await?;
    point("forget-rows:after")?;
    service.keys.destroy_data(subject).await?;
    point("destroy-key:after")?;
    shed(service).await?;
    for one in std::iter::once(subject).chain(twins) {
        verify(service, one, request.row.id).await?;
    }
    let tables =
        step.counts.as_ref().and_then(|counts| serde_json::from_str(counts).ok()).unwrap_or_default();
    Ok(Finish::plain(Did::Forgot { tables }))
}

/// What they showed to be theirs is stopped from coming in by an import, from the moment it is gone. Nothing of an address
/// somebody merely typed: it may be another's. A second try, after the rows went, finds nothing to add.
async fn stopped<'a>(
    service: &Service,
    subjects: impl Iterator<Item = &'a Uuid>,
) -> Result<Option<(Write, NewEntry)>> {
    let mut rows: Vec<Suppression> = Vec::new();
    for subject in subjects {
        for one in erased(service, *subject).await?.iter().filter(|one| one.verified) {
            let identifier = vault::normalise(one.kind, &one.value).map_err(crate::Error::from)?;
            let row = suppression::row(service, &identifier, None, Origin::Erasure, service.now())?;
            if !rows.iter().any(|other| other.hash == row.hash) {
                rows.push(row);
            }
        }
    }
    if rows.is_empty() { Ok(None) } else { Ok(Some(suppression::put(service, &rows)?)) }
}

/// The identifiers of somebody whose key may be gone already.
async fn erased(service: &Service, subject: Uuid) -> Result<Vec<crate::subjects::Identifier>> {
    match crate::subjects::identifiers(service, subject).await {
        Err(crate::Error::Erased) => Ok(Vec::new()),
        found => Ok(found?),
    }
}

/// Somebody whose erasure was carried out, or begun, before this database was restored from an older backup. Nothing is
/// written on the ledger: it was, and is replayed.
pub(crate) async fn forget_again(service: &Service, subject: Uuid) -> Result<()> {
    let mut unit = Unit::new(&service.name, service.now()).writes(deletions(service, subject, None).await?);
    if subjects::get(&service.db, &service.name, subject).await?.state == subjects::ACTIVE {
        unit = unit.write(subjects::erase(&service.name, subject, service.now()));
    }
    service.db.submit(unit).await?;
    service.keys.destroy_data(subject).await?;
    shed(service).await?;
    verify(service, subject, Uuid::nil()).await
}

/// Logs beside the databases hold older pages; they go now, or where somebody is reading them with the hourly round.
async fn shed(service: &Service) -> Result<()> {
    service.db.shed().await?;
    service.keys.shed().await?;
    Ok(())
}

/// Another subject of the same person: their tombstone, then their key.
async fn destroy(service: &Service, twin: Uuid) -> Result<()> {
    match service.keys.data(twin).await {
        Err(crate::Error::Erased) => return Ok(()),
        key => drop(key?),
    }
    let stone = Tombstone { scope: "everything".to_owned(), subject: twin, rows: vec![] };
    publish_tombstone(service, &stone).await?;
    Ok(service.keys.destroy_data(twin).await?)
}

/// Everything of the subject but what is evidence: the ledger's entries, and that requests were made and when. `by` is
/// the request that erases them.
async fn deletions(service: &Service, subject: Uuid, by: Option<Uuid>) -> Result<Vec<Write>> {
    let name = service.name.as_str();
    let mut writes = vec![
        records::delete_of(name, subject),
        identifiers::delete_of(name, subject),
        links::delete_of(name, subject),
        standing::delete_of(name, subject),
        sessions::delete_of(name, subject),
        tokens::delete_of(name, subject),
        outbox::delete_of(name, subject),
        requests::forget_of(name, subject),
    ];
    writes.extend(identity::erased(service, subject).await?);
    for row in requests::list_of(&service.db, name, subject).await? {
        writes.extend([messages::delete_of(name, row.id), packages::delete_of(name, row.id)]);
        // that request's own: each step's is emptied as it is done, the last letter's address is still needed
        if Some(row.id) != by {
            writes.push(steps::forget_of(name, row.id));
        }
    }
    Ok(writes)
}

/// Only nothing left closes the step.
async fn verify(service: &Service, subject: Uuid, request: Uuid) -> Result<()> {
    let left = left::left(service, subject, request).await?;
    if !left.is_empty() {
        return Err(Error::Unfinished(format!(
            "after the erasure something is left in Abide: {}",
            left.join(", ")
        )));
    }
    match service.keys.data(subject).await {
        Err(crate::Error::Erased) => Ok(()),
        Err(error) => Err(error.into()),
        Ok(_) => Err(Error::Unfinished("the data key is still there".to_owned())),
    }
}

//! Finding the subject of an address, or preparing a new one. A new subject's keys are durable when
//! the claim returns; its rows come with the caller's unit.

use db::{NewEntry, Write, identifiers, subjects};
use tokio::sync::MutexGuard;
use uuid::Uuid;
use vault::Identifier;

use super::place;
use crate::error::Error;
use crate::keys::{KEY_VERSION, SubjectKeys};
use crate::service::Service;
use crate::suppression;

/// A subject to write for.
pub(crate) struct Claim<'a> {
    /// The subject.
    pub subject: Uuid,
    /// Its keys.
    pub keys: SubjectKeys,
    /// Whether it was there before.
    pub known: bool,
    /// The rows the unit must write: the subject, its identifiers, their verification.
    pub writes: Vec<Write>,
    /// The entries the unit must write: what they said no to before they were here.
    pub entries: Vec<NewEntry>,
    /// INVARIANT: held until the unit is acknowledged, so that one address becomes one subject.
    _lock: Option<MutexGuard<'a, ()>>,
}

/// The subject that has the first of the identifiers, else a new one; the identifiers it lacks are
/// added. Only the first one finds: a shared telephone must not join two people.
///
/// # Errors
/// [`Error`], where a database or the key source does not answer.
pub(crate) async fn claim<'a>(
    service: &'a Service,
    given: &[Identifier],
    verified: bool,
    lang: &str,
) -> Result<Claim<'a>, Error> {
    let Some(first) = given.first() else { return fresh(service, given, verified, lang, None).await };
    // whatever key it is hashed with at this moment: while one is being replaced there are two
    let named = [first.kind().as_str().as_bytes(), &[0], first.as_str().as_bytes()].concat();
    let lock = service.locks.hold(&ledger::sha256(&named).0).await;
    let rows = super::found_by(service, first).await?;
    let mut subjects: Vec<Uuid> =
        rows.iter().filter(|row| row.verified_at.is_some()).chain(&rows).map(|row| row.subject).collect();
    subjects.dedup();
    for subject in subjects {
        if let Some(keys) = present(service, subject).await? {
            let (writes, entries) = missing(service, subject, &keys, given, verified).await?;
            return Ok(Claim { subject, keys, known: true, writes, entries, _lock: lock });
        }
    }
    fresh(service, given, verified, lang, lock).await
}

/// The keys of a subject that is there; none of one that is being erased: what comes now is a new person's.
async fn present(service: &Service, subject: Uuid) -> Result<Option<SubjectKeys>, Error> {
    let row = subjects::find(&service.db, &service.name, subject).await?;
    if row.is_none_or(|row| row.state != subjects::ACTIVE) {
        return Ok(None);
    }
    match service.keys.subject(subject).await {
        Ok(keys) => Ok(Some(keys)),
        Err(Error::Erased) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn fresh<'a>(
    service: &Service,
    given: &[Identifier],
    verified: bool,
    lang: &str,
    lock: Option<MutexGuard<'a, ()>>,
) -> Result<Claim<'a>, Error> {
    let (subject, now) = (service.new_id(), service.now());
    let keys = service.keys.create_subject(subject, now, service.entropy.as_ref()).await?;
    let row = subjects::Subject {
        id: subject,
        state: subjects::ACTIVE.to_owned(),
        lang: lang.to_owned(),
        created_at: now,
        erased_at: None,
    };
    let (mut writes, mut entries) = (vec![subjects::insert(&service.name, &row)], vec![]);
    for identifier in given {
        writes.push(insert(service, subject, &keys, identifier, verified)?);
        entries.extend(suppression::objections(service, &keys.evidence, subject, identifier).await?);
    }
    Ok(Claim { subject, keys, known: false, writes, entries, _lock: lock })
}

/// What gives a known subject what it lacks of these identifiers.
async fn missing(
    service: &Service,
    subject: Uuid,
    keys: &SubjectKeys,
    given: &[Identifier],
    verified: bool,
) -> Result<(Vec<Write>, Vec<NewEntry>), Error> {
    let known = identifiers::list(&service.db, &service.name, subject).await?;
    // INVARIANT: first in the unit: it fails where the subject is erased before it is written.
    let (mut writes, mut entries) = (vec![subjects::hold(&service.name, subject)], vec![]);
    for identifier in given {
        let blinds = super::blinds(service, identifier)?;
        let same = |row: &&identifiers::Identifier| {
            row.kind == identifier.kind().as_str() && row.blind.is_some_and(|blind| blinds.contains(&blind))
        };
        match known.iter().find(same) {
            Some(row) if verified && row.verified_at.is_none() => {
                writes.push(identifiers::verify(&service.name, row.id, service.now()))
            }
            Some(_) => continue,
            None => writes.push(insert(service, subject, keys, identifier, verified)?),
        }
        // An address that anybody may have typed says nothing about what this person said no to.
        if verified {
            let new = suppression::objections_since(service, &keys.evidence, subject, identifier).await?;
            entries.extend(new);
        }
    }
    Ok((writes, entries))
}

fn insert(
    service: &Service,
    subject: Uuid,
    keys: &SubjectKeys,
    identifier: &Identifier,
    verified: bool,
) -> Result<Write, Error> {
    let (id, now) = (service.new_id(), service.now());
    let index = service.keys.index(identifier.kind())?;
    let row = identifiers::Identifier {
        id,
        subject,
        kind: identifier.kind().as_str().to_owned(),
        blind: Some(index.index(identifier)),
        index_version: index.version(),
        sealed: keys.data.seal(
            &place(&service.name, id),
            identifier.as_str().as_bytes(),
            service.entropy.as_ref(),
        )?,
        key_version: KEY_VERSION,
        verified_at: verified.then_some(now),
        created_at: now,
    };
    Ok(identifiers::insert(&service.name, &row))
}

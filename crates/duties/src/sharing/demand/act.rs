//! Asking, approving, refusing, giving out.

use std::collections::BTreeMap;

use db::demands::{self, Approval, Demand};
use db::{NewEntry, Write, subjects};
use ledger::Kind;
use uuid::Uuid;

use super::show::{self, Case, draft, place};
use super::{Draft, NotDone, RECIPIENT, State, lacks, needed, weigh};
use crate::accounts::{Role, Staff};
use crate::entries;
use crate::error::Error;
use crate::keys::KEY_VERSION;
use crate::service::Service;
use crate::sharing::held;

/// Asks for somebody's data; its id.
///
/// # Errors
/// [`NotDone::Lacks`]; [`Error::Forbidden`] for less than support; [`Error::Erased`].
pub async fn ask(service: &Service, by: &Staff, subject: Uuid, draft: &Draft) -> Result<Uuid, NotDone> {
    by.must_be(Role::Support)?;
    if let Some(lacks) = lacks(&service.policy, draft).into_iter().next() {
        return Err(lacks.into());
    }
    let (id, key) = (service.new_id(), service.keys.evidence(subject).await?);
    let plain = serde_json::to_vec(&draft.named).map_err(|_| Error::Damaged("demand"))?;
    let plain = zeroize::Zeroizing::new(plain);
    let sealed = key.seal(&place(service, id), &plain, service.entropy.as_ref()).map_err(Error::from)?;
    let demand = Demand {
        id,
        subject,
        ground: draft.ground.as_str().to_owned(),
        state: State::Open.as_str().to_owned(),
        asked_by: by.id,
        asked_at: service.now(),
        needed: needed(&service.policy),
        closed_by: None,
        closed_at: None,
        disclosed: None,
        sealed,
        key_version: KEY_VERSION,
        revision: 0,
    };
    let unit = service.unit().write(subjects::hold(&service.name, subject));
    service.submit(unit.write(demands::insert(&service.name, &demand))).await.map_err(gone)?;
    Ok(id)
}

/// Approves it: never who asked, and nobody twice.
///
/// # Errors
/// [`NotDone`]; [`Error::Forbidden`] for less than a privacy lead.
pub async fn approve(service: &Service, by: &Staff, id: Uuid) -> Result<(), NotDone> {
    by.must_be(Role::PrivacyLead)?;
    let mut row = open(service, id).await?;
    let given = demands::approvals(&service.db, &service.name, id).await?;
    if row.asked_by == by.id || given.iter().any(|one| one.staff == by.id) {
        return Err(NotDone::OwnEyes);
    }
    row.state = State::Open.as_str().to_owned();
    let approval = Approval { demand: id, staff: by.id, at: service.now() };
    let unit = service.unit().write(demands::approve(&service.name, &approval));
    Ok(service.submit(unit.write(demands::update(&service.name, &row))).await.map(drop).map_err(raced)?)
}

/// Refuses it: nothing will be given out.
///
/// # Errors
/// As [`approve`]; who asked may take it back so.
pub async fn refuse(service: &Service, by: &Staff, id: Uuid) -> Result<(), NotDone> {
    by.must_be(Role::Support)?;
    let mut row = open(service, id).await?;
    if row.asked_by != by.id {
        by.must_be(Role::PrivacyLead)?;
    }
    close(service, &mut row, by, State::Refused);
    let unit = service.unit().write(demands::update(&service.name, &row));
    Ok(service.submit(unit).await.map(drop).map_err(raced)?)
}

/// Gives the named fields out, once, after they stand on the ledger with the ground, the authority and who approved.
///
/// # Errors
/// [`NotDone`]; then nothing left, and nothing was written.
pub async fn give(service: &Service, by: &Staff, id: Uuid) -> Result<BTreeMap<String, String>, NotDone> {
    by.must_be(Role::Support)?;
    let mut row = open(service, id).await?;
    let case = show::read(service, row.clone()).await?;
    let approvers: Vec<Uuid> = case.approvals.iter().map(|one| one.staff).collect();
    if let Some(lacks) = weigh(&service.policy, &case.draft, row.asked_by, &approvers) {
        return Err(lacks.into());
    }
    let wanted = |field: &str| case.draft.named.fields.iter().any(|named| named == field);
    let fields = held(service, row.subject, |field, _| wanted(field)).await?;
    if fields.is_empty() {
        return Err(NotDone::Nothing);
    }
    let key = service.keys.evidence(row.subject).await?;
    let mut facts = entries::facts(service, Kind::Disclosed, Some(row.subject), &by.actor());
    facts.recipient = Some(RECIPIENT.to_owned());
    facts.categories = fields.keys().cloned().collect();
    (row.disclosed, row.needed) = (Some(facts.id), needed(&service.policy));
    close(service, &mut row, by, State::Given);
    let entry = entries::entry(service, &key, facts, Some(&said(&case)?))?;
    let unit = service.unit().write(demands::update(&service.name, &row));
    let unit = unit.write(subjects::hold(&service.name, row.subject)).entry(entry);
    service.submit(unit).await.map_err(raced)?;
    Ok(fields)
}

/// What an entry that is replayed says was given: that demand, where it is in the backup, is over.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub(crate) async fn given(service: &Service, entry: &NewEntry) -> Result<Option<Write>, Error> {
    let facts = &entry.facts;
    let (Kind::Disclosed, Some(subject)) = (&facts.kind, facts.subject) else { return Ok(None) };
    let Some(sealed) = entry.body.as_ref().filter(|_| facts.recipient.as_deref() == Some(RECIPIENT)) else {
        return Ok(None);
    };
    // of who is erased meanwhile nothing can be given any more
    let Ok(key) = service.keys.evidence(subject).await else { return Ok(None) };
    let plain = key.entry_key(facts.id)?.open(&service.name, sealed)?;
    let body: serde_json::Value = serde_json::from_slice(&plain).map_err(|_| Error::Damaged("demand"))?;
    let id = body.get("id").and_then(serde_json::Value::as_str).and_then(|id| id.parse().ok());
    let all = demands::list_of(&service.db, &service.name, subject).await?;
    let row = all.into_iter().find(|row| Some(row.id) == id && row.disclosed.is_none());
    Ok(row.map(|mut row| {
        State::Given.as_str().clone_into(&mut row.state);
        (row.disclosed, row.closed_at) = (Some(facts.id), Some(facts.at));
        demands::update(&service.name, &row)
    }))
}

/// Somebody else was first with the same demand.
fn raced(error: Error) -> Error {
    match error {
        Error::Db(error) if error.is_conflict() => Error::Changed("demand"),
        other => other,
    }
}

/// The person was erased before the demand stood.
fn gone(error: Error) -> Error {
    match error {
        Error::Db(error) if error.is_conflict() => Error::Erased,
        other => other,
    }
}

/// What the entry says of it.
fn said(case: &Case) -> Result<Vec<u8>, Error> {
    let approved: Vec<String> = case.approvals.iter().map(|one| format!("staff:{}", one.staff)).collect();
    let body = serde_json::json!({
        "id": case.row.id,
        "to": case.draft.named.authority,
        "demand": case.draft.named,
        "ground": case.draft.ground,
        "asked": format!("staff:{}", case.row.asked_by),
        "approved": approved,
    });
    serde_json::to_vec(&body).map_err(|_| Error::Damaged("demand"))
}

fn close(service: &Service, row: &mut Demand, by: &Staff, state: State) {
    state.as_str().clone_into(&mut row.state);
    (row.closed_by, row.closed_at) = (Some(by.id), Some(service.now()));
}

/// The demand, where it is not over.
async fn open(service: &Service, id: Uuid) -> Result<Demand, NotDone> {
    let row = demands::get(&service.db, &service.name, id).await?;
    // what it says must still be readable, and its ground one this version knows
    draft(service, &row).await?;
    if State::parse(&row.state) == State::Open { Ok(row) } else { Err(NotDone::Over) }
}

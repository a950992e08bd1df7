//! Demands as staff see them, and what a person is told of theirs.

use db::demands::{self, Approval, Demand};
use jiff::civil::Date;
use policy::LegalGround;
use uuid::Uuid;
use vault::Place;

use super::{Draft, Named, NotDone, RECIPIENT, State, missing, needed};
use crate::accounts::{Role, Staff};
use crate::error::Error;
use crate::service::Service;

/// Demands listed at once.
const MOST: u32 = 500;

/// A demand with what it names.
#[derive(Clone)]
pub struct Case {
    /// Its row.
    pub row: Demand,
    /// What is demanded.
    pub draft: Draft,
    /// Who approved.
    pub approvals: Vec<Approval>,
    /// How many more must.
    pub missing: usize,
    /// Where it stands.
    pub state: State,
}

/// A demand.
///
/// # Errors
/// [`Error::Forbidden`] for less than support; [`Error::Erased`].
pub async fn show(service: &Service, by: &Staff, id: Uuid) -> Result<Case, NotDone> {
    by.must_be(Role::Support)?;
    read(service, demands::get(&service.db, &service.name, id).await?).await
}

/// Demands, the newest first: their rows alone. Nothing of what they name.
///
/// # Errors
/// As [`show`].
pub async fn list(service: &Service, by: &Staff) -> Result<Vec<Demand>, Error> {
    by.must_be(Role::Support)?;
    Ok(demands::list(&service.db, &service.name, MOST).await?)
}

/// How many were given out, and how many of them without the approvals that are needed or without their entry.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn unproven(service: &Service) -> Result<(usize, usize), Error> {
    let (mut given, mut bare) = (0, 0);
    for row in demands::list(&service.db, &service.name, u32::MAX >> 1).await? {
        if State::parse(&row.state) != State::Given {
            continue;
        }
        given += 1;
        let all = db::entries::list_of(&service.db, &service.name, row.subject).await?;
        let proven = all.iter().any(|entry| Some(entry.facts.id) == row.disclosed);
        let approved = demands::approvals(&service.db, &service.name, row.id).await?;
        let approved: Vec<Uuid> = approved.iter().map(|one| one.staff).collect();
        bare += usize::from(!proven || missing(row.needed, row.asked_by, &approved) > 0);
    }
    Ok((given, bare))
}

/// Who got it, as the person is told: nothing while a law forbids it. `body` is what the entry says.
pub(crate) fn told_of(recipient: Option<&str>, body: Option<&[u8]>, today: Date) -> Option<Option<String>> {
    if recipient != Some(RECIPIENT) {
        return Some(None);
    }
    let said: serde_json::Value = serde_json::from_slice(body?).ok()?;
    let named: Named = serde_json::from_value(said.get("demand")?.clone()).ok()?;
    named.silent_until.is_none_or(|until| until < today).then_some(Some(named.authority))
}

pub(super) async fn read(service: &Service, row: Demand) -> Result<Case, NotDone> {
    let draft = draft(service, &row).await?;
    let approvals = demands::approvals(&service.db, &service.name, row.id).await?;
    let by: Vec<Uuid> = approvals.iter().map(|one| one.staff).collect();
    let missing = missing(needed(&service.policy), row.asked_by, &by);
    let state = State::parse(&row.state);
    Ok(Case { row, draft, approvals, missing, state })
}

pub(super) async fn draft(service: &Service, row: &Demand) -> Result<Draft, NotDone> {
    let key = service.keys.evidence(row.subject).await?;
    let plain = key.open(&place(service, row.id), &row.sealed).map_err(Error::from)?;
    let named = serde_json::from_slice(&plain).map_err(|_| Error::Damaged("demand"))?;
    let ground = LegalGround::parse(&row.ground).ok_or(Error::Damaged("demand"))?;
    Ok(Draft { ground, named })
}

/// The permanent place of what a demand names.
pub(super) fn place(service: &Service, id: Uuid) -> Place<'_> {
    Place { service: &service.name, table: "demand", id, field: "sealed" }
}

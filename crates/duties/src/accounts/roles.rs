//! Roles: one per account and service, given and taken on the ledger. No role reaches everything.

use db::{NewEntry, Unit, Write, staff};
use ledger::Kind;
use uuid::Uuid;

use super::{Member, MemberState, Role, Staff, account};
use crate::entries;
use crate::error::Error;
use crate::service::Service;

/// The role of an account in this service.
pub(super) async fn of(service: &Service, account: Uuid) -> Result<Role, Error> {
    let grants = staff::grants(&service.db, &service.name, account).await?;
    Ok(grants.iter().map(|grant| Role::parse(&grant.role)).max().unwrap_or(Role::None))
}

/// The row and the entry that give an account a role.
pub(super) fn give(
    service: &Service,
    by: &str,
    account: Uuid,
    role: Role,
) -> Result<(Write, NewEntry), Error> {
    let grant = staff::Grant {
        id: service.new_id(),
        staff: account,
        role: role.as_str().to_owned(),
        granted_by: by.to_owned(),
        granted_at: service.now(),
        revoked_at: None,
    };
    Ok((staff::grant(&service.name, &grant), entry(service, Kind::GrantGiven, by, account, role.as_str())?))
}

/// What happened to an account, under the service's own key: it concerns no person whose data Abide keeps.
pub(super) fn entry(
    service: &Service,
    kind: Kind,
    by: &str,
    account: Uuid,
    role: &str,
) -> Result<NewEntry, Error> {
    let facts = entries::facts(service, kind, None, by);
    let body = serde_json::json!({ "account": account, "role": role }).to_string();
    entries::entry(service, &service.keys.service_evidence()?, facts, Some(body.as_bytes()))
}

/// Adds to a unit what leaves an account with just this role in this service; nothing where it has it already.
pub(super) async fn set(
    service: &Service,
    mut unit: Unit,
    by: &str,
    account: Uuid,
    role: Role,
) -> Result<Unit, Error> {
    if of(service, account).await? == role {
        return Ok(unit);
    }
    for old in staff::grants(&service.db, &service.name, account).await? {
        unit = unit.write(staff::revoke(&service.name, old.id, service.now()));
        unit = unit.entry(entry(service, Kind::GrantRevoked, by, account, &old.role)?);
    }
    if role == Role::None {
        return Ok(unit);
    }
    let (write, entry) = give(service, by, account, role)?;
    Ok(unit.write(write).entry(entry))
}

/// Refuses who is no privacy lead, and who would change their own account: so one lead is always left.
pub(super) fn of_another(by: &Staff, account: Uuid) -> Result<(), Error> {
    by.must_be(Role::PrivacyLead)?;
    if by.id == account {
        return Err(Error::Forbidden("of another privacy lead (nobody changes their own)"));
    }
    Ok(())
}

/// Gives an account a role in this service (or takes it, with [`Role::None`]); on the ledger.
///
/// # Errors
/// [`Error::Forbidden`], unless a privacy lead does it to somebody else.
pub async fn grant(service: &Service, by: &Staff, account: Uuid, role: Role) -> Result<(), Error> {
    of_another(by, account)?;
    let row = staff::find(&service.db, account).await?.ok_or(Error::NotFound("account"))?;
    if row.state == account::CLOSED && role != Role::None {
        return Err(Error::NotFound("account"));
    }
    // INVARIANT: the account's revision is compared and set, so that two who change it at once do not both.
    let unit = service.unit().write(staff::update(&row));
    let unit = set(service, unit, &by.actor(), account, role).await?;
    account::submit(service, unit).await
}

/// Every account of the server with its role in this service, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`], unless a privacy lead asks.
pub async fn members(service: &Service, by: &Staff) -> Result<Vec<Member>, Error> {
    by.must_be(Role::PrivacyLead)?;
    team(service).await
}

/// The same for who runs the server.
pub(super) async fn team(service: &Service) -> Result<Vec<Member>, Error> {
    let mut members = Vec::new();
    for row in staff::list(&service.db).await? {
        let who = account::who(service, &row)?;
        let role = of(service, row.id).await?;
        let state = MemberState::of(&row);
        members.push(Member { id: row.id, name: who.name, email: who.email, role, state });
    }
    Ok(members)
}

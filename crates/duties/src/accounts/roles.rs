//! Roles: one per account and service, given and taken on the ledger. No role reaches everything.

use db::{NewEntry, Write, staff};
use ledger::Kind;
use uuid::Uuid;

use super::{Member, Role, Staff, account};
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

fn entry(service: &Service, kind: Kind, by: &str, account: Uuid, role: &str) -> Result<NewEntry, Error> {
    let facts = entries::facts(service, kind, None, by);
    let body = serde_json::json!({ "account": account, "role": role }).to_string();
    entries::entry(service, &service.keys.service_evidence()?, facts, Some(body.as_bytes()))
}

/// Gives an account a role in this service (or takes it, with [`Role::None`]); on the ledger.
///
/// # Errors
/// [`Error::Forbidden`], unless a privacy lead does it; they cannot take their own role, so that one is
/// always left.
pub async fn grant(service: &Service, by: &Staff, account: Uuid, role: Role) -> Result<(), Error> {
    by.must_be(Role::PrivacyLead)?;
    if by.id == account {
        return Err(Error::Forbidden("of another privacy lead (nobody changes their own)"));
    }
    staff::find(&service.db, account).await?.ok_or(Error::NotFound("account"))?;
    let mut unit = service.unit();
    for old in staff::grants(&service.db, &service.name, account).await? {
        unit = unit.write(staff::revoke(&service.name, old.id, service.now()));
        unit = unit.entry(entry(service, Kind::GrantRevoked, &by.actor(), account, &old.role)?);
    }
    if role != Role::None {
        let (write, entry) = give(service, &by.actor(), account, role)?;
        unit = unit.write(write).entry(entry);
    }
    service.submit(unit).await.map(|_| ())
}

/// Every account with its role in this service, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`], unless a privacy lead asks.
pub async fn members(service: &Service, by: &Staff) -> Result<Vec<Member>, Error> {
    by.must_be(Role::PrivacyLead)?;
    let mut members = Vec::new();
    for row in staff::list(&service.db).await? {
        let who = account::who(service, &row)?;
        let role = of(service, row.id).await?;
        members.push(Member {
            id: row.id,
            name: who.name,
            email: who.email,
            role,
            active: row.state == account::ACTIVE,
        });
    }
    Ok(members)
}

//! What who runs the server may do without an account: who can start the process can read its keys anyway. It is on the
//! ledger like what staff do, under the actor `operator`. Only the command line calls this; no page does.

use db::staff;

use super::close::over;
use super::invite::{self, Invitation};
use super::{Member, MemberState, NotInvited, Role, SETUP_LASTS, account, roles};
use crate::error::Error;
use crate::service::Service;

/// How the operator stands on the ledger.
const ACTOR: &str = "operator";

/// Makes an account and the link to set it up with, short-lived as the first one's; nothing is mailed.
///
/// # Errors
/// [`NotInvited`].
pub async fn add(service: &Service, email: &str, role: Role) -> Result<Invitation, NotInvited> {
    let (unit, invitation) = invite::prepare(service, ACTOR, email, role, SETUP_LASTS).await?;
    account::submit(service, unit).await?;
    Ok(invitation)
}

/// Closes the account of an address; `false` where there is none, or none any more.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn close(service: &Service, email: &str) -> Result<bool, Error> {
    let Some(blind) = account::blind(service, email)? else { return Ok(false) };
    let found = staff::find_by_blind(&service.db, &blind).await?;
    let Some(row) = found.filter(|row| row.state != account::CLOSED) else { return Ok(false) };
    let id = row.id;
    let unit = roles::set(service, over(service, row, ACTOR)?, ACTOR, id, Role::None).await?;
    account::submit(service, unit).await?;
    Ok(true)
}

/// Every account, the oldest first.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn list(service: &Service) -> Result<Vec<Member>, Error> {
    roles::team(service).await
}

/// Every privacy lead who can sign in: whom Abide tells of what must be looked into.
///
/// # Errors
/// As [`list`].
pub async fn leads(service: &Service) -> Result<Vec<Member>, Error> {
    let lead = |one: &Member| one.role == Role::PrivacyLead && one.state == MemberState::Active;
    Ok(list(service).await?.into_iter().filter(lead).collect())
}

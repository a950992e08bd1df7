//! Closing an account: it cannot sign in any more, its sessions end at once, its role is taken. What it did stays on the
//! ledger under its id, and its name stays known to the team. An invitation opens it again.

use db::{SERVER, Unit, sessions, staff, tokens};
use ledger::Kind;
use uuid::Uuid;

use super::{Role, Staff, account, roles};
use crate::error::Error;
use crate::service::Service;

/// Closes somebody's account. Where it has a role in another service of this server, only its role in this one is taken.
///
/// # Errors
/// [`Error::Forbidden`], unless a privacy lead does it to somebody else; [`Error::NotFound`].
pub async fn close(service: &Service, by: &Staff, account: Uuid) -> Result<(), Error> {
    roles::of_another(by, account)?;
    let row = staff::find(&service.db, account).await?.ok_or(Error::NotFound("account"))?;
    let elsewhere = staff::grants_elsewhere(&service.db, &service.name, account).await? > 0;
    let unit = if elsewhere { service.unit() } else { over(service, row, &by.actor())? };
    let unit = roles::set(service, unit, &by.actor(), account, Role::None).await?;
    account::submit(service, unit).await
}

/// What ends an account: no password, no second factor, no session, no link.
pub(super) fn over(service: &Service, mut row: staff::Staff, by: &str) -> Result<Unit, Error> {
    account::CLOSED.clone_into(&mut row.state);
    row.password = String::new();
    row.totp = None;
    let unit = service.unit().write(staff::update(&row));
    let unit = unit.write(sessions::delete_of(SERVER, row.id)).write(tokens::delete_for(SERVER, row.id));
    Ok(unit.entry(roles::entry(service, Kind::StaffClosed, by, row.id, Role::None.as_str())?))
}

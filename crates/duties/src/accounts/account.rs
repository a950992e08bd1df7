//! An account as it is stored, opened: name and address sealed under the server's key, found by blind
//! index. Nothing here reaches a log.

use db::{SERVER, Unit, staff};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{IdentifierKind, Place};
use zeroize::Zeroizing;

use super::Role;
use crate::error::Error;
use crate::keys::KEY_VERSION;
use crate::service::Service;

/// The state of an account whose second factor is not confirmed yet.
pub(super) const INVITED: &str = "invited";
/// The state of an account that can sign in.
pub(super) const ACTIVE: &str = "active";
/// The state of an account that is over; an invitation opens it again.
pub(super) const CLOSED: &str = "closed";

/// A member of the team, as the team page shows them.
#[derive(Clone)]
pub struct Member {
    /// The account.
    pub id: Uuid,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The role in this service.
    pub role: Role,
    /// How far the account is.
    pub state: MemberState,
}

/// How far an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberState {
    /// Its second factor is not confirmed yet.
    Invited,
    /// It can sign in.
    Active,
    /// It is over.
    Closed,
}

impl MemberState {
    /// As in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invited => INVITED,
            Self::Active => ACTIVE,
            Self::Closed => CLOSED,
        }
    }

    pub(super) fn of(row: &staff::Staff) -> Self {
        match row.state.as_str() {
            ACTIVE => Self::Active,
            CLOSED => Self::Closed,
            _ => Self::Invited,
        }
    }
}

/// Who it is.
#[derive(Serialize, Deserialize)]
pub(super) struct Who {
    pub name: String,
    pub email: String,
}

/// The blind index of an address; `None` for what is none.
pub(super) fn blind(service: &Service, email: &str) -> Result<Option<[u8; 32]>, Error> {
    let Ok(address) = vault::normalise(IdentifierKind::Email, email) else { return Ok(None) };
    Ok(Some(service.keys.server_index()?.index(&address)))
}

/// A new account, not active yet; in the place of the address's former one, where there is one: it keeps its id.
pub(super) fn new(
    service: &Service,
    former: Option<&staff::Staff>,
    who: &Who,
    blind: [u8; 32],
    password: String,
    secret: Option<&[u8]>,
) -> Result<staff::Staff, Error> {
    let id = former.map_or_else(|| service.new_id(), |row| row.id);
    let plain = Zeroizing::new(serde_json::to_vec(who).map_err(|_| Error::Damaged("account"))?);
    let key = service.keys.server_data()?;
    let totp =
        secret.map(|secret| key.seal(&place(id, "totp"), secret, service.entropy.as_ref())).transpose()?;
    Ok(staff::Staff {
        id,
        blind,
        sealed: key.seal(&place(id, "who"), &plain, service.entropy.as_ref())?,
        key_version: KEY_VERSION,
        password,
        totp,
        totp_step: 0,
        state: INVITED.to_owned(),
        failures: 0,
        locked_until: None,
        created_at: service.now(),
        revision: former.map_or(0, |row| row.revision),
    })
}

/// Name and address of an account.
pub(super) fn who(service: &Service, row: &staff::Staff) -> Result<Who, Error> {
    let plain = service.keys.server_data()?.open(&place(row.id, "who"), &row.sealed)?;
    serde_json::from_slice(&plain).map_err(|_| Error::Damaged("account"))
}

/// The secret of the second factor; `None` where there is none.
pub(super) fn secret(service: &Service, row: &staff::Staff) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    let Some(sealed) = &row.totp else { return Ok(None) };
    Ok(Some(service.keys.server_data()?.open(&place(row.id, "totp"), sealed)?))
}

fn place(id: Uuid, field: &'static str) -> Place<'static> {
    Place { service: SERVER, table: "staff", id, field }
}

/// Writes what changes an account. Of two who change it at once the second is told to look again.
pub(super) async fn submit(service: &Service, unit: Unit) -> Result<(), Error> {
    match service.submit(unit).await {
        Ok(_) => Ok(()),
        Err(Error::Db(error)) if error.is_conflict() => Err(Error::Changed("account")),
        Err(error) => Err(error),
    }
}

//! An account as it is stored, opened: name and address sealed under the server's key, found by blind
//! index. Nothing here reaches a log.

use db::{SERVER, staff};
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
    /// Whether the second factor is confirmed.
    pub active: bool,
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

/// A new account, not active yet; in the place of one that was given up half-way, where there is one.
pub(super) fn new(
    service: &Service,
    given_up: Option<&staff::Staff>,
    who: &Who,
    blind: [u8; 32],
    password: String,
    secret: Option<&[u8]>,
) -> Result<staff::Staff, Error> {
    let id = given_up.map_or_else(|| service.new_id(), |row| row.id);
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
        revision: given_up.map_or(0, |row| row.revision),
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

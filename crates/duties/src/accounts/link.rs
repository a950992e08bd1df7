//! The tokens behind the links that open an account: made, and looked up as long as they are good.

use db::{SERVER, Write, tokens};
use jiff::SignedDuration;
use uuid::Uuid;
use vault::Token;

use crate::error::Error;
use crate::keys::KEY_VERSION;
use crate::service::Service;

/// The kind of an invitation's token.
pub(super) const INVITATION: &str = "staff-invitation";

/// A new token of the server, for an account where there is one.
pub(super) fn token(
    service: &Service,
    kind: &str,
    account: Option<Uuid>,
    lasts: SignedDuration,
) -> (Write, String) {
    let token = Token::random(service.entropy.as_ref());
    let now = service.now();
    let row = tokens::Token {
        hash: token.digest(),
        kind: kind.to_owned(),
        subject: None,
        object: account,
        sealed: None,
        key_version: KEY_VERSION,
        created_at: now,
        expires_at: now.checked_add(lasts).unwrap_or(now),
        used_at: None,
    };
    (tokens::insert(SERVER, &row), token.reveal().to_string())
}

/// The token, if it is of this kind, unused and not over.
pub(super) async fn live(service: &Service, kind: &str, token: &str) -> Result<Option<tokens::Token>, Error> {
    let Ok(token) = Token::parse(token) else { return Ok(None) };
    let row = tokens::find(&service.db, SERVER, &token.digest()).await?;
    Ok(row.filter(|row| row.kind == kind && row.used_at.is_none() && row.expires_at > service.now()))
}

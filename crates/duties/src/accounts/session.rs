//! Staff sessions. They belong to the server; what they may do is asked of the service's grants each
//! time, so that a role taken away is gone with the next click.

use db::{SERVER, sessions, staff as accounts};
use uuid::Uuid;
use vault::Token;

use super::{SESSION_LASTS, Staff, StaffSession, account, roles};
use crate::error::Error;
use crate::service::Service;

/// The kind of these sessions.
const KIND: &str = "staff";

/// The row of a new session, and what the member of staff gets of it.
pub(super) fn fresh(service: &Service, account: Uuid) -> (sessions::Session, StaffSession) {
    let token = Token::random(service.entropy.as_ref());
    let now = service.now();
    let expires = now.checked_add(SESSION_LASTS).unwrap_or(now);
    let row = sessions::Session {
        hash: token.digest(),
        kind: KIND.to_owned(),
        holder: account,
        lang: "en".to_owned(),
        created_at: now,
        // when the second factor was last checked
        seen_at: now,
        expires_at: expires,
    };
    (row, StaffSession { token: token.reveal().to_string(), expires })
}

/// The session row of a cookie.
pub(super) async fn find(service: &Service, cookie: &str) -> Result<Option<sessions::Session>, Error> {
    let Ok(token) = Token::parse(cookie) else { return Ok(None) };
    let row = sessions::find(&service.db, SERVER, &token.digest(), service.now()).await?;
    Ok(row.filter(|row| row.kind == KIND))
}

/// Who the cookie belongs to; `None` for an unknown, ended or expired session, or a closed account.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn staff(service: &Service, cookie: &str) -> Result<Option<Staff>, Error> {
    let Some(session) = find(service, cookie).await? else { return Ok(None) };
    let Some(row) = accounts::find(&service.db, session.holder).await? else { return Ok(None) };
    if row.state != account::ACTIVE {
        return Ok(None);
    }
    Ok(Some(Staff {
        id: row.id,
        name: account::who(service, &row)?.name,
        role: roles::of(service, row.id).await?,
        last_auth: session.seen_at,
        expires: session.expires_at,
    }))
}

/// Ends a session. An unknown one is no error.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn sign_out(service: &Service, cookie: &str) -> Result<(), Error> {
    let Ok(token) = Token::parse(cookie) else { return Ok(()) };
    service.submit(service.unit().write(sessions::delete(SERVER, &token.digest()))).await.map(|_| ())
}

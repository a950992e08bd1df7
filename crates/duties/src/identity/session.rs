//! A person's session: a cookie kept as its hash, for two hours.

use db::sessions;
use uuid::Uuid;
use vault::Token;

use super::{Person, PersonSession, SESSION_LASTS};
use crate::error::Error;
use crate::service::Service;

/// The kind of these sessions.
const KIND: &str = "person";

/// The row of a new session, and what the person gets of it.
pub(super) fn fresh(service: &Service, subject: Uuid, lang: &str) -> (sessions::Session, PersonSession) {
    let token = Token::random(service.entropy.as_ref());
    let now = service.now();
    let expires = now.checked_add(SESSION_LASTS).unwrap_or(now);
    let row = sessions::Session {
        hash: token.digest(),
        kind: KIND.to_owned(),
        holder: subject,
        lang: lang.to_owned(),
        created_at: now,
        seen_at: now,
        expires_at: expires,
    };
    (row, PersonSession { token: token.reveal().to_string(), expires, lang: lang.to_owned() })
}

/// Who the session cookie belongs to; `None` for an unknown, ended or expired one.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn person(service: &Service, cookie: &str) -> Result<Option<Person>, Error> {
    let Ok(token) = Token::parse(cookie) else { return Ok(None) };
    let row = sessions::find(&service.db, &service.name, &token.digest(), service.now()).await?;
    let person =
        |row: sessions::Session| Person { subject: row.holder, lang: row.lang, expires: row.expires_at };
    Ok(row.filter(|row| row.kind == KIND).map(person))
}

/// Ends a session. An unknown one is no error.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn sign_out(service: &Service, cookie: &str) -> Result<(), Error> {
    let Ok(token) = Token::parse(cookie) else { return Ok(()) };
    service.submit(service.unit().write(sessions::delete(&service.name, &token.digest()))).await.map(|_| ())
}

//! What a browser is told whose person was erased: that it happened, not that a session is over. Kept is the hash of the
//! cookie alone, until the session would have ended: it leads to nobody, and only who has the cookie can ask.

use db::{Write, sessions, tokens};
use uuid::Uuid;
use vault::Token;

use crate::error::Error;
use crate::keys::KEY_VERSION;
use crate::service::Service;

/// The kind of these tokens.
const KIND: &str = "erased-session";

/// A mark for each session of somebody who is erased; written in the unit that ends the sessions.
pub(crate) async fn erased(service: &Service, subject: Uuid) -> Result<Vec<Write>, Error> {
    let now = service.now();
    let all = sessions::list_of(&service.db, &service.name, subject).await?;
    let live = all.into_iter().filter(|session| session.expires_at > now);
    let mark = |session: sessions::Session| tokens::Token {
        hash: session.hash,
        kind: KIND.to_owned(),
        // INVARIANT: nothing here leads to the person
        subject: None,
        object: None,
        sealed: None,
        key_version: KEY_VERSION,
        created_at: now,
        expires_at: session.expires_at,
        used_at: None,
    };
    Ok(live.map(|session| tokens::insert(&service.name, &mark(session))).collect())
}

/// Whether this cookie's session ended because its person was erased.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn was_erased(service: &Service, cookie: &str) -> Result<bool, Error> {
    let Ok(token) = Token::parse(cookie) else { return Ok(false) };
    let row = tokens::find(&service.db, &service.name, &token.digest()).await?;
    Ok(row.is_some_and(|row| row.kind == KIND && row.expires_at > service.now()))
}

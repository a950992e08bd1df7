//! View tokens: who may read one receipt without signing in. The redirect after a form gives one for
//! half an hour, the letter one for a week. Looking changes nothing, so they are good until they end.

use db::{Write, tokens};
use jiff::SignedDuration;
use uuid::Uuid;
use vault::Token;

use crate::error::Error;
use crate::keys::KEY_VERSION;
use crate::service::Service;

/// The kind of these tokens.
const KIND: &str = "receipt";
/// How long the redirect's token is good for.
pub(crate) const PAGE_LASTS: SignedDuration = SignedDuration::from_mins(30);
/// The days for which the letter's link is good.
pub(crate) const LETTER_DAYS: i64 = 7;
/// The same as a duration.
pub(crate) const LETTER_LASTS: SignedDuration = SignedDuration::from_hours(24 * LETTER_DAYS);

/// A new token and its digest.
pub(crate) fn fresh(service: &Service) -> (String, [u8; 32]) {
    let token = Token::random(service.entropy.as_ref());
    (token.reveal().to_string(), token.digest())
}

/// The row that makes a token open a receipt.
pub(crate) fn write(
    service: &Service,
    hash: [u8; 32],
    subject: Uuid,
    receipt: Uuid,
    lasts: SignedDuration,
) -> Write {
    let now = service.now();
    let token = tokens::Token {
        hash,
        kind: KIND.to_owned(),
        subject: Some(subject),
        object: Some(receipt),
        sealed: None,
        key_version: KEY_VERSION,
        created_at: now,
        expires_at: now.checked_add(lasts).unwrap_or(now),
        used_at: None,
    };
    tokens::insert(&service.name, &token)
}

/// Gives out a token for a receipt.
pub(crate) async fn give(
    service: &Service,
    subject: Uuid,
    receipt: Uuid,
    lasts: SignedDuration,
) -> Result<String, Error> {
    let (token, digest) = fresh(service);
    service.submit(service.unit().write(write(service, digest, subject, receipt, lasts))).await?;
    Ok(token)
}

/// The page a token opens.
pub(crate) fn link(service: &Service, receipt: Uuid, token: &str) -> String {
    format!("{}/receipts/{receipt}?view={token}", service.base_url)
}

/// Whose receipt a token opens; `None` where it is unknown, over, or of another receipt.
pub(super) async fn subject(service: &Service, receipt: Uuid, token: &str) -> Result<Option<Uuid>, Error> {
    let Ok(token) = Token::parse(token) else { return Ok(None) };
    let row = tokens::find(&service.db, &service.name, &token.digest()).await?;
    let fits = |row: &tokens::Token| {
        row.kind == KIND && row.object == Some(receipt) && row.expires_at > service.now()
    };
    Ok(row.filter(fits).and_then(|row| row.subject))
}

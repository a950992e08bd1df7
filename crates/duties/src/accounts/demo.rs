//! The demo's own way in: an account without password and second factor, behind a one-use link that
//! nobody but `abide demo` makes. Such an account cannot sign in otherwise.

use db::{SERVER, sessions, staff, tokens};
use jiff::SignedDuration;
use vault::Token;

use super::account::{self, Who};
use super::{Role, StaffSession, link, roles, session};
use crate::entries::ABIDE;
use crate::error::Error;
use crate::service::Service;

/// The kind of this token.
const KIND: &str = "demo";
/// How long it is good for.
const LASTS: SignedDuration = SignedDuration::from_hours(12);

/// Makes the demo's privacy lead, if there is none yet, and a one-use link for them. Only `abide demo` calls it.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn demo_link(service: &Service) -> Result<String, Error> {
    let who = Who { name: "Demo privacy lead".to_owned(), email: "lead@demo.example".to_owned() };
    let blind = account::blind(service, &who.email)?.ok_or(Error::Damaged("account"))?;
    if let Some(known) = staff::find_by_blind(&service.db, &blind).await? {
        let (write, token) = link::token(service, KIND, Some(known.id), LASTS);
        service.submit(service.unit().write(write)).await?;
        return Ok(token);
    }
    // no password fits an empty hash, and there is no secret a code could fit
    let mut row = account::new(service, None, &who, blind, String::new(), None)?;
    account::ACTIVE.clone_into(&mut row.state);
    let (role, entry) = roles::give(service, ABIDE, row.id, Role::PrivacyLead)?;
    let (write, token) = link::token(service, KIND, Some(row.id), LASTS);
    service.submit(service.unit().write(staff::insert(&row)).write(role).write(write).entry(entry)).await?;
    Ok(token)
}

/// Whether the demo's one-use link still opens; looking uses nothing up.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn peek_demo_link(service: &Service, token: &str) -> Result<bool, Error> {
    Ok(link::live(service, KIND, token).await?.is_some_and(|row| row.object.is_some()))
}

/// Opens the demo's one-use link; `None` where it is used up or there never was one.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn open_demo_link(service: &Service, token: &str) -> Result<Option<StaffSession>, Error> {
    let Some(row) = link::live(service, KIND, token).await? else { return Ok(None) };
    let (Some(account), Ok(token)) = (row.object, Token::parse(token)) else { return Ok(None) };
    let (session, given) = session::fresh(service, account);
    let once = tokens::use_once(SERVER, &token.digest(), service.now());
    match service.submit(service.unit().write(once).write(sessions::insert(SERVER, &session))).await {
        Ok(_) => Ok(Some(given)),
        Err(Error::Db(error)) if error.is_conflict() => Ok(None),
        Err(error) => Err(error),
    }
}

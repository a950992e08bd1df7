//! Setting an account up: a short-lived link, then name and password (and the address, for the first account), then the
//! second factor. Nobody can sign in before a first code fitted. Who stops in between gets a new link: by starting
//! `serve` again as long as there is no account, by another invitation later; the same address may be used again.

use db::{SERVER, sessions, staff, tokens};
use jiff::SignedDuration;
use vault::Token;

use super::account::{self, Who};
use super::link::{self, live};
use super::{NewAccount, NotSetUp, Pending, Role, SETUP_LASTS, StaffSession, roles, session};
use crate::address::is_email;
use crate::credentials::{password, totp};
use crate::error::Error;
use crate::service::Service;

/// The kind of the first-run token.
const SETUP: &str = "setup";
/// The kind of the token between password and first code.
const PENDING: &str = "setup-pending";
/// How long the first code may take.
const PENDING_LASTS: SignedDuration = SignedDuration::from_mins(30);

/// Makes the first-run token, if there is no active account yet; the caller prints its link once. A
/// token made before is worth nothing then.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn setup_token(service: &Service) -> Result<Option<String>, Error> {
    if staff::count(&service.db).await? > 0 {
        return Ok(None);
    }
    let (write, token) = link::token(service, SETUP, None, SETUP_LASTS);
    let unit = service.unit().write(tokens::delete_kind(SERVER, SETUP)).write(write);
    service.submit(unit).await?;
    Ok(Some(token))
}

/// Whom a set-up link is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetupFor {
    /// The first account: they say their address themselves.
    First,
    /// Somebody who was invited, at this address.
    Invited(String),
}

/// Whom a link is for, as long as it can be used; changes nothing.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn peek_setup(service: &Service, token: &str) -> Result<Option<SetupFor>, Error> {
    if live(service, SETUP, token).await?.is_some() {
        return Ok((staff::count(&service.db).await? == 0).then_some(SetupFor::First));
    }
    let Some(row) = invited(service, link::INVITATION, token).await? else { return Ok(None) };
    Ok(Some(SetupFor::Invited(account::who(service, &row)?.email)))
}

/// Uses the link: makes the first account, with role privacy-lead, or fills in the one that waits for whoever was
/// invited. It is not active yet.
///
/// # Errors
/// [`NotSetUp`]; the link stays good unless the account was made.
pub async fn setup(service: &Service, token: &str, account: NewAccount) -> Result<Pending, NotSetUp> {
    let link = peek_setup(service, token).await?.ok_or(NotSetUp::Link)?;
    let name = account.name.trim().to_owned();
    let email = match &link {
        SetupFor::First => account.email.trim().to_owned(),
        SetupFor::Invited(email) => email.clone(),
    };
    if name.is_empty() || name.chars().count() > 100 {
        return Err(NotSetUp::Name);
    }
    let blind =
        account::blind(service, &email)?.filter(|_| is_email(&email)).ok_or(NotSetUp::NotAnAddress)?;
    password::check(&account.password, &[&name, &email, &service.name]).map_err(NotSetUp::Weak)?;
    make(service, token, &link, &Who { name, email }, blind, account.password).await
}

async fn make(
    service: &Service,
    token: &str,
    link: &SetupFor,
    who: &Who,
    blind: [u8; 32],
    password: zeroize::Zeroizing<String>,
) -> Result<Pending, NotSetUp> {
    let hashed = hash(service, password).await?;
    let secret = totp::secret(service.entropy.as_ref());
    let former = staff::find_by_blind(&service.db, &blind).await.map_err(Error::from)?;
    let row = account::new(service, former.as_ref(), who, blind, hashed, Some(secret.as_slice()))?;
    let (write, pending) = link::token(service, PENDING, Some(row.id), PENDING_LASTS);
    let digest = Token::parse(token).map_err(Error::from)?.digest();
    // INVARIANT: used before it is deleted, so that of two who use it at once the second changes nothing.
    let unit = service.unit().write(tokens::use_once(SERVER, &digest, service.now()));
    let unit = unit.write(if former.is_some() { staff::update(&row) } else { staff::insert(&row) });
    let mut unit = unit.write(tokens::delete_for(SERVER, row.id)).write(write);
    if *link == SetupFor::First {
        unit = roles::set(service, unit, crate::entries::ABIDE, row.id, Role::PrivacyLead).await?;
    }
    match service.submit(unit).await {
        Ok(_) => Ok(Pending {
            account: row.id,
            token: pending,
            enrolment: enrolment(service, who, secret.as_slice())?,
        }),
        Err(Error::Db(error)) if error.is_conflict() => Err(NotSetUp::Link),
        Err(error) => Err(NotSetUp::Failed(error)),
    }
}

/// Hashing takes a while and much memory: on a thread of its own.
async fn hash(service: &Service, password: zeroize::Zeroizing<String>) -> Result<String, Error> {
    let entropy = service.entropy.clone();
    let hashed = tokio::task::spawn_blocking(move || password::hash(&password, entropy.as_ref())).await;
    Ok(hashed.map_err(|_| Error::Changed("password"))??)
}

fn enrolment(service: &Service, who: &Who, secret: &[u8]) -> Result<totp::Enrolment, Error> {
    let issuer = format!("Abide {}", service.policy.controller.name);
    Ok(totp::enrolment(secret, &issuer, &who.email)?)
}

/// The enrolment once more, for the page after a wrong code; `None` for a wrong or old token.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn pending(service: &Service, pending_token: &str) -> Result<Option<Pending>, Error> {
    let Some(row) = invited(service, PENDING, pending_token).await? else { return Ok(None) };
    let secret = account::secret(service, &row)?.ok_or(Error::Damaged("second factor"))?;
    let enrolment = enrolment(service, &account::who(service, &row)?, &secret)?;
    Ok(Some(Pending { account: row.id, token: pending_token.to_owned(), enrolment }))
}

/// Confirms the second factor with a first code: the account is active, and signed in.
///
/// # Errors
/// [`NotSetUp::Code`] for a wrong code, [`NotSetUp::Link`] for a wrong or old pending token.
pub async fn confirm(service: &Service, pending_token: &str, code: &str) -> Result<StaffSession, NotSetUp> {
    let Some(mut row) = invited(service, PENDING, pending_token).await? else { return Err(NotSetUp::Link) };
    if !service.limits.codes.take(row.blind, service.now()) {
        return Err(NotSetUp::Code);
    }
    let secret = account::secret(service, &row)?.ok_or(Error::Damaged("second factor"))?;
    let seconds = u64::try_from(service.now().as_second()).unwrap_or(0);
    let step = totp::check(&secret, code, seconds, None).ok_or(NotSetUp::Code)?;
    row.totp_step = i64::try_from(step).unwrap_or(i64::MAX);
    account::ACTIVE.clone_into(&mut row.state);
    let digest = Token::parse(pending_token).map_err(Error::from)?.digest();
    let once = tokens::use_once(SERVER, &digest, service.now());
    let (session, given) = session::fresh(service, row.id);
    let unit =
        service.unit().write(once).write(staff::update(&row)).write(sessions::insert(SERVER, &session));
    match service.submit(unit).await {
        Ok(_) => Ok(given),
        Err(Error::Db(error)) if error.is_conflict() => Err(NotSetUp::Link),
        Err(error) => Err(NotSetUp::Failed(error)),
    }
}

/// The account that is not active yet and that a token of this kind is for.
async fn invited(service: &Service, kind: &str, token: &str) -> Result<Option<staff::Staff>, Error> {
    let Some(token) = live(service, kind, token).await? else { return Ok(None) };
    let Some(account) = token.object else { return Ok(None) };
    Ok(staff::find(&service.db, account).await?.filter(|row| row.state == account::INVITED))
}

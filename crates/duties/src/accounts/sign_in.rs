//! Signing in with address, password and code. Whatever is wrong, the work and the answer are the
//! same: an unknown account is checked against a hash that fits nobody, and the code is looked at too.

use db::{SERVER, sessions, staff};
use jiff::SignedDuration;
use zeroize::Zeroizing;

use super::{NotSignedIn, StaffSession, account, session};
use crate::credentials::{password, totp};
use crate::error::Error;
use crate::service::Service;

/// After how many failures in a row an account is locked.
const MOST_FAILURES: i64 = 10;
/// For how long.
const LOCKED: SignedDuration = SignedDuration::from_mins(15);

/// What the code of an unknown account is checked against.
const NO_SECRET: [u8; totp::SECRET_BYTES] = [0; totp::SECRET_BYTES];

/// Signs in with address, password and code.
///
/// # Errors
/// [`NotSignedIn`].
pub async fn sign_in(
    service: &Service,
    email: &str,
    password: &str,
    code: &str,
) -> Result<StaffSession, NotSignedIn> {
    // what is no address is slowed down and checked like one
    let blind = account::blind(service, email)?.unwrap_or_default();
    if !service.limits.sign_in.take(blind, service.now()) {
        return Err(NotSignedIn::TooMany);
    }
    let row = staff::find_by_blind(&service.db, &blind)
        .await
        .map_err(Error::from)?
        .filter(|row| row.state == account::ACTIVE);
    let hash = row.as_ref().map_or_else(|| password::NOBODY.to_owned(), |row| row.password.clone());
    let fits = matches(password, hash).await?;
    let step = check_code(service, row.as_ref(), code)?;
    let locked = row.as_ref().is_some_and(|row| row.locked_until.is_some_and(|until| until > service.now()));
    let (Some(mut row), true, Some(step), false) = (row, fits, step, locked) else {
        return failed(service, &blind).await;
    };
    row.totp_step = step;
    row.failures = 0;
    row.locked_until = None;
    let (session, given) = session::fresh(service, row.id);
    let unit = service.unit().write(staff::update(&row)).write(sessions::insert(SERVER, &session));
    accept(service, unit).await?;
    service.limits.sign_in.forget(blind);
    Ok(given)
}

/// Counts a failure in the account's row, so that starting the server again gives nobody more guesses. An address
/// without an account costs the same work and is answered the same; so is an account that is locked.
async fn failed(service: &Service, blind: &[u8; 32]) -> Result<StaffSession, NotSignedIn> {
    let now = service.now();
    let until = now.checked_add(LOCKED).unwrap_or(now);
    service.submit(service.unit().write(staff::failed(blind, MOST_FAILURES, until, now))).await?;
    Err(NotSignedIn::Wrong)
}

/// Checks the second factor again before an action that cannot be taken back.
///
/// # Errors
/// [`NotSignedIn`].
pub async fn recheck(service: &Service, cookie: &str, code: &str) -> Result<(), NotSignedIn> {
    let session = session::find(service, cookie).await?.ok_or(NotSignedIn::Wrong)?;
    let row = staff::find(&service.db, session.holder).await.map_err(Error::from)?;
    let mut row = row.filter(|row| row.state == account::ACTIVE).ok_or(NotSignedIn::Wrong)?;
    if !service.limits.codes.take(row.blind, service.now()) {
        return Err(NotSignedIn::TooMany);
    }
    row.totp_step = check_code(service, Some(&row), code)?.ok_or(NotSignedIn::Wrong)?;
    let seen = sessions::seen(SERVER, &session.hash, service.now(), session.expires_at);
    accept(service, service.unit().write(staff::update(&row)).write(seen)).await
}

/// INVARIANT: the account's revision is compared and set, so that a code sent twice at once is
/// accepted once.
async fn accept(service: &Service, unit: db::Unit) -> Result<(), NotSignedIn> {
    match service.submit(unit).await {
        Ok(_) => Ok(()),
        Err(Error::Db(error)) if error.is_conflict() => Err(NotSignedIn::Wrong),
        Err(error) => Err(NotSignedIn::Failed(error)),
    }
}

/// Checking takes a while and much memory: on a thread of its own.
async fn matches(password: &str, hash: String) -> Result<bool, Error> {
    let password = Zeroizing::new(password.chars().take(password::LONGEST).collect::<String>());
    let checked = tokio::task::spawn_blocking(move || password::matches(&password, &hash)).await;
    checked.map_err(|_| Error::Changed("password"))
}

/// The time step of a code that fits and was not used before.
fn check_code(service: &Service, row: Option<&staff::Staff>, code: &str) -> Result<Option<i64>, Error> {
    let secret = row.map(|row| account::secret(service, row)).transpose()?.flatten();
    let known = secret.as_ref().map_or(NO_SECRET.as_slice(), |secret| secret.as_slice());
    let last = row.and_then(|row| u64::try_from(row.totp_step).ok());
    let seconds = u64::try_from(service.now().as_second()).unwrap_or(0);
    let step = totp::check(known, code, seconds, last).and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|_| secret.is_some()))
}

//! Changing the key that signs the ledger, and the published list of its keys.
//!
//! Order: the new key is durable; the old one and it sign its introduction; the introduction is on the ledger and in
//! the published list; from then on both sign, until its time is over; then the old private key is destroyed. Stopped
//! anywhere, the command run again goes on where it was.

use db::entries as rows;
use jiff::{SignedDuration, Timestamp};
use ledger::{Checkpoint, Introduction, KeyList, Kind, VerifierKey};
use vault::SigningKey;

use super::publish::take_lease;
use crate::entries;
use crate::error::Error;
use crate::lease::Held;
use crate::published::{KEYS, Published};
use crate::service::Service;

/// How long checkpoints are signed with both keys.
pub const OVERLAP: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotated {
    /// The key so far.
    pub old: String,
    /// The key from now on.
    pub new: String,
    /// Until when both sign.
    pub until: Timestamp,
}

/// Why the key was not changed.
#[derive(Debug, thiserror::Error)]
pub enum NotRotated {
    /// The last change is not over.
    #[error("the key was changed before, and both keys sign until {0}; change it again after that")]
    Again(Timestamp),
    /// Another process publishes at this moment.
    #[error("the server is publishing at this moment; try again in a second")]
    Busy,
    /// Nothing is published, so nobody could be told.
    #[error("the ledger is not published anywhere, so nobody could learn of the new key")]
    Unpublished,
    /// Below.
    #[error(transparent)]
    Below(#[from] Error),
}

/// Makes a new signing key, introduced by the old one.
///
/// # Errors
/// [`NotRotated`]; what was begun goes on when it is asked for again.
pub async fn rotate(service: &Service) -> Result<Rotated, NotRotated> {
    let published = service.published.clone().ok_or(NotRotated::Unpublished)?;
    super::publish(service).await?;
    let _one_at_a_time = service.locks.publishing().await;
    let Some(mut lease) = take_lease(service).await? else { return Err(NotRotated::Busy) };
    let done = change(service, published.as_ref(), &mut lease).await;
    lease.give_back().await?;
    match done {
        Err(NotRotated::Below(Error::LeaseLost { .. })) => Err(NotRotated::Busy),
        done => done,
    }
}

async fn change(
    service: &Service,
    published: &dyn Published,
    lease: &mut Held<'_>,
) -> Result<Rotated, NotRotated> {
    let listed = list(service).await?;
    let mut held = service.keys.signing_keys().await?;
    if let Some(until) = introduced(&listed, &held)? {
        return Err(NotRotated::Again(until));
    }
    if held.len() < 2 {
        service.keys.add_signing(service.now(), service.entropy.as_ref()).await?;
        held = service.keys.signing_keys().await?;
    }
    let [new, old, ..] = held.as_slice() else { return Err(Error::Damaged("signing key").into()) };
    let read = introduction(service, old, new).await?;
    let note = read.sign(old, new).map_err(|_| Error::Damaged("signing key"))?.to_string();
    write(service, &note).await?;
    let introductions = [listed.introductions(), vec![note]].concat();
    let first = first(&listed)?;
    let list = KeyList::of(&first, &introductions).map_err(|_| Error::Damaged("published list of keys"))?;
    lease.renew().await?;
    published.put(KEYS, list.to_json().as_bytes()).await.map_err(Error::from)?;
    published.sync().await.map_err(Error::from)?;
    let until = at(read.until);
    Ok(Rotated { old: read.old.to_string(), new: read.new.to_string(), until })
}

/// Where two keys are held and the newer one is listed: until when both sign.
fn introduced(listed: &KeyList, held: &[SigningKey]) -> Result<Option<Timestamp>, Error> {
    let [new, _, ..] = held else { return Ok(None) };
    let new = verifier(new)?.to_string();
    let before = listed.keys.windows(2).find(|pair| pair.last().is_some_and(|key| key.key == new));
    Ok(before.and_then(|pair| pair.first()).and_then(|key| key.until).map(at))
}

async fn introduction(service: &Service, old: &SigningKey, new: &SigningKey) -> Result<Introduction, Error> {
    let head = rows::head(&service.db, &service.name).await?;
    let now = service.now();
    let until = now.checked_add(OVERLAP).unwrap_or(now);
    let seconds = |at: Timestamp| u64::try_from(at.as_second()).unwrap_or(0);
    let size = head.checkpoint.map_or(0, |(_, size)| size);
    Ok(Introduction {
        old: verifier(old)?,
        new: verifier(new)?,
        size,
        at: seconds(now),
        until: seconds(until),
    })
}

/// The introduction on the ledger: whoever watches it learns of the new key there too.
async fn write(service: &Service, note: &str) -> Result<(), Error> {
    let facts = entries::facts(service, Kind::KeyIntroduced, None, entries::ABIDE);
    let key = service.keys.service_evidence()?;
    let body = serde_json::json!({ "introduction": note });
    let entry = entries::entry(service, &key, facts, Some(body.to_string().as_bytes()))?;
    service.submit(service.unit().entry(entry)).await.map(|_| ())
}

/// Every key the ledger was signed with, as it is published.
///
/// # Errors
/// [`Error::Damaged`], where the published list does not hold.
pub async fn list(service: &Service) -> Result<KeyList, Error> {
    let damaged = || Error::Damaged("published list of keys");
    let file = match &service.published {
        Some(published) => published.get(KEYS).await?,
        None => None,
    };
    if let Some(json) = file {
        return KeyList::from_json(&json).map_err(|_| damaged());
    }
    // never changed: the oldest key that is held is the only one there was
    let oldest = service.keys.verifiers().await?.pop().ok_or(Error::Damaged("signing key"))?;
    KeyList::of(&oldest, &[]).map_err(|_| damaged())
}

/// Destroys the old private key, when its time is over and what is released is signed with the new one.
///
/// # Errors
/// [`Error`], where a database or the published folder does not answer.
pub async fn retire(service: &Service) -> Result<usize, Error> {
    let held = service.keys.signing_keys().await?;
    let Some(until) = introduced(&list(service).await?, &held)? else { return Ok(0) };
    let head = rows::head(&service.db, &service.name).await?;
    let (Some((note, _)), Some(newest)) = (head.checkpoint, held.first()) else { return Ok(0) };
    if until > service.now() || Checkpoint::verify(&note, &verifier(newest)?).is_err() {
        return Ok(0);
    }
    service.keys.retire_signing().await
}

fn first(list: &KeyList) -> Result<VerifierKey, Error> {
    let first = list.keys.first().and_then(|key| key.key.parse().ok());
    first.ok_or(Error::Damaged("published list of keys"))
}

fn verifier(key: &SigningKey) -> Result<VerifierKey, Error> {
    VerifierKey::of(key).map_err(|_| Error::Damaged("base address of the service"))
}

fn at(seconds: u64) -> Timestamp {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX)
}

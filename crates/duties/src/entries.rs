//! Making ledger entries: facts, their salted commitment, the sealed body. The same for every duty.

use db::NewEntry;
use db::entries::Entry;
use jiff::Timestamp;
use ledger::{Facts, Hash, Kind};
use uuid::Uuid;
use vault::SubjectKey;

use crate::error::Error;
use crate::evidence::Evidence;
use crate::keys::KEY_VERSION;
use crate::service::Service;

/// The actor of what the person does.
pub const PERSON: &str = "person";
/// The actor of what Abide does by itself.
pub const ABIDE: &str = "abide";

/// Facts with a fresh id, of now, under the policy in force; the rest is empty and may be filled in.
#[must_use]
pub fn facts(service: &Service, kind: Kind, subject: Option<Uuid>, actor: &str) -> Facts {
    Facts {
        id: service.new_id(),
        at: service.now(),
        kind,
        subject,
        purpose: None,
        categories: Vec::new(),
        recipient: None,
        expires: None,
        policy: Some(service.policy.hash),
        actor: actor.to_owned(),
    }
}

/// What an entry's sealed body says of a form or of what was said; none where the body is gone or of another kind.
///
/// # Errors
/// [`Error::Vault`], where the body does not open; [`Error::Db`].
pub async fn evidence(service: &Service, key: &SubjectKey, entry: &Entry) -> Result<Option<Evidence>, Error> {
    let Some(body) = db::entries::body(&service.db, &service.name, entry.index).await? else {
        return Ok(None);
    };
    let plain = key.entry_key(entry.facts.id)?.open(&service.name, &body.sealed)?;
    Ok(Evidence::from_bytes(&plain))
}

/// When a consent to a purpose runs out by the policy in force, counted from when it was given; none: not by itself.
#[must_use]
pub fn consent_ends(service: &Service, purpose: &str, given: Timestamp) -> Option<Timestamp> {
    let lasts = service.policy.purpose(purpose)?.consent_lasts?;
    let given = given.to_zoned(policy::clock::zone(&service.policy));
    Some(given.checked_add(lasts.span()).ok()?.timestamp())
}

/// An entry under an evidence key: the subject's, or the service's where it concerns nobody.
///
/// # Errors
/// [`Error::Vault`], where the key is no evidence key.
pub fn entry(
    service: &Service,
    evidence: &SubjectKey,
    facts: Facts,
    body: Option<&[u8]>,
) -> Result<NewEntry, Error> {
    let commitment = ledger::commit(&facts, &evidence.fact_salt(facts.id)?);
    let Some(plain) = body else {
        return Ok(NewEntry { facts, commitment, body: None, key: Hash::ZERO, key_version: KEY_VERSION });
    };
    let key = evidence.entry_key(facts.id)?;
    let sealed = key.seal(&service.name, plain, service.entropy.as_ref())?;
    Ok(NewEntry { facts, commitment, body: Some(sealed), key: key.commitment(), key_version: KEY_VERSION })
}

//! Recording one: an entry with its evidence sealed, in a unit that fails where the person is erased meanwhile.

use db::subjects;
use jiff::Timestamp;
use policy::Wording;
use uuid::Uuid;

use super::said::{Said, kind};
use super::{Answer, NewConsent, NotRecorded, Problem, Recorded, check, later_word};
use crate::entries;
use crate::error::Error;
use crate::service::Service;
use crate::suppression;

/// Records it, once under the same key.
///
/// # Errors
/// [`NotRecorded`]; nothing was recorded then.
pub async fn enter(
    service: &Service,
    new: &NewConsent,
    actor: &str,
    once: Option<[u8; 32]>,
) -> Result<Recorded, NotRecorded> {
    if let Some(problem) = check::problem(service, new) {
        return Err(NotRecorded::Refused(problem));
    }
    let key = match service.keys.evidence(new.subject).await {
        Err(Error::Erased) => return Err(NotRecorded::Unknown),
        key => key?,
    };
    if let Some(given) = new.given_at
        && (later_word(service, &key, new.subject, &new.purpose, given).await?
            || no_since(service, new, given).await?)
    {
        return Err(NotRecorded::Refused(Problem { field: "given-at", id: "consent-later-word" }));
    }
    let said = said(service, new);
    let mut facts = said.facts(service, new.subject, actor);
    if let Some(once) = once {
        facts.id = id_of(&once);
    }
    let id = facts.id;
    let entry = entries::entry(service, &key, facts, Some(&said.evidence(service).to_bytes()))?;
    let mut unit = service.unit().write(subjects::hold(&service.name, new.subject)).entry(entry);
    unit.idempotency = once;
    match service.submit(unit).await {
        Ok(done) => {
            let index = done.indexes.first().copied().unwrap_or_default();
            if done.repeated {
                same(service, index, new).await?;
            }
            Ok(Recorded { id, index, repeated: done.repeated })
        }
        Err(Error::Db(error)) if error.is_conflict() => Err(NotRecorded::Unknown),
        Err(error) => Err(error.into()),
    }
}

/// Whether the person said no after that yes, where only what stands against an address of theirs tells so (CN-18).
async fn no_since(service: &Service, new: &NewConsent, yes: Timestamp) -> Result<bool, Error> {
    if new.answer != Answer::Given {
        return Ok(false);
    }
    for own in crate::subjects::identifiers(service, new.subject).await? {
        let kind = Some(own.kind.as_str());
        let Some(identifier) = suppression::identifier(service, kind, &own.value) else { continue };
        let rows = suppression::standing(service, &identifier).await?;
        if rows.iter().any(|row| suppression::is_older(row, &new.purpose, yes)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The entry that was written under the key says the same as what is to be recorded.
async fn same(service: &Service, index: u64, new: &NewConsent) -> Result<(), NotRecorded> {
    let first = db::entries::find(&service.db, &service.name, index).await.map_err(Error::from)?;
    let facts = first.ok_or(NotRecorded::Unknown)?.facts;
    let said = (facts.kind, facts.subject, facts.purpose.as_deref());
    if said == (kind(new.answer), Some(new.subject), Some(new.purpose.as_str())) {
        Ok(())
    } else {
        Err(NotRecorded::Reused)
    }
}

/// The words consent to a purpose is asked in, in the policy's own wording.
#[must_use]
pub fn wording(service: &Service, purpose: &str, lang: &str) -> String {
    Wording::new(&service.policy, service.language(lang)).consent(purpose, "")
}

/// What a program's own name of a request is to [`enter`].
#[must_use]
pub fn once(name: &[u8]) -> [u8; 32] {
    ledger::sha256(name).0
}

/// The same key names the same entry, so that a repeated one answers with the same receipt.
fn id_of(once: &[u8; 32]) -> Uuid {
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(once).for_each(|(byte, from)| *byte = *from);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

fn said<'a>(service: &'a Service, new: &'a NewConsent) -> Said<'a> {
    let lang = service.language(&new.lang);
    let witness = new.witness.as_deref().map(str::trim).filter(|name| !name.is_empty());
    Said {
        purpose: &new.purpose,
        answer: new.answer,
        wording: new.wording.clone().unwrap_or_else(|| wording(service, &new.purpose, lang)),
        lang,
        surface: new.surface.trim(),
        method: new.method.as_str(),
        shown_by: Vec::new(),
        witness: witness.map(str::to_owned),
        given_at: new.given_at,
        expires: new.expires,
    }
}

//! Recording one: an entry with its evidence sealed, in a unit that fails where the person is erased meanwhile.

use db::subjects;
use ledger::Kind;
use policy::Wording;
use uuid::Uuid;

use super::{Answer, NewConsent, NotRecorded, Problem, Recorded, check, later_word};
use crate::collect::wording_hash;
use crate::entries;
use crate::error::Error;
use crate::evidence::{Evidence, Words};
use crate::service::Service;

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
        && later_word(service, &key, new.subject, &new.purpose, given).await?
    {
        return Err(NotRecorded::Refused(Problem { field: "given-at", id: "consent-later-word" }));
    }
    let mut facts = entries::facts(service, kind(new.answer), Some(new.subject), actor);
    if let Some(once) = once {
        facts.id = id_of(&once);
    }
    facts.purpose = Some(new.purpose.clone());
    if new.answer == Answer::Given {
        let given = new.given_at.unwrap_or(facts.at);
        facts.expires = new.expires.or_else(|| entries::consent_ends(service, &new.purpose, given));
    }
    let id = facts.id;
    let entry = entries::entry(service, &key, facts, Some(&evidence(service, new).to_bytes()))?;
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

const fn kind(answer: Answer) -> Kind {
    match answer {
        Answer::Given => Kind::ConsentGiven,
        Answer::Refused => Kind::ConsentRefused,
        Answer::Withdrawn => Kind::ConsentWithdrawn,
    }
}

fn evidence(service: &Service, new: &NewConsent) -> Evidence {
    let lang = service.language(&new.lang);
    let words = new.wording.clone().unwrap_or_else(|| wording(service, &new.purpose, lang));
    let purpose = service.policy.purpose(&new.purpose);
    let said = Words {
        purpose: Some(new.purpose.clone()),
        documents: Vec::new(),
        hash: wording_hash(&words),
        wording: words,
        ticked: new.answer == Answer::Given,
        waits: false,
    };
    Evidence {
        form: String::new(),
        title: purpose.map_or_else(String::new, |found| found.why.get(lang).to_owned()),
        lang: lang.to_owned(),
        surface: new.surface.trim().to_owned(),
        version: service.policy.version.to_string(),
        purpose: String::new(),
        fields: Vec::new(),
        boxes: vec![said],
        notice: None,
        method: Some(new.method.as_str().to_owned()),
        witness: new.witness.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned),
        given_at: new.given_at.map(|at| at.to_string()),
    }
}

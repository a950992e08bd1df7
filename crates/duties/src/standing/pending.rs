//! Consents ticked with an address by somebody who was not signed in as its person: asked, not given. Anybody can type
//! anybody's address, also one that was verified long ago; so they wait until the person says yes on their own page.

use std::collections::BTreeMap;

use db::entries::Entry;
use db::subjects;
use jiff::Timestamp;
use ledger::Kind;
use uuid::Uuid;
use vault::SubjectKey;

use crate::entries::{self, PERSON};
use crate::error::Error;
use crate::evidence::Evidence;
use crate::service::Service;

/// A consent that waits for its person.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The purpose's name.
    pub purpose: String,
    /// The purpose in words.
    pub title: String,
    /// The words that stood beside the box.
    pub wording: String,
    /// When it was ticked.
    pub at: Timestamp,
}

/// The consents that wait for this person, by purpose.
///
/// # Errors
/// [`Error::Erased`] for somebody who is erased; [`Error::Db`].
pub async fn waiting(service: &Service, subject: Uuid, lang: &str) -> Result<Vec<Waiting>, Error> {
    let key = service.keys.evidence(subject).await?;
    let words = |purpose: &str, said: &Evidence| {
        let box_of = said.boxes.iter().find(|one| one.purpose.as_deref() == Some(purpose));
        box_of.map(|one| one.wording.clone()).unwrap_or_default()
    };
    let all = ticked(service, &key, subject).await?;
    let each = all.into_iter().map(|(purpose, (at, said))| Waiting {
        title: service.policy.purpose(&purpose).map_or("", |known| known.why.get(lang)).to_owned(),
        wording: words(&purpose, &said),
        purpose,
        at,
    });
    Ok(each.collect())
}

/// The person's own word on a consent that waits: given in the words that stood beside the box, or refused. Where none
/// waits nothing is written.
///
/// # Errors
/// As [`waiting`].
pub async fn settle(service: &Service, subject: Uuid, purpose: &str, agrees: bool) -> Result<(), Error> {
    let key = service.keys.evidence(subject).await?;
    let Some((_, said)) = ticked(service, &key, subject).await?.remove(purpose) else { return Ok(()) };
    let kind = if agrees { Kind::ConsentGiven } else { Kind::ConsentRefused };
    let mut facts = entries::facts(service, kind, Some(subject), PERSON);
    facts.purpose = Some(purpose.to_owned());
    facts.expires = entries::consent_ends(service, purpose, facts.at).filter(|_| agrees);
    let entry = entries::entry(service, &key, facts, Some(&said.to_bytes()))?;
    let unit = service.unit().write(subjects::hold(&service.name, subject)).entry(entry);
    service.submit(unit).await.map(|_| ())
}

/// Every ticked box without an answer since; what is no longer a purpose of the policy in force cannot be agreed to.
async fn ticked(
    service: &Service,
    key: &SubjectKey,
    subject: Uuid,
) -> Result<BTreeMap<String, (Timestamp, Evidence)>, Error> {
    let mut waiting = BTreeMap::new();
    for entry in db::entries::list_of(&service.db, &service.name, subject).await? {
        let Some(purpose) = entry.facts.purpose.clone() else { continue };
        match entry.facts.kind {
            Kind::ConsentAsked => {
                if let Some(said) = said(service, key, &entry).await? {
                    waiting.insert(purpose, (entry.facts.at, said));
                }
            }
            Kind::ConsentGiven | Kind::ConsentRefused | Kind::ConsentWithdrawn => {
                waiting.remove(&purpose);
            }
            _ => {}
        }
    }
    waiting.retain(|purpose, _| service.policy.purpose(purpose).is_some());
    Ok(waiting)
}

/// What stood there, if the box was ticked.
async fn said(service: &Service, key: &SubjectKey, entry: &Entry) -> Result<Option<Evidence>, Error> {
    let said = entries::evidence(service, key, entry).await?;
    Ok(said.filter(|said| said.boxes.iter().any(|one| one.ticked)))
}

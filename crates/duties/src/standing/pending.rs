//! Consents ticked with an address nobody had shown to be theirs: asked, not given, until the address is verified.
//! Anybody can type anybody's address; who opens the link sent there is who can agree.

use std::collections::BTreeMap;

use db::NewEntry;
use db::entries::Entry;
use ledger::Kind;
use uuid::Uuid;
use vault::SubjectKey;

use crate::entries::{self, PERSON};
use crate::error::Error;
use crate::evidence::Evidence;
use crate::service::Service;

/// The entries that turn every waiting consent of a person into a given one, in the words that stood beside the box;
/// they belong into the unit that verifies the address.
pub(crate) async fn confirm(
    service: &Service,
    key: &SubjectKey,
    subject: Uuid,
) -> Result<Vec<NewEntry>, Error> {
    let mut waiting: BTreeMap<String, Evidence> = BTreeMap::new();
    for entry in db::entries::list_of(&service.db, &service.name, subject).await? {
        let Some(purpose) = entry.facts.purpose.clone() else { continue };
        match entry.facts.kind {
            Kind::ConsentAsked => {
                if let Some(said) = ticked(service, key, &entry).await? {
                    waiting.insert(purpose, said);
                }
            }
            Kind::ConsentGiven | Kind::ConsentRefused | Kind::ConsentWithdrawn => {
                waiting.remove(&purpose);
            }
            _ => {}
        }
    }
    // what is no longer a purpose of the policy in force cannot be agreed to any more
    let known = waiting.into_iter().filter(|(purpose, _)| service.policy.purpose(purpose).is_some());
    known.map(|(purpose, said)| given(service, key, subject, purpose, &said)).collect()
}

/// What stood there, if the box was ticked.
async fn ticked(service: &Service, key: &SubjectKey, entry: &Entry) -> Result<Option<Evidence>, Error> {
    let Some(body) = db::entries::body(&service.db, &service.name, entry.index).await? else {
        return Ok(None);
    };
    let plain = key.entry_key(entry.facts.id)?.open(&service.name, &body.sealed)?;
    Ok(Evidence::from_bytes(&plain).filter(|said| said.boxes.iter().any(|one| one.ticked)))
}

fn given(
    service: &Service,
    key: &SubjectKey,
    subject: Uuid,
    purpose: String,
    said: &Evidence,
) -> Result<NewEntry, Error> {
    let mut facts = entries::facts(service, Kind::ConsentGiven, Some(subject), PERSON);
    facts.purpose = Some(purpose);
    entries::entry(service, key, facts, Some(&said.to_bytes()))
}

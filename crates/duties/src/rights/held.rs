//! Everything held about the verified person, from Abide itself and from the company's stores.

mod entries;
mod own;
mod sections;
mod store;

use std::collections::BTreeMap;

use uuid::Uuid;

use super::case::Choice;
use super::{Proven, Result, summary};
use crate::Service;
use crate::answer::{Group, Held, HeldRequest, Place, Section, group_position, group_title};
pub(super) use own::{Linked, link_place};
pub(super) use store::{column_title, table_title, title as store_title};

/// Gathers what is held about the subject, in words of `lang`. A store that cannot be reached is shown as
/// such, never as empty.
pub async fn held(service: &Service, subject: Uuid, lang: &str) -> Result<Held> {
    let choices = own::linked(service, subject).await?;
    let (held, _) = gather(service, &Search { subject, proven: &[], choices: &choices }, lang).await?;
    Ok(held)
}

/// Whom to look for, and with what.
pub(super) struct Search<'a> {
    pub subject: Uuid,
    pub proven: &'a [Proven],
    pub choices: &'a BTreeMap<String, Choice>,
}

/// Gathers; the errors of stores that did not answer come beside, for callers that need all of them.
pub(super) async fn gather(
    service: &Service,
    search: &Search<'_>,
    lang: &str,
) -> Result<(Held, Vec<super::Error>)> {
    let lang = service.language(lang);
    let mut held = Held { lang: lang.to_owned(), as_of: service.now(), ..Held::default() };
    let known = own::read(service, search, &mut held).await?;
    let mut sections = known.sections;
    let mut failed = Vec::new();
    for store in super::search::stores(service)? {
        match store::read(service, &store, &known.identifiers, search.choices, &known.consented, lang).await {
            Ok(read) => {
                sections.extend(read.sections);
                held.mentions.extend(read.mentions);
                held.places.push(read.place);
            }
            Err(error) => {
                held.places.push(store::unreachable(&store.map.store, lang));
                failed.push(error);
            }
        }
    }
    held.groups = groups(service, sections, lang);
    if super::written::rows(&service.policy, &held) > 0 {
        held.mentions.push(texts::texts(lang).say("rights-written"));
    }
    held.requests = requests(service, search.subject, lang).await?;
    Ok((held, failed))
}

/// Sections under their groups, the groups in the order an answer shows them.
fn groups(service: &Service, sections: Vec<(String, Section)>, lang: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (key, section) in sections {
        match groups.iter_mut().find(|group| group.key == key) {
            Some(group) => group.sections.push(section),
            None => {
                let title = group_title(&service.policy, &key, lang);
                groups.push(Group { key, title, sections: vec![section] });
            }
        }
    }
    groups.sort_by_key(|group| group_position(&service.policy, &group.key));
    groups
}

async fn requests(service: &Service, subject: Uuid, lang: &str) -> Result<Vec<HeldRequest>> {
    let rows = db::requests::list_of(&service.db, &service.name, subject).await?;
    let each = rows.iter().map(|row| {
        Ok(HeldRequest {
            id: row.id,
            reference: row.reference.clone(),
            kind: summary::kind(row)?.title(lang),
            state: summary::state(row)?.title(lang),
            at: row.received_at,
            closed_at: row.closed_at,
        })
    });
    each.collect()
}

/// The place that stands for Abide itself.
fn abide(rows: u64, lang: &str) -> Place {
    let texts = texts::texts(lang);
    let title = texts.say("rights-place-abide");
    let says = texts.with("rights-place-read", &[("place", (&title).into()), ("count", rows.into())]);
    Place { name: "abide".to_owned(), title, state: crate::answer::PlaceState::Read, says, rows }
}

//! Choosing among rows that match: a shared mailbox, a second account. Nothing is shown to the person or erased
//! before staff decided.

use std::collections::BTreeMap;

use db::{Write, links};
use stores::{Found, Match, Root};
use texts::texts;
use uuid::Uuid;
use vault::SubjectKey;

use super::case::{self, Choice};
use super::held::{Linked, link_place};
use super::loaded::{Loaded, load};
use super::{Candidate, RequestState, Result, search};
use crate::accounts::{Role, Staff};
use crate::answer::words;
use crate::keys::KEY_VERSION;
use crate::{Service, subjects};

/// What a candidate's form value says: the store and the row.
type Key = (String, Root);

/// Staff say which of the candidates are this person (none of them is an answer too).
pub async fn choose(service: &Service, staff: &Staff, id: Uuid, keys: &[String]) -> Result<()> {
    staff.must_be(Role::Support)?;
    let mut request = load(service, id).await?;
    request.must_be(&[RequestState::Open, RequestState::Planned])?;
    let picked: Vec<Key> = keys.iter().filter_map(|key| serde_json::from_str(key).ok()).collect();
    let mut choices = BTreeMap::new();
    for found in several(service, &request).await? {
        choices.insert(found.store.clone(), split(&found, &picked));
    }
    request.case.choices = choices;
    request.case.plan = None;
    request.turn(service, RequestState::Open);
    request.reseal(service)?;
    let unit = request.unit(service).writes(kept(service, &request)?);
    service.db.submit(unit).await?;
    Ok(())
}

/// The rows staff may have to choose among.
pub(super) async fn candidates(service: &Service, request: &Loaded, lang: &str) -> Result<Vec<Candidate>> {
    let mut all = Vec::new();
    for found in several(service, request).await? {
        let choice = request.case.choices.get(&found.store);
        all.extend(found.matches.iter().map(|one| candidate(&found.store, one, choice, lang)));
    }
    Ok(all)
}

/// The stores in which more than one row matches. One that cannot be reached has nothing to choose from now.
async fn several(service: &Service, request: &Loaded) -> Result<Vec<Found>> {
    let known = subjects::identifiers(service, request.row.subject).await?;
    let by = search::identifiers(&known, &request.case.proven);
    let mut all = Vec::new();
    for store in search::stores(service)? {
        match store.find(&by, &BTreeMap::new()).await {
            Ok(found) if found.needs_choice() => all.push(found),
            Ok(_) => {}
            Err(error) => tracing::warn!(store = store.map.store, %error, "a store could not be searched"),
        }
    }
    Ok(all)
}

fn candidate(store: &str, one: &Match, choice: Option<&Choice>, lang: &str) -> Candidate {
    let texts = texts(lang);
    let by = one.by.iter().map(|reason| {
        let kind = texts.say(&format!("rights-identifier-{}", super::error::kind_word(reason.kind)));
        let id = if reason.exact { "rights-match-exact" } else { "rights-match-case" };
        texts.with(id, &[("kind", kind.into())])
    });
    let by: Vec<String> = by.collect();
    let name = one.name.as_ref().map(|name| format!(" · {name}")).unwrap_or_default();
    Candidate {
        key: key(store, one),
        store: store.to_owned(),
        table: words(&one.table),
        row: format!("{} {}{name}", words(&one.table), one.key),
        by: texts.list(&by),
        chosen: choice.is_some_and(|choice| choice.chosen.iter().any(|root| *root == self::root(one))),
    }
}

fn key(store: &str, one: &Match) -> String {
    serde_json::to_string(&(store, root(one))).unwrap_or_default()
}

fn root(one: &Match) -> Root {
    Root { table: one.table.clone(), key: one.key.clone() }
}

fn split(found: &Found, picked: &[Key]) -> Choice {
    let is_picked = |root: &Root| picked.iter().any(|(store, one)| *store == found.store && one == root);
    let (chosen, others) = found.matches.iter().map(root).partition(is_picked);
    Choice { chosen, others }
}

/// The choice as links, so that the privacy centre knows it too.
fn kept(service: &Service, request: &Loaded) -> Result<Vec<Write>> {
    let mut writes = vec![links::delete_of(&service.name, request.row.subject)];
    for (store, choice) in &request.case.choices {
        let theirs = choice.chosen.iter().map(|root| (root, true));
        for (root, theirs) in theirs.chain(choice.others.iter().map(|root| (root, false))) {
            writes.push(link(service, request, store, Linked { root: root.clone(), theirs })?);
        }
    }
    Ok(writes)
}

fn link(service: &Service, request: &Loaded, store: &str, linked: Linked) -> Result<Write> {
    new_link(service, request.row.subject, request.key()?, store, &linked)
}

/// A row of a store that is this person's, as the company says (enrolment).
pub(crate) fn enrolled_link(
    service: &Service,
    subject: Uuid,
    key: &SubjectKey,
    store: &str,
    root: Root,
) -> std::result::Result<Write, crate::Error> {
    new_link(service, subject, key, store, &Linked { root, theirs: true })
        .map_err(|_| crate::Error::Damaged("link"))
}

fn new_link(
    service: &Service,
    subject: Uuid,
    key: &SubjectKey,
    store: &str,
    linked: &Linked,
) -> Result<Write> {
    let id = service.new_id();
    let row = links::Link {
        id,
        subject,
        identifier: None,
        store: store.to_owned(),
        place: linked.root.table.clone(),
        blind: None,
        sealed: case::seal(service, key, &link_place(service, id), linked)?,
        key_version: KEY_VERSION,
        created_at: service.now(),
    };
    Ok(links::insert(&service.name, &row))
}

//! Finding the person in the company's stores: by verified identifiers only, with what staff chose where several
//! rows match.

use std::collections::BTreeMap;
use std::sync::Arc;

use policy::map::{IdentifierKind as InMap, StoreMap};
use stores::{Connector, Found, Identifier, Match, Root};
use vault::IdentifierKind;

use super::case::Choice;
use super::{Proven, Result};
use crate::{Service, subjects};

/// One store of the service with its map.
pub(super) struct Store<'a> {
    pub map: &'a StoreMap,
    pub connector: &'a Arc<dyn Connector>,
}

/// The stores, in the maps' order. A map whose store is not connected is an error, not an absence.
pub(super) fn stores(service: &Service) -> Result<Vec<Store<'_>>> {
    let each = service.maps.iter().map(|map| {
        let connector = service.stores.get(&map.store).ok_or_else(|| not_connected(&map.store))?;
        Ok(Store { map, connector })
    });
    each.collect()
}

/// The store of that name.
pub(super) fn store<'a>(service: &'a Service, name: &str) -> Result<Store<'a>> {
    let map = service.maps.iter().find(|map| map.store == name);
    let connector = service.stores.get(name);
    match (map, connector) {
        (Some(map), Some(connector)) => Ok(Store { map, connector }),
        _ => Err(not_connected(name).into()),
    }
}

fn not_connected(name: &str) -> stores::Error {
    stores::Error::Unreachable { store: name.to_owned(), what: "it is not connected".to_owned() }
}

/// What may drive a search: the subject's verified identifiers and what staff verified for this request.
pub(super) fn identifiers(known: &[subjects::Identifier], proven: &[Proven]) -> Vec<Identifier> {
    // A number searches only for the request for which staff verified it, spelled as they entered it.
    let ours = |one: &&subjects::Identifier| one.verified && one.kind != IdentifierKind::Number;
    let own = known.iter().filter(ours);
    let own = own.map(|one| Identifier { kind: in_map(one.kind), of: None, value: one.value.to_string() });
    let proven = proven.iter().map(|one| Identifier {
        kind: one.kind,
        of: Some(one.of.clone()).filter(|of| !of.is_empty()),
        value: one.value.clone(),
    });
    let mut all: Vec<Identifier> = Vec::new();
    for one in own.chain(proven) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

fn in_map(kind: IdentifierKind) -> InMap {
    match kind {
        IdentifierKind::Email => InMap::Email,
        IdentifierKind::Phone => InMap::Phone,
        IdentifierKind::Number => InMap::Number,
    }
}

/// The identifiers a store's map can be searched by; the others would be an error there.
fn usable(map: &StoreMap, all: &[Identifier]) -> Vec<Identifier> {
    let known = |one: &&Identifier| {
        map.people()
            .flat_map(|(_, person)| &person.identifiers)
            .any(|by| by.kind == one.kind && one.of.as_ref().is_none_or(|of| *of == by.of))
    };
    all.iter().filter(known).cloned().collect()
}

impl Store<'_> {
    /// The rows that match, with the choice applied. `found.needs_choice()` says whether staff must choose (again).
    pub async fn find(&self, by: &[Identifier], choices: &BTreeMap<String, Choice>) -> Result<Found> {
        let by = usable(self.map, by);
        let store = self.map.store.clone();
        if by.is_empty() {
            return Ok(Found { store, identifiers: by, matches: vec![], decided: false });
        }
        let mut found = self.connector.find(self.map, &by).await?;
        if let Some(choice) = choices.get(&self.map.store) {
            apply(&mut found, choice)?;
        }
        Ok(found)
    }
}

/// Applies a choice, unless a row turned up since that nobody decided about.
fn apply(found: &mut Found, choice: &Choice) -> Result<()> {
    let decided = |one: &Match| choice.chosen.iter().chain(&choice.others).any(|root| is(root, one));
    if !found.matches.iter().all(decided) {
        found.decided = false;
        found.matches.iter_mut().for_each(|one| one.chosen = false);
        return Ok(());
    }
    let chosen = found.matches.iter().filter(|one| choice.chosen.iter().any(|root| is(root, one)));
    let rows: Vec<_> = chosen.map(|one| (one.table.clone(), one.key.clone())).collect();
    Ok(found.choose(&rows)?)
}

fn is(root: &Root, one: &Match) -> bool {
    root.table == one.table && root.key == one.key
}

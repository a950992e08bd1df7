//! What all maps of a policy hold together: a category no column holds, a period no sweep can keep.

use super::{StoreMap, rules};
use crate::diagnostic::{Diagnostic, Span};
use crate::levels::{self, Weighed};
use crate::model::{Anchor, Unit};
use crate::sources::Sources;
use crate::{Policy, keys, shape};
use std::collections::HashSet;

/// What all maps together lack.
#[derive(Debug, Clone, Default)]
pub struct Uncovered {
    /// What is told.
    pub told: Vec<Diagnostic>,
    /// What the policy allows, each with the reason it gives.
    pub allowed: Vec<Diagnostic>,
}

/// What the policy declares and the maps do not hold; told at the policy's own declarations, whose file gives the
/// levels.
#[must_use]
pub fn uncovered(sources: &Sources, policy: &Policy, maps: &[StoreMap]) -> Uncovered {
    let found = found(sources, policy, maps);
    let checked = shape::check(sources.root(), &keys::POLICY);
    let Weighed { told, allowed } = levels::weigh(sources, sources.root(), &checked, levels::MAPS, found);
    Uncovered { told, allowed }
}

fn found(sources: &Sources, policy: &Policy, maps: &[StoreMap]) -> Vec<Diagnostic> {
    let columns = || maps.iter().flat_map(|map| &map.tables).flat_map(|table| &table.columns);
    let held: HashSet<&str> = columns()
        .filter_map(|column| column.class.field()?.split_once('.'))
        .map(|(category, _)| category)
        .collect();
    let mut told = Vec::new();
    for category in policy.data.iter().filter(|category| !held.contains(category.name.as_str())) {
        let found =
            rules::NO_COLUMN.breach(format!("no column of these maps holds anything of `{}`", category.name));
        let found = found.at(key(sources, &format!("data/{}", category.name)));
        told.push(found.help("map the store that holds it, or take it out of the policy"));
    }
    let mapped: HashSet<&str> = maps
        .iter()
        .flat_map(|map| &map.tables)
        .flat_map(|table| {
            std::iter::once(table.purpose.as_str()).chain(table.also_for.iter().map(String::as_str))
        })
        .collect();
    for purpose in policy.purposes.iter().filter(|purpose| mapped.contains(purpose.name.as_str())) {
        let keep = &purpose.keep;
        let hours =
            matches!(keep.length.unit, Unit::Minutes | Unit::Hours) && keep.length.roughly_days() < 1.0;
        if hours && keep.length.amount > 0 && keep.from != Anchor::ConsentEnd {
            let found = rules::TOO_SHORT.breach(format!(
                "`{}` promises less than a day, and a sweep comes by less often",
                purpose.name
            ));
            let found = found.at(key(sources, &format!("purposes/{}/keep/for", purpose.name)));
            told.push(found.help("write `1 day` or more, or do not write it down"));
        }
    }
    told
}

/// Where a declaration stands, or the beginning of the file.
fn key(sources: &Sources, place: &str) -> Span {
    crate::promises::declared_at(sources, place).unwrap_or_default()
}

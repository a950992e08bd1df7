//! One table of one place, cut into the groups its columns belong to. Columns that are no field of the policy (keys,
//! dates of an order) go with the group most of the table belongs to.

use policy::Policy;

use crate::answer::{Column, Row, Section, group_of, why_field, why_purpose, words};

/// A table before it is cut.
pub(super) struct Table {
    pub source: String,
    pub title: String,
    pub origin: String,
    /// The purpose its rows are kept for, where one is declared for the table as a whole.
    pub purpose: Option<String>,
    pub columns: Vec<Raw>,
    pub rows: Vec<Row>,
}

/// A column before its words are looked up.
pub(super) struct Raw {
    pub name: String,
    pub field: Option<String>,
    /// A sentence where values are held but not shown.
    pub withheld: Vec<String>,
}

/// The table's sections, each with the key of its group.
pub(super) fn cut(policy: &Policy, table: Table, lang: &str) -> Vec<(String, Section)> {
    let keys: Vec<Option<String>> =
        table.columns.iter().map(|raw| raw.field.as_deref().map(|field| group_of(policy, field))).collect();
    let main = main(policy, &keys, &table);
    let keys: Vec<String> = keys.into_iter().map(|key| key.unwrap_or_else(|| main.clone())).collect();
    let mut order: Vec<&String> = Vec::new();
    for key in &keys {
        if !order.contains(&key) {
            order.push(key);
        }
    }
    order.into_iter().map(|key| (key.clone(), section(policy, &table, &keys, key, lang))).collect()
}

/// The group most columns belong to; of equals the first.
fn main(policy: &Policy, keys: &[Option<String>], table: &Table) -> String {
    let count = |key: &String| keys.iter().flatten().filter(|other| *other == key).count();
    let most = keys.iter().flatten().rev().max_by_key(|key| count(key)).cloned();
    let by_purpose = || {
        let purpose = table.purpose.as_deref().and_then(|name| policy.purpose(name));
        purpose.and_then(|purpose| purpose.uses.first()).map(|field| group_of(policy, field))
    };
    most.or_else(by_purpose).unwrap_or_else(|| "other".to_owned())
}

fn section(policy: &Policy, table: &Table, keys: &[String], key: &str, lang: &str) -> Section {
    let chosen: Vec<usize> =
        keys.iter().enumerate().filter(|(_, one)| *one == key).map(|(at, _)| at).collect();
    let raws = || chosen.iter().filter_map(|at| table.columns.get(*at));
    let rows = table.rows.iter().map(|row| Row {
        key: row.key.clone(),
        at: row.at,
        cells: chosen.iter().filter_map(|at| row.cells.get(*at)).cloned().collect(),
    });
    Section {
        source: table.source.clone(),
        title: table.title.clone(),
        origin: table.origin.clone(),
        columns: raws().map(|raw| column(policy, table, raw, lang)).collect(),
        rows: rows.collect(),
        withheld: raws().flat_map(|raw| raw.withheld.clone()).collect(),
    }
}

fn column(policy: &Policy, table: &Table, raw: &Raw, lang: &str) -> Column {
    let field = raw.field.as_deref();
    let titled = field
        .and_then(|field| policy.field(field))
        .map(|field| field.title.get(lang))
        .filter(|t| !t.is_empty());
    let title = titled.map_or_else(|| words(&raw.name), ToOwned::to_owned);
    let mut why = field.map(|field| why_field(policy, field, lang)).unwrap_or_default();
    // The purpose the table is kept for comes first: it is the one this copy is there for.
    if let Some(purpose) = table.purpose.as_deref().and_then(|name| policy.purpose(name)) {
        why.retain(|one| one.purpose != purpose.name);
        why.insert(0, why_purpose(policy, purpose, lang));
    }
    Column { name: raw.name.clone(), title, field: raw.field.clone(), why }
}

//! One table of one place, cut into the groups its columns belong to. Columns that are no field of the policy (keys,
//! dates of an order) go with the group most of the table belongs to; so do contact details in a table that is
//! about something else: the address on an invoice is part of the invoice.

use policy::map::Money;
use policy::{Kind, Policy};
use stores::WithheldWhy;
use texts::texts;

use crate::answer::{Column, Row, Section, group_of, is_fixed_group, why_field, why_purpose, words};

/// The group contact details belong to by themselves.
const CONTACT: &str = "contact";

/// A table before it is cut.
pub(super) struct Table {
    pub source: String,
    pub title: String,
    pub origin: String,
    /// Its rows are people: contact details in it are theirs.
    pub people: bool,
    /// The purposes its rows are kept for, the one it is there for first.
    pub purposes: Vec<String>,
    /// The duty by which the rows are kept when everything else is over.
    pub ground: Option<String>,
    pub columns: Vec<Raw>,
    pub rows: Vec<Row>,
}

/// A column before its words are looked up.
pub(super) struct Raw {
    pub name: String,
    pub field: Option<String>,
    /// What the store's map calls it.
    pub title: Option<String>,
    /// How amounts in it are stored.
    pub unit: Option<Money>,
    /// In how many rows it is held but not shown, and why.
    pub withheld: Option<(WithheldWhy, usize)>,
}

/// The table's sections, each with the key of its group.
pub(super) fn cut(policy: &Policy, table: Table, lang: &str) -> Vec<(String, Section)> {
    let keys: Vec<Option<String>> =
        table.columns.iter().map(|raw| raw.field.as_deref().map(|field| group_of(policy, field))).collect();
    let main = main(policy, &keys, &table);
    let absorbs = !table.people && !is_fixed_group(&main);
    let home = |key: Option<String>| match key {
        Some(key) if !(absorbs && key == CONTACT) => key,
        _ => main.clone(),
    };
    let keys: Vec<String> = keys.into_iter().map(home).collect();
    let mut order: Vec<&String> = Vec::new();
    for key in &keys {
        if !order.contains(&key) {
            order.push(key);
        }
    }
    order.into_iter().map(|key| (key.clone(), section(policy, &table, &keys, key, lang))).collect()
}

/// The group the table is about: the one most columns belong to, contact details counting only where nothing else is
/// there or where the rows are people.
fn main(policy: &Policy, keys: &[Option<String>], table: &Table) -> String {
    let counts = |key: &&String| table.people || !is_fixed_group(key);
    let own: Vec<&String> = keys.iter().flatten().filter(counts).collect();
    let all = if own.is_empty() { keys.iter().flatten().collect() } else { own };
    let count = |key: &String| all.iter().filter(|other| **other == key).count();
    let most = all.iter().rev().max_by_key(|key| count(key)).map(|key| (*key).clone());
    let by_purpose = || {
        let purpose = table.purposes.first().and_then(|name| policy.purpose(name));
        purpose.and_then(|purpose| purpose.uses.first()).map(|field| group_of(policy, field))
    };
    most.or_else(by_purpose).unwrap_or_else(|| "other".to_owned())
}

fn section(policy: &Policy, table: &Table, keys: &[String], key: &str, lang: &str) -> Section {
    let chosen: Vec<usize> =
        keys.iter().enumerate().filter(|(_, one)| *one == key).map(|(at, _)| at).collect();
    let raws: Vec<&Raw> = chosen.iter().filter_map(|at| table.columns.get(*at)).collect();
    let rows = table.rows.iter().map(|row| Row {
        key: row.key.clone(),
        at: row.at,
        until: row.until,
        cells: chosen.iter().filter_map(|at| row.cells.get(*at)).cloned().collect(),
    });
    let mut columns: Vec<Column> = raws.iter().map(|raw| column(policy, table, raw, lang)).collect();
    tell_apart(&mut columns);
    let ground = table.ground.as_deref().and_then(|name| policy.purpose(name));
    Section {
        why: ground.map(|purpose| why_purpose(policy, purpose, lang)).into_iter().collect(),
        source: table.source.clone(),
        title: table.title.clone(),
        origin: table.origin.clone(),
        withheld: notes(&raws, &columns, lang),
        columns,
        rows: rows.collect(),
    }
}

fn column(policy: &Policy, table: &Table, raw: &Raw, lang: &str) -> Column {
    let field = raw.field.as_deref();
    let known = field.and_then(|field| policy.field(field)).map(|field| field.title.get(lang).to_owned());
    let known = raw.title.clone().or(known).filter(|title| !title.is_empty());
    let title = known.unwrap_or_else(|| words(&raw.name));
    let mut why = field.map(|field| why_field(policy, field, &table.purposes, lang)).unwrap_or_default();
    // A key or a date serves what its table is there for; so does a field no purpose of the table names.
    if why.is_empty() {
        let first = table.purposes.first().and_then(|name| policy.purpose(name));
        why.extend(first.map(|purpose| why_purpose(policy, purpose, lang)));
    }
    let country = field.and_then(|path| policy.field(path)).is_some_and(|known| known.kind == Kind::Country);
    Column { name: raw.name.clone(), title, field: raw.field.clone(), unit: raw.unit.clone(), country, why }
}

/// Two columns of the same field for which the map has no titles (ordered, delivered) say which is which.
fn tell_apart(columns: &mut [Column]) {
    let titles: Vec<String> = columns.iter().map(|column| column.title.clone()).collect();
    for column in columns {
        if titles.iter().filter(|title| **title == column.title).count() > 1 {
            column.title = format!("{} ({})", column.title, words(&column.name).to_lowercase());
        }
    }
}

/// A sentence for columns withheld for the same reason in as many rows.
fn notes(raws: &[&Raw], columns: &[Column], lang: &str) -> Vec<String> {
    let texts = texts(lang);
    let mut groups: Vec<((WithheldWhy, usize), Vec<String>)> = Vec::new();
    for (raw, column) in raws.iter().zip(columns) {
        let Some(why) = raw.withheld else { continue };
        match groups.iter_mut().find(|(other, _)| *other == why) {
            Some((_, titles)) => titles.push(column.title.clone()),
            None => groups.push((why, vec![column.title.clone()])),
        }
    }
    let sentence = |((why, rows), titles): ((WithheldWhy, usize), Vec<String>)| {
        let id = match why {
            WithheldWhy::OtherPerson => "rights-withheld-other",
            WithheldWhy::Secret => "rights-withheld-secret",
        };
        texts.with(id, &[("columns", texts.list(&titles).into()), ("count", rows.into())])
    };
    groups.into_iter().map(sentence).collect()
}

//! What one of the company's stores holds about the person: found by verified identifiers, exported, others'
//! data withheld by the connector.

use std::collections::BTreeMap;

use jiff::civil::Date;
use policy::Policy;
use policy::map::{Erase, StoreMap, TableMap};
use serde_json::Value;
use stores::{Export, Identifier, TableRows, Withheld, WithheldWhy};
use texts::{Texts, texts};

use super::sections::{Raw, Table, cut};
use crate::Service;
use crate::answer::{Cell, Place, PlaceState, Row, Section, words};
use crate::rights::Result;
use crate::rights::case::Choice;
use crate::rights::search::Store;

/// What was read from a store.
pub(super) struct Read {
    pub sections: Vec<(String, Section)>,
    pub mentions: Vec<String>,
    pub place: Place,
}

/// Searches and exports.
pub(super) async fn read(
    service: &Service,
    store: &Store<'_>,
    by: &[Identifier],
    choices: &BTreeMap<String, Choice>,
    consented: &[String],
    lang: &str,
) -> Result<Read> {
    let found = store.find(by, choices).await?;
    let name = &store.map.store;
    if found.needs_choice() {
        return Ok(Read {
            sections: vec![],
            mentions: vec![],
            place: place(name, PlaceState::NeedsChoice, 0, lang),
        });
    }
    if found.is_empty() {
        return Ok(Read {
            sections: vec![],
            mentions: vec![],
            place: place(name, PlaceState::Read, 0, lang),
        });
    }
    let export = store.connector.export(store.map, &found).await?;
    let rows = export.tables.iter().map(|table| table.rows.len()).sum::<usize>();
    let rows = u64::try_from(rows).unwrap_or(u64::MAX);
    let mentions = mentions(&service.policy, store.map, &export, lang);
    let tables = export.tables.into_iter().map(|table| as_table(store, table, consented, lang));
    let sections = tables.flat_map(|table| cut(&service.policy, table, lang)).collect();
    Ok(Read { sections, mentions, place: place(name, PlaceState::Read, rows, lang) })
}

/// A store that did not answer.
pub(super) fn unreachable(name: &str, lang: &str) -> Place {
    place(name, PlaceState::Unreachable, 0, lang)
}

/// The table's title in the map, else its name in words.
pub(in crate::rights) fn table_title(map: &StoreMap, table: &str, lang: &str) -> String {
    let title = map.table(table).map(|table| table.title.get(lang)).filter(|title| !title.is_empty());
    title.map_or_else(|| words(table), ToOwned::to_owned)
}

/// The column's title in the map, else its field's, else its name in words.
pub(in crate::rights) fn column_title(
    policy: &Policy,
    map: &StoreMap,
    (table, column): (&str, &str),
    lang: &str,
) -> String {
    let Some(mapped) = map.table(table).and_then(|table| table.column(column)) else { return words(column) };
    let field = mapped.class.field().and_then(|field| policy.field(field));
    let titles = [Some(&mapped.title), field.map(|field| &field.title)];
    let mut said =
        titles.into_iter().flatten().map(|title| title.get(lang)).filter(|title| !title.is_empty());
    said.next().map_or_else(|| words(column), ToOwned::to_owned)
}

/// "Shop" of the store `shop`.
pub(in crate::rights) fn title(name: &str, lang: &str) -> String {
    texts(lang).with("rights-place-store", &[("store", words(name).into())])
}

fn place(name: &str, state: PlaceState, rows: u64, lang: &str) -> Place {
    let (texts, title) = (texts(lang), title(name, lang));
    let id = match state {
        PlaceState::Read => "rights-place-read",
        PlaceState::Unreachable => "rights-place-unreachable",
        PlaceState::NeedsChoice => "rights-place-needs-choice",
    };
    let says = texts.with(id, &[("place", (&title).into()), ("count", rows.into())]);
    Place { name: name.to_owned(), title, state, says, rows }
}

fn mentions(policy: &Policy, map: &StoreMap, export: &Export, lang: &str) -> Vec<String> {
    let texts = texts(lang);
    let each = export.mentioned.iter().filter(|one| one.rows > 0).map(|one| {
        let said = [
            ("table", table_title(map, &one.table, lang).into()),
            ("column", column_title(policy, map, (&one.table, &one.column), lang).into()),
            ("count", one.rows.into()),
        ];
        texts.with("rights-mentioned", &said)
    });
    each.collect()
}

fn as_table(store: &Store<'_>, table: TableRows, consented: &[String], lang: &str) -> Table {
    let (texts, name) = (texts(lang), &store.map.store);
    let mapped = store.map.table(&table.table);
    let never = secrets(&table);
    let rows = table.rows.iter().zip(&table.keys).map(|(row, key)| {
        let shown = row.iter().enumerate().map(|(at, value)| cell(value, hidden(&table, at), texts));
        let cells = shown.chain(never.clone()).collect();
        Row { key: key.to_string(), at: None, until: until(store.map, &table, row), cells }
    });
    let also = mapped.map(|mapped| mapped.also_for.clone()).unwrap_or_default();
    let purposes = std::iter::once(table.purpose.clone()).chain(also).chain(consented.iter().cloned());
    Table {
        source: format!("store:{name}/{}", table.table),
        title: table_title(store.map, &table.table, lang),
        origin: texts.with("rights-origin-store", &[("store", words(name).into())]),
        ground: mapped.and_then(|mapped| ground(store.map, mapped, 0)),
        people: mapped.is_some_and(|mapped| mapped.person.is_some()),
        purposes: purposes.filter(|purpose| !purpose.is_empty()).collect(),
        rows: rows.collect(),
        columns: columns(&table, mapped, lang),
    }
}

/// The last day a row that the law keeps may be kept; rows that follow others end with those.
fn until(map: &StoreMap, table: &TableRows, row: &[Value]) -> Option<Date> {
    let Erase::Keep(keep) = &map.table(&table.table)?.erase else { return None };
    let at = table.columns.iter().position(|column| column.name == keep.counted_from)?;
    stores::kept_until(row.get(at)?, &keep.period, map.financial_year_ends)
}

/// The duty by which rows of the table are kept, also by the row they follow.
fn ground(map: &StoreMap, table: &TableMap, depth: usize) -> Option<String> {
    match &table.erase {
        Erase::Keep(keep) => Some(keep.ground.clone()),
        Erase::Follow(_) if depth < 16 => {
            table.belongs_to.iter().find_map(|link| ground(map, map.table(&link.table)?, depth + 1))
        }
        _ => None,
    }
}

/// The columns shown, then those that are held and never shown at all.
fn columns(table: &TableRows, mapped: Option<&TableMap>, lang: &str) -> Vec<Raw> {
    let map_of = |name: &str| mapped.and_then(|mapped| mapped.column(name));
    let title = |name: &str| {
        map_of(name).map(|column| column.title.get(lang).to_owned()).filter(|title| !title.is_empty())
    };
    let withheld = |name: &str| {
        let of = table.withheld.iter().find(|one| one.column == name && one.rows > 0);
        of.map(|one| (one.why, one.rows))
    };
    let shown = table.columns.iter().map(|column| Raw {
        name: column.name.clone(),
        field: column.field.clone(),
        title: title(&column.name),
        unit: map_of(&column.name).and_then(|column| column.unit.clone()),
        withheld: withheld(&column.name),
    });
    let never = whole(table).map(|one| Raw {
        name: one.column.clone(),
        field: None,
        title: title(&one.column),
        unit: None,
        withheld: withheld(&one.column),
    });
    shown.chain(never).collect()
}

/// What is withheld as a whole: its column does not stand among those shown.
fn whole(table: &TableRows) -> impl Iterator<Item = &Withheld> {
    table
        .withheld
        .iter()
        .filter(|one| one.rows > 0 && !table.columns.iter().any(|column| column.name == one.column))
}

fn secrets(table: &TableRows) -> Vec<Cell> {
    let each = whole(table).map(|one| match one.why {
        WithheldWhy::OtherPerson => Cell::Withheld,
        WithheldWhy::Secret => Cell::Secret,
    });
    each.collect()
}

/// Whether every empty value of this column is one that is withheld: then it is marked cell by cell.
fn hidden(table: &TableRows, at: usize) -> bool {
    let Some(column) = table.columns.get(at) else { return false };
    let empty = table.rows.iter().filter(|row| row.get(at).is_none_or(Value::is_null)).count();
    table.withheld.iter().any(|one| one.column == column.name && one.rows == empty)
}

fn cell(value: &Value, hidden: bool, texts: &Texts) -> Cell {
    match value {
        Value::Null if hidden => Cell::Withheld,
        Value::Null => Cell::Empty,
        Value::Bool(yes) => Cell::Value(texts.say(if *yes { "yes" } else { "no" })),
        Value::String(text) if text.is_empty() => Cell::Empty,
        Value::String(text) => Cell::Value(text.clone()),
        other => Cell::Value(other.to_string()),
    }
}

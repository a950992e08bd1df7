//! The person's rows for their answer. Another person's columns and secrets are withheld and said to be; free
//! text is handed out but flagged for reading, since it may name others.

use std::collections::BTreeSet;

use policy::map::{Class, ColumnMap, SomebodyElse};

use crate::engine::Session;
use crate::engine::dialect::among;
use crate::find::name_of;
use crate::read::{self, cell, values};
use crate::resolve::{Part, Resolved, Tie};
use crate::walk::{Collected, Owned};
use crate::{ColumnInfo, Error, Export, Flag, Mentioned, RowKey, TableRows, Withheld, WithheldWhy};

pub(crate) async fn export(
    session: &mut Session,
    resolved: &Resolved<'_>,
    collected: &Collected,
) -> Result<Export, Error> {
    let tables = resolved
        .parts
        .iter()
        .filter(|part| collected.rows(part.name()).next().is_some())
        .map(|part| table(resolved, part, collected))
        .collect();
    let mut mentioned = Vec::new();
    for part in &resolved.parts {
        for tie in &part.refers {
            mentioned.extend(mentions(session, resolved, collected, part, tie).await?);
        }
    }
    Ok(Export { store: resolved.map.store.clone(), tables, mentioned })
}

fn table(resolved: &Resolved<'_>, part: &Part<'_>, collected: &Collected) -> TableRows {
    let rows: Vec<&Owned> = collected.rows(part.name()).collect();
    let theirs: Vec<bool> =
        rows.iter().map(|owned| somebody_else(resolved, part, collected, owned)).collect();
    let other: &[String] = part.map.somebody_else.as_ref().map_or(&[], |rule| rule.columns.as_slice());
    let shown: Vec<&ColumnMap> =
        part.map.columns.iter().filter(|column| hidden(&column.class).is_none()).collect();
    let value = |owned: &Owned, theirs: bool, column: &ColumnMap| {
        if theirs && other.contains(&column.name) {
            return serde_json::Value::Null;
        }
        cell(part.table, &owned.row.cells, &column.name).to_json()
    };
    TableRows {
        table: part.name().to_owned(),
        purpose: part.map.purpose.clone(),
        columns: shown
            .iter()
            .map(|c| ColumnInfo { name: c.name.clone(), field: c.class.field().map(ToOwned::to_owned) })
            .collect(),
        keys: rows.iter().map(|owned| owned.row.key.clone()).collect(),
        rows: rows
            .iter()
            .zip(&theirs)
            .map(|(owned, theirs)| shown.iter().map(|column| value(owned, *theirs, column)).collect())
            .collect(),
        withheld: withheld(part, &rows, &theirs),
        flagged: flagged(part, &rows),
    }
}

fn hidden(class: &Class) -> Option<WithheldWhy> {
    match class {
        Class::OtherPerson => Some(WithheldWhy::OtherPerson),
        Class::Secret(_) => Some(WithheldWhy::Secret),
        _ => None,
    }
}

fn withheld(part: &Part<'_>, rows: &[&Owned], theirs: &[bool]) -> Vec<Withheld> {
    let held =
        |column: &str| rows.iter().filter(|o| !cell(part.table, &o.row.cells, column).is_null()).count();
    let always = part.map.columns.iter().filter_map(|column| {
        let why = hidden(&column.class)?;
        Some(Withheld { column: column.name.clone(), rows: held(&column.name), why })
    });
    let sometimes = part.map.somebody_else.iter().flat_map(|rule| &rule.columns).map(|column| {
        let rows = rows
            .iter()
            .zip(theirs)
            .filter(|(o, theirs)| **theirs && !cell(part.table, &o.row.cells, column).is_null());
        Withheld { column: column.clone(), rows: rows.count(), why: WithheldWhy::OtherPerson }
    });
    always.chain(sometimes).filter(|withheld| withheld.rows > 0).collect()
}

fn flagged(part: &Part<'_>, rows: &[&Owned]) -> Vec<Flag> {
    let says = |column: &str| {
        let text = |o: &&&Owned| {
            cell(part.table, &o.row.cells, column).as_text().is_some_and(|t| !t.trim().is_empty())
        };
        rows.iter().filter(text).count()
    };
    part.map
        .columns
        .iter()
        .filter(|column| matches!(column.class, Class::FreeText(_)))
        .map(|column| Flag { column: column.name.clone(), rows: says(&column.name) })
        .filter(|flag| flag.rows > 0)
        .collect()
}

/// Whether a name in this row is not the person's: then the columns around it are somebody else's.
fn somebody_else(resolved: &Resolved<'_>, part: &Part<'_>, collected: &Collected, owned: &Owned) -> bool {
    let Some(rule) = &part.map.somebody_else else { return false };
    let same = |text: &str| text.trim().to_lowercase();
    let Some(name) = cell(part.table, &owned.row.cells, &rule.column).as_text() else { return false };
    !names(resolved, collected, rule).iter().any(|known| same(known) == same(&name))
}

fn names(resolved: &Resolved<'_>, collected: &Collected, rule: &SomebodyElse) -> BTreeSet<String> {
    let Some(people) = resolved.part(&rule.table) else { return BTreeSet::new() };
    let person = policy::map::Person { identifiers: Vec::new(), name: rule.name.clone() };
    collected.rows(&rule.table).filter_map(|owned| name_of(people.table, &person, &owned.row)).collect()
}

/// How many rows of others point at the person.
async fn mentions(
    session: &mut Session,
    resolved: &Resolved<'_>,
    collected: &Collected,
    part: &Part<'_>,
    tie: &Tie<'_>,
) -> Result<Option<Mentioned>, Error> {
    let Some(parent) = resolved.part(tie.parent) else { return Ok(None) };
    let keys: Vec<RowKey> =
        collected.rows(tie.parent).filter_map(|owned| values(parent, &owned.row, &tie.to)).collect();
    let mut rows = 0;
    for batch in keys.chunks(read::BATCH) {
        let (condition, params) = among(resolved.engine(), &tie.columns, batch);
        rows += read::count(session, part.table, &condition, params).await?;
    }
    let column = tie.columns.first().map(|column| column.name.clone()).unwrap_or_default();
    let own = collected
        .rows(part.name())
        .filter(|owned| values(part, &owned.row, &tie.columns).is_some_and(|value| keys.contains(&value)));
    let rows = rows.saturating_sub(own.count() as u64);
    Ok((rows > 0).then(|| Mentioned { table: part.name().to_owned(), column, rows }))
}

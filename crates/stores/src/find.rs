//! Looking for a person: one query for each identifying column, nothing but what was proved, every match with
//! its reason. Rows are never merged because two of them share a mailbox; that is for staff to say.

use policy::map::{IdentifiedBy, IdentifierKind, Person};

use crate::engine::dialect::{one, quote};
use crate::engine::{Param, Session};
use crate::read::{self, Row, cell};
use crate::resolve::{Part, Resolved};
use crate::{Engine, Error, Found, Identifier, Match, Reason, Table};

pub(crate) async fn find(
    session: &mut Session,
    resolved: &Resolved<'_>,
    identifiers: &[Identifier],
) -> Result<Found, Error> {
    let mut matches: Vec<Match> = Vec::new();
    for part in &resolved.parts {
        let Some(person) = &part.map.person else { continue };
        for by in &person.identifiers {
            for identifier in identifiers {
                if fits(resolved, by, identifier)? {
                    look(session, resolved.engine(), part, person, by, identifier, &mut matches).await?;
                }
            }
        }
    }
    let alone: Vec<bool> =
        matches.iter().map(|one| matches.iter().filter(|m| m.table == one.table).count() == 1).collect();
    for (found, alone) in matches.iter_mut().zip(alone) {
        found.chosen = alone;
    }
    let store = resolved.map.store.clone();
    Ok(Found { store, identifiers: identifiers.to_vec(), matches, decided: false })
}

/// Whether an identifier may be looked up in a column. A number has to be that very number.
fn fits(resolved: &Resolved<'_>, by: &IdentifiedBy, identifier: &Identifier) -> Result<bool, Error> {
    if by.kind != identifier.kind || by.kind != IdentifierKind::Number {
        return Ok(by.kind == identifier.kind);
    }
    if let Some(of) = &identifier.of {
        return Ok(*of == by.of);
    }
    let known: Vec<&str> = resolved
        .map
        .people()
        .flat_map(|(_, person)| &person.identifiers)
        .filter(|known| known.kind == IdentifierKind::Number)
        .map(|known| known.of.as_str())
        .collect();
    match known.len() {
        1 => Ok(true),
        _ => Err(Error::WhichNumber { store: resolved.map.store.clone(), known: known.join(", ") }),
    }
}

async fn look(
    session: &mut Session,
    engine: Engine,
    part: &Part<'_>,
    person: &Person,
    by: &IdentifiedBy,
    identifier: &Identifier,
    matches: &mut Vec<Match>,
) -> Result<(), Error> {
    let Some((condition, params)) = condition(engine, part, by, identifier) else { return Ok(()) };
    for row in read::rows_where(session, engine, part.table, &part.key, &condition, params).await? {
        let value = cell(part.table, &row.cells, &by.column).as_text().unwrap_or_default();
        let reason =
            Reason { kind: by.kind, column: by.column.clone(), exact: value == identifier.value.trim() };
        match matches.iter_mut().find(|found| found.table == part.name() && found.key == row.key) {
            Some(found) => found.by.push(reason),
            None => matches.push(Match {
                table: part.name().to_owned(),
                name: name_of(part.table, person, &row),
                key: row.key,
                by: vec![reason],
                chosen: false,
            }),
        }
    }
    Ok(())
}

/// E-mail through `lower(column)`, so that an index on it serves; the rest exactly. A number that the column's
/// type cannot hold matches nothing.
fn condition(
    engine: Engine,
    part: &Part<'_>,
    by: &IdentifiedBy,
    identifier: &Identifier,
) -> Option<(String, Vec<Param>)> {
    let column = part.table.column(&by.column)?;
    let value = identifier.value.trim();
    if value.is_empty() {
        return None;
    }
    let name = quote(&column.name);
    if by.kind == IdentifierKind::Email {
        let both =
            vec![Param::Text(Some(value.to_lowercase())), Param::Text(Some(value.to_ascii_lowercase()))];
        return Some((format!("lower({name}) IN ($1, $2)"), both));
    }
    if integer(&column.data_type) && value.parse::<i64>().is_err() {
        return None;
    }
    Some((format!("{name} = {}", one(engine, column, 1)), vec![Param::Text(Some(value.to_owned()))]))
}

pub(crate) fn integer(data_type: &str) -> bool {
    data_type.contains("int") && !data_type.contains("interval") && !data_type.contains("point")
}

/// The name in a row, its parts in speaking order.
pub(crate) fn name_of(table: &Table, person: &Person, row: &Row) -> Option<String> {
    let parts: Vec<String> = person
        .name
        .iter()
        .filter_map(|column| cell(table, &row.cells, column).as_text())
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

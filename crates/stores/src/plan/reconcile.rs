//! What the database's own foreign keys make of the fates. A row that goes may be needed by one that stays:
//! the reference is emptied where it may be null; where not, the row that was to go stays and is anonymised
//! instead, and the plan says so. References from tables outside the map count too.

use std::collections::BTreeSet;

use super::{Fate, Fates};
use crate::engine::Session;
use crate::read::{self, pick};
use crate::resolve::{Resolved, key_of};
use crate::{Column, Error, Finding, ForeignKey, RowKey, Severity, Table};

pub(super) struct Ties {
    pub(super) unlinks: Vec<Unlink>,
    pub(super) findings: Vec<Finding>,
}

/// References to be emptied.
pub(super) struct Unlink {
    pub(super) table: String,
    pub(super) key: Vec<String>,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<RowKey>,
}

/// A row that refers to one that was to go.
struct Reference<'a> {
    child: &'a Table,
    foreign: &'a ForeignKey,
    from: RowKey,
    to: RowKey,
}

pub(super) async fn reconcile(
    session: &mut Session,
    resolved: &Resolved<'_>,
    fates: &mut Fates,
) -> Result<Ties, Error> {
    let mut findings = Vec::new();
    let references = references(session, resolved, fates, &mut findings).await?;
    while let Some((table, key, child)) = needed(fates, &references) {
        if !findings.iter().any(|f: &Finding| f.code == "A0870" && f.table.as_deref() == Some(&table)) {
            findings.push(stays(resolved, &table, &child));
        }
        fates.set(&table, key, Fate::Anonymised);
    }
    Ok(Ties { unlinks: unlinks(resolved, fates, &references), findings })
}

async fn references<'a>(
    session: &mut Session,
    resolved: &Resolved<'a>,
    fates: &Fates,
    findings: &mut Vec<Finding>,
) -> Result<Vec<Reference<'a>>, Error> {
    let mut references = Vec::new();
    for child in &resolved.schema.tables {
        for foreign in &child.foreign_keys {
            let goes = fates.keys(&foreign.table, |fate| *fate == Fate::Deleted);
            if !goes.is_empty() {
                references.extend(referring(session, resolved, child, foreign, &goes, findings).await?);
            }
        }
    }
    Ok(references)
}

async fn referring<'a>(
    session: &mut Session,
    resolved: &Resolved<'a>,
    child: &'a Table,
    foreign: &'a ForeignKey,
    goes: &[RowKey],
    findings: &mut Vec<Finding>,
) -> Result<Vec<Reference<'a>>, Error> {
    let engine = resolved.engine();
    let Some(parent) = resolved.part(&foreign.table) else { return Ok(Vec::new()) };
    let to = named(parent.table, &foreign.to);
    let own = parent.key.iter().map(|column| &column.name).eq(to.iter().map(|column| &column.name));
    // A reference to another unique key than the row's own: fetch that key's values first.
    let targets: Vec<(RowKey, RowKey)> = if own {
        goes.iter().map(|key| (key.clone(), key.clone())).collect()
    } else {
        let rows = read::rows(session, engine, parent.table, &parent.key, &parent.key, goes, "").await?;
        rows.iter().filter_map(|row| Some((pick(parent.table, &row.cells, &to)?, row.key.clone()))).collect()
    };
    let values: Vec<RowKey> = targets.iter().map(|(value, _)| value.clone()).collect();
    let key = child_key(resolved, child);
    let columns = named(child, &foreign.columns);
    if key.is_empty() {
        findings.push(keyless(resolved, child));
        return Ok(Vec::new());
    }
    let rows = read::rows(session, engine, child, &key, &columns, &values, "").await?;
    let index: std::collections::BTreeMap<RowKey, RowKey> = targets.into_iter().collect();
    let reference = |row: read::Row| {
        let to = index.get(&pick(child, &row.cells, &columns)?)?.clone();
        Some(Reference { child, foreign, from: row.key, to })
    };
    Ok(rows.into_iter().filter_map(reference).collect())
}

/// A row that was to go but is needed by one that stays and cannot let go of it.
fn needed(fates: &Fates, references: &[Reference<'_>]) -> Option<(String, RowKey, String)> {
    references.iter().find(|r| binds(fates, r) && nullable(r).is_empty()).map(|reference| {
        (reference.foreign.table.clone(), reference.to.clone(), reference.child.name.clone())
    })
}

/// Whether the row referred to goes and the row that refers stays.
fn binds(fates: &Fates, reference: &Reference<'_>) -> bool {
    fates.of(&reference.foreign.table, &reference.to) == Some(&Fate::Deleted)
        && fates.of(&reference.child.name, &reference.from) != Some(&Fate::Deleted)
}

fn nullable(reference: &Reference<'_>) -> Vec<String> {
    let may = |name: &&String| reference.child.column(name).is_some_and(|column| column.nullable);
    reference.foreign.columns.iter().filter(may).cloned().collect()
}

fn unlinks(resolved: &Resolved<'_>, fates: &Fates, references: &[Reference<'_>]) -> Vec<Unlink> {
    let mut unlinks: Vec<Unlink> = Vec::new();
    for reference in references.iter().filter(|reference| binds(fates, reference)) {
        let columns = nullable(reference);
        let same = unlinks.iter_mut().find(|u| u.table == reference.child.name && u.columns == columns);
        match same {
            Some(unlink) => unlink.rows.push(reference.from.clone()),
            None => unlinks.push(Unlink {
                table: reference.child.name.clone(),
                key: child_key(resolved, reference.child).iter().map(|column| column.name.clone()).collect(),
                columns,
                rows: vec![reference.from.clone()],
            }),
        }
    }
    for unlink in &mut unlinks {
        unlink.rows = unlink.rows.drain(..).collect::<BTreeSet<_>>().into_iter().collect();
    }
    unlinks
}

pub(super) fn child_key<'a>(resolved: &Resolved<'a>, child: &'a Table) -> Vec<&'a Column> {
    let names =
        resolved.map.table(&child.name).map_or(child.primary_key.as_slice(), |entry| key_of(entry, child));
    named(child, names)
}

fn named<'a>(table: &'a Table, names: &[String]) -> Vec<&'a Column> {
    names.iter().filter_map(|name| table.column(name)).collect()
}

fn stays(resolved: &Resolved<'_>, table: &str, child: &str) -> Finding {
    Finding {
        code: "A0870".to_owned(),
        severity: Severity::Note,
        store: resolved.map.store.clone(),
        table: Some(table.to_owned()),
        column: None,
        message: format!("rows of `{table}` stay, anonymised: rows of `{child}` that stay need them"),
        help: format!("allow the reference in `{child}` to be null, and they will be deleted"),
    }
}

fn keyless(resolved: &Resolved<'_>, child: &Table) -> Finding {
    Finding {
        code: "A0855".to_owned(),
        severity: Severity::Error,
        store: resolved.map.store.clone(),
        table: Some(child.name.clone()),
        column: None,
        message: format!("`{}` refers to rows that go but has no key to change it by", child.name),
        help: "add a primary key, or name the columns that identify a row with `key` in the map".to_owned(),
    }
}

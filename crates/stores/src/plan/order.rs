//! The order of deletes: rows that refer go before the rows they refer to. Where tables refer to each other in
//! a circle, a reference that may be null is emptied first; where none may, the plan says so.

use std::collections::BTreeSet;

use super::reconcile::child_key;
use super::{Fate, Fates};
use crate::resolve::Resolved;
use crate::{Change, Finding, ForeignKey, Mask, SetColumn, Severity, Step, Table};

pub(super) fn deletes(
    resolved: &Resolved<'_>,
    fates: &Fates,
    steps: &mut Vec<Step>,
    findings: &mut Vec<Finding>,
) {
    let mut left: Vec<&Table> = resolved
        .schema
        .tables
        .iter()
        .filter(|table| {
            fates.0.get(&table.name).is_some_and(|rows| rows.values().any(|f| *f == Fate::Deleted))
        })
        .collect();
    for table in &left {
        for key in table.foreign_keys.iter().filter(|key| key.table == table.name) {
            empty(resolved, fates, table, key, steps);
        }
    }
    let mut emptied: BTreeSet<(String, Vec<String>)> = BTreeSet::new();
    let mut ordered = Vec::new();
    while !left.is_empty() {
        match left.iter().position(|table| !referred_to(table, &left, &emptied)) {
            Some(at) => ordered.push(left.remove(at)),
            None if break_circle(resolved, fates, &left, &mut emptied, steps, findings) => {}
            None => ordered.push(left.remove(0)),
        }
    }
    steps.extend(ordered.into_iter().map(|table| Step {
        table: table.name.clone(),
        key: child_key(resolved, table).iter().map(|column| column.name.clone()).collect(),
        rows: fates.keys(&table.name, |fate| *fate == Fate::Deleted),
        change: Change::Delete,
    }));
}

/// Whether another table still to come refers to this one.
fn referred_to(table: &Table, left: &[&Table], emptied: &BTreeSet<(String, Vec<String>)>) -> bool {
    left.iter().filter(|other| other.name != table.name).any(|other| {
        other.foreign_keys.iter().any(|key| {
            key.table == table.name && !emptied.contains(&(other.name.clone(), key.columns.clone()))
        })
    })
}

/// Empties one reference of the circle; false, with a finding, when none may be null.
fn break_circle(
    resolved: &Resolved<'_>,
    fates: &Fates,
    left: &[&Table],
    emptied: &mut BTreeSet<(String, Vec<String>)>,
    steps: &mut Vec<Step>,
    findings: &mut Vec<Finding>,
) -> bool {
    for table in left {
        for key in &table.foreign_keys {
            let inside = left.iter().any(|other| other.name == key.table && other.name != table.name);
            let known = emptied.contains(&(table.name.clone(), key.columns.clone()));
            if inside && !known && empty(resolved, fates, table, key, steps) {
                emptied.insert((table.name.clone(), key.columns.clone()));
                return true;
            }
        }
    }
    let names: Vec<&str> = left.iter().map(|table| table.name.as_str()).collect();
    findings.push(Finding {
        code: "A0872".to_owned(),
        severity: Severity::Warning,
        store: resolved.map.store.clone(),
        table: left.first().map(|table| table.name.clone()),
        column: None,
        message: format!("the tables {} refer to each other and no reference may be null", names.join(", ")),
        help: "allow one of the references to be null, or declare it deferrable; rehearse before running"
            .to_owned(),
    });
    false
}

/// A step that empties a reference in the rows that go; false when it may not be null.
fn empty(
    resolved: &Resolved<'_>,
    fates: &Fates,
    table: &Table,
    key: &ForeignKey,
    steps: &mut Vec<Step>,
) -> bool {
    let columns: Vec<&String> =
        key.columns.iter().filter(|name| table.column(name).is_some_and(|column| column.nullable)).collect();
    if columns.is_empty() {
        return false;
    }
    steps.push(Step {
        table: table.name.clone(),
        key: child_key(resolved, table).iter().map(|column| column.name.clone()).collect(),
        rows: fates.keys(&table.name, |fate| *fate == Fate::Deleted),
        change: Change::Set(
            columns
                .into_iter()
                .map(|column| SetColumn { column: column.clone(), mask: Mask::Null })
                .collect(),
        ),
    });
    true
}

//! From fates to changes: masks, emptied references, redacted text.

use policy::map::{Class, ColumnMap};

use super::mention::Needle;
use super::reconcile::Unlink;
use super::{Fate, Fates, fate, mask};
use crate::engine::Session;
use crate::resolve::{Part, Resolved};
use crate::{Change, Error, Finding, Mask, Mention, RowKey, SetColumn, Severity, Step};

/// Rows anonymised lose every personal column; rows kept lose those the law does not need.
pub(super) async fn masks(
    session: &mut Session,
    resolved: &Resolved<'_>,
    fates: &Fates,
    steps: &mut Vec<Step>,
    findings: &mut Vec<Finding>,
) -> Result<(), Error> {
    for part in &resolved.parts {
        let anonymised = fates.keys(part.name(), |fate| *fate == Fate::Anonymised);
        let personal: Vec<&ColumnMap> =
            part.map.columns.iter().filter(|column| masked(part, column)).collect();
        push(session, resolved, part, &personal, anonymised, steps, findings).await?;
        let kept = fates.keys(part.name(), |fate| matches!(fate, Fate::Kept { .. }));
        let blank: Vec<&ColumnMap> =
            fate::blanked(part.map).iter().filter_map(|name| part.map.column(name)).collect();
        push(session, resolved, part, &blank, kept, steps, findings).await?;
    }
    Ok(())
}

/// Personal columns, but not the references to others: who somebody's manager is says nothing of the manager's
/// report once that row is masked.
fn masked(part: &Part<'_>, column: &ColumnMap) -> bool {
    let refers = part.refers.iter().any(|tie| tie.columns.iter().any(|known| known.name == column.name));
    let generated = part.table.column(&column.name).is_none_or(|known| known.generated);
    column.class.personal() && !generated && !(refers && column.class == Class::OtherPerson)
}

async fn push(
    session: &mut Session,
    resolved: &Resolved<'_>,
    part: &Part<'_>,
    columns: &[&ColumnMap],
    rows: Vec<RowKey>,
    steps: &mut Vec<Step>,
    findings: &mut Vec<Finding>,
) -> Result<(), Error> {
    if rows.is_empty() || columns.is_empty() {
        return Ok(());
    }
    let mut sets = Vec::new();
    for entry in columns {
        match choose(session, resolved, part, entry, &rows).await? {
            Some(mask) => sets.push(SetColumn { column: entry.name.clone(), mask }),
            None => findings.push(refused(resolved, part, entry)),
        }
    }
    steps.push(Step { table: part.name().to_owned(), key: key(part), rows, change: Change::Set(sets) });
    Ok(())
}

async fn choose(
    session: &mut Session,
    resolved: &Resolved<'_>,
    part: &Part<'_>,
    entry: &ColumnMap,
    rows: &[RowKey],
) -> Result<Option<Mask>, Error> {
    let Some(column) = part.table.column(&entry.name) else { return Ok(None) };
    for candidate in mask::candidates(part, entry, column) {
        if mask::allowed(session, resolved.engine(), part, column, &candidate, rows).await? {
            return Ok(Some(candidate));
        }
    }
    Ok(None)
}

fn refused(resolved: &Resolved<'_>, part: &Part<'_>, entry: &ColumnMap) -> Finding {
    Finding {
        code: "A0871".to_owned(),
        severity: Severity::Error,
        store: resolved.map.store.clone(),
        table: Some(part.name().to_owned()),
        column: Some(entry.name.clone()),
        message: format!("no mask is allowed by the CHECK on `{}.{}`", part.name(), entry.name),
        help: "name one the constraint accepts with `mask` in the map".to_owned(),
    }
}

pub(super) fn key(part: &Part<'_>) -> Vec<String> {
    part.key.iter().map(|column| column.name.clone()).collect()
}

pub(super) fn unlinks(unlinks: &[Unlink], steps: &mut Vec<Step>) {
    steps.extend(unlinks.iter().map(|unlink| {
        Step {
            table: unlink.table.clone(),
            key: unlink.key.clone(),
            rows: unlink.rows.clone(),
            change: Change::Set(
                unlink
                    .columns
                    .iter()
                    .map(|column| SetColumn { column: column.clone(), mask: Mask::Null })
                    .collect(),
            ),
        }
    }));
}

/// In the person's own rows every one of their names goes; in others' only what is certainly theirs.
pub(super) fn redactions(
    resolved: &Resolved<'_>,
    fates: &Fates,
    mentions: &[Mention],
    needles: &[Needle],
    steps: &mut Vec<Step>,
) {
    for mention in mentions.iter().filter(|mention| mention.certain) {
        let Some(part) = resolved.part(&mention.table) else { continue };
        let (own, others): (Vec<RowKey>, Vec<RowKey>) =
            mention.rows.iter().cloned().partition(|key| fates.of(&mention.table, key).is_some());
        for (rows, all) in [(own, true), (others, false)] {
            let values: Vec<String> = needles
                .iter()
                .filter(|needle| all || needle.certain)
                .map(|needle| needle.text.clone())
                .collect();
            if !rows.is_empty() && !values.is_empty() {
                let change = Change::Redact { column: mention.column.clone(), values };
                steps.push(Step { table: mention.table.clone(), key: key(part), rows, change });
            }
        }
    }
}

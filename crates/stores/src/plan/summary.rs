//! The plan in numbers a page can show.

use super::reconcile::Unlink;
use super::{Fate, Fates, fate};
use crate::resolve::Resolved;
use crate::{Finding, KeptRows, RowKey, Severity, TablePlan};

pub(super) fn tables(resolved: &Resolved<'_>, fates: &Fates, unlinks: &[Unlink]) -> Vec<TablePlan> {
    let mut tables: Vec<TablePlan> = resolved
        .parts
        .iter()
        .map(|part| {
            let kept = kept(fates, part.name());
            TablePlan {
                table: part.name().to_owned(),
                purpose: part.map.purpose.clone(),
                deleted: fates.keys(part.name(), |fate| *fate == Fate::Deleted),
                anonymised: fates.keys(part.name(), |fate| *fate == Fate::Anonymised),
                blanked: if kept.is_empty() { Vec::new() } else { fate::blanked(part.map).to_vec() },
                kept,
                unlinked: Vec::new(),
            }
        })
        .collect();
    for unlink in unlinks {
        let others = unlink.rows.iter().filter(|key| fates.of(&unlink.table, key).is_none()).cloned();
        if !tables.iter().any(|table| table.table == unlink.table) {
            tables.push(TablePlan { table: unlink.table.clone(), ..TablePlan::default() });
        }
        if let Some(table) = tables.iter_mut().find(|table| table.table == unlink.table) {
            table.unlinked.extend(others);
        }
    }
    tables.retain(|t| {
        !(t.deleted.is_empty() && t.anonymised.is_empty() && t.kept.is_empty() && t.unlinked.is_empty())
    });
    tables
}

fn kept(fates: &Fates, table: &str) -> Vec<KeptRows> {
    let mut kept: std::collections::BTreeMap<_, Vec<RowKey>> = std::collections::BTreeMap::new();
    for (key, fate) in fates.0.get(table).into_iter().flatten() {
        if let Fate::Kept { ground, until } = fate {
            kept.entry((ground.clone(), *until)).or_default().push(key.clone());
        }
    }
    kept.into_iter().map(|((ground, until), rows)| KeptRows { ground, until, rows }).collect()
}

/// Rows without a date are kept, and somebody has to look at them.
pub(super) fn undated(resolved: &Resolved<'_>, fates: &Fates) -> Vec<Finding> {
    let undated =
        |table: &str| fates.keys(table, |fate| matches!(fate, Fate::Kept { until: None, .. })).len();
    resolved
        .parts
        .iter()
        .filter_map(|part| {
            let rows = undated(part.name());
            (rows > 0).then(|| Finding {
                code: "A0873".to_owned(),
                severity: Severity::Warning,
                store: resolved.map.store.clone(),
                table: Some(part.name().to_owned()),
                column: None,
                message: format!(
                    "{rows} rows of `{}` have no date to count their period from and are kept",
                    part.name()
                ),
                help: "fill the date in, or delete the rows by hand".to_owned(),
            })
        })
        .collect()
}

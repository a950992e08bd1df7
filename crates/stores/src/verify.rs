//! Looking again, without regard to the plan's own list: the identifiers, the links (also of rows that are gone),
//! the values in free text, the columns that had to be blanked. What a fresh look would still change remains.

use crate::engine::dialect::{among, quote};
use crate::engine::{Param, Session};
use crate::find::find;
use crate::plan::mask::value;
use crate::plan::mention::{Needle, hits};
use crate::plan::{blanked, changes};
use crate::read::{self, cell};
use crate::resolve::{Part, Resolved};
use crate::walk::{Collected, walk};
use crate::{Change, Column, ErasePlan, Error, Mask, Remaining, RemainingIn, Root, RowKey, Step};

pub(crate) async fn verify(
    session: &mut Session,
    resolved: &Resolved<'_>,
    plan: &ErasePlan,
) -> Result<Remaining, Error> {
    let mut left = Vec::new();
    let roots = roots(session, resolved, plan).await?;
    let collected = walk(session, resolved, &roots).await?;
    let fresh = changes(session, resolved, &collected, plan.today).await?;
    for step in fresh.steps.iter().chain(&fresh.deletes).chain(&plan.steps) {
        left.extend(undone(session, resolved, step).await?);
    }
    for part in &resolved.parts {
        left.extend(orphans(session, resolved, part, &collected, &roots).await?);
        left.extend(named(session, resolved, part, plan).await?);
        left.extend(unblanked(session, part, plan).await?);
    }
    left.sort_by(|a, b| (&a.table, &a.column, &a.what).cmp(&(&b.table, &b.column, &b.what)));
    left.dedup_by(|a, b| a.table == b.table && a.column == b.column && a.what == b.what);
    Ok(Remaining { left })
}

/// The person's rows as known, and whatever the identifiers match now; never a row said to be someone else's.
async fn roots(session: &mut Session, resolved: &Resolved<'_>, plan: &ErasePlan) -> Result<Vec<Root>, Error> {
    let mut roots = plan.roots.clone();
    for found in find(session, resolved, &plan.identifiers).await?.matches {
        let root = Root { table: found.table, key: found.key };
        if !roots.contains(&root) && !plan.others.contains(&root) {
            roots.push(root);
        }
    }
    Ok(roots)
}

/// What of a change is not (or no longer) so.
async fn undone(
    session: &mut Session,
    resolved: &Resolved<'_>,
    step: &Step,
) -> Result<Vec<RemainingIn>, Error> {
    let Some(table) = resolved.schema.table(&step.table) else { return Ok(Vec::new()) };
    let key: Vec<&Column> = step.key.iter().filter_map(|name| table.column(name)).collect();
    let rows = read::rows(session, resolved.engine(), table, &key, &key, &step.rows, "").await?;
    let sets = match &step.change {
        Change::Delete => {
            return Ok(some(table.name.clone(), None, "rows that should be deleted", rows.len() as u64));
        }
        Change::Set(sets) => sets,
        Change::Redact { .. } => return Ok(Vec::new()),
    };
    let mut left = Vec::new();
    for set in sets {
        let differs = |row: &&read::Row| {
            let now = cell(table, &row.cells, &set.column).as_text();
            let mask = value(&set.mask, &table.name, &set.column, &row.key).as_text();
            now.map(|t| comparable(&t)) != mask.map(|t| comparable(&t))
        };
        let count = rows.iter().filter(differs).count() as u64;
        let what = if set.mask == Mask::Null {
            "values that should be empty"
        } else {
            "values that should be masked"
        };
        left.extend(some(table.name.clone(), Some(set.column.clone()), what, count));
    }
    Ok(left)
}

/// Engines write a mask back in their own way: `0` as `0.00`, `false` as `0`, blanks at the end of `char(n)`.
fn comparable(text: &str) -> String {
    let text = text.trim_end();
    match text {
        "false" => return "0".to_owned(),
        "true" => return "1".to_owned(),
        _ => {}
    }
    text.parse::<f64>().map_or_else(|_| text.trim_end_matches("+00").to_owned(), |number| number.to_string())
}

/// Rows that link to a person's row which is gone: no foreign key stopped them from staying or coming.
async fn orphans(
    session: &mut Session,
    resolved: &Resolved<'_>,
    part: &Part<'_>,
    collected: &Collected,
    roots: &[Root],
) -> Result<Vec<RemainingIn>, Error> {
    let mut left = Vec::new();
    for tie in part.owners.iter().chain(&part.refers) {
        let Some(parent) = resolved.part(tie.parent) else { continue };
        let by_key =
            parent.key.iter().map(|column| &column.name).eq(tie.to.iter().map(|column| &column.name));
        let gone: Vec<RowKey> = roots
            .iter()
            .filter(|root| root.table == tie.parent && !collected.has(&root.table, &root.key))
            .map(|root| root.key.clone())
            .collect();
        if by_key && !gone.is_empty() {
            let (condition, params) = among(resolved.engine(), &tie.columns, &gone);
            let rows = read::count(session, part.table, &condition, params).await?;
            let column = tie.columns.first().map(|column| column.name.clone());
            left.extend(some(part.name().to_owned(), column, "references to the person's deleted row", rows));
        }
    }
    Ok(left)
}

/// Free text that still names the person.
async fn named(
    session: &mut Session,
    resolved: &Resolved<'_>,
    part: &Part<'_>,
    plan: &ErasePlan,
) -> Result<Vec<RemainingIn>, Error> {
    let needles: Vec<Needle> =
        plan.values.iter().map(|text| Needle { text: text.clone(), certain: true }).collect();
    let mut left: Vec<RemainingIn> = Vec::new();
    for (column, _, _) in hits(session, resolved, part, &needles).await? {
        match left.iter_mut().find(|known| known.column.as_deref() == Some(&column)) {
            Some(known) => known.rows += 1,
            None => left.extend(some(part.name().to_owned(), Some(column), "text that names the person", 1)),
        }
    }
    Ok(left)
}

/// Columns the law does not need, in rows that no link ties to anybody any more.
async fn unblanked(
    session: &mut Session,
    part: &Part<'_>,
    plan: &ErasePlan,
) -> Result<Vec<RemainingIn>, Error> {
    if part.owners.is_empty() || plan.values.is_empty() {
        return Ok(Vec::new());
    }
    let untied = read::earlier_are_null(&part.owners);
    let mut left = Vec::new();
    for column in blanked(part.map) {
        let params: Vec<Param> =
            plan.values.iter().map(|text| Param::Text(Some(text.to_lowercase()))).collect();
        let numbers: Vec<String> = (1..=params.len()).map(|number| format!("${number}")).collect();
        let condition = format!("lower(CAST({} AS TEXT)) IN ({}){untied}", quote(column), numbers.join(", "));
        let rows = read::count(session, part.table, &condition, params).await?;
        left.extend(some(part.name().to_owned(), Some(column.clone()), "values that should be empty", rows));
    }
    Ok(left)
}

fn some(table: String, column: Option<String>, what: &str, rows: u64) -> Vec<RemainingIn> {
    if rows == 0 {
        return Vec::new();
    }
    vec![RemainingIn { table, column, what: what.to_owned(), rows }]
}

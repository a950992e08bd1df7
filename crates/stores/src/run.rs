//! Carrying a plan out: the same statements for a rehearsal (rolled back) and for the real thing (committed, if
//! the fence still holds). Every statement is bounded, set-based and safe to repeat.

use crate::engine::Session;
use crate::engine::dialect::{among, quote_table, update};
use crate::plan::mask::value;
use crate::plan::mention::redact;
use crate::read::{self, BATCH, cell};
use crate::{
    Cell, Change, Column, Engine, ErasePlan, Error, Finding, KeptCount, Outcome, RowKey, Schema, SetColumn,
    Severity, Step, Table, TableOutcome,
};

/// A step with what the catalogue says about its table.
struct Work<'a> {
    engine: Engine,
    table: &'a Table,
    key: Vec<&'a Column>,
    rows: &'a [RowKey],
}

/// Locks the rows that are the person: two erasures of one person run one after the other.
pub(crate) async fn lock(session: &mut Session, schema: &Schema, plan: &ErasePlan) -> Result<(), Error> {
    for root in &plan.roots {
        let Some(table) = schema.table(&root.table) else { continue };
        let names = plan.steps.iter().find(|step| step.table == root.table).map(|step| step.key.as_slice());
        let key = columns(plan, table, names.unwrap_or(&table.primary_key))?;
        read::present(session, schema.engine, table, &key, std::slice::from_ref(&root.key), true).await?;
    }
    Ok(())
}

/// Runs every step.
pub(crate) async fn apply(session: &mut Session, schema: &Schema, plan: &ErasePlan) -> Result<(), Error> {
    for step in &plan.steps {
        one(session, schema, plan, step).await?;
    }
    Ok(())
}

/// Runs every step, each by itself, and collects what stands in the way.
pub(crate) async fn rehearse(
    session: &mut Session,
    schema: &Schema,
    plan: &ErasePlan,
) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    for step in &plan.steps {
        session.run("", "SAVEPOINT abide_step".to_owned(), Vec::new()).await?;
        let done = match one(session, schema, plan, step).await {
            Ok(()) => "RELEASE SAVEPOINT abide_step",
            Err(Error::Constraint { table, constraint, help, .. }) => {
                findings.push(in_the_way(plan, table, &constraint, help));
                "ROLLBACK TO SAVEPOINT abide_step"
            }
            Err(other) => return Err(other),
        };
        session.run("", done.to_owned(), Vec::new()).await?;
    }
    Ok(findings)
}

fn in_the_way(plan: &ErasePlan, table: String, constraint: &str, help: String) -> Finding {
    Finding {
        code: "A0874".to_owned(),
        severity: Severity::Error,
        store: plan.store.clone(),
        message: format!("`{table}` refuses the change: {constraint}"),
        table: Some(table),
        column: None,
        help,
    }
}

async fn one(session: &mut Session, schema: &Schema, plan: &ErasePlan, step: &Step) -> Result<(), Error> {
    let missing =
        || Error::Map { store: plan.store.clone(), what: format!("there is no table `{}`", step.table) };
    let table = schema.table(&step.table).ok_or_else(missing)?;
    let work = Work { engine: schema.engine, table, key: columns(plan, table, &step.key)?, rows: &step.rows };
    match &step.change {
        Change::Delete => delete(session, &work).await,
        Change::Set(sets) => set(session, plan, &work, sets).await,
        Change::Redact { column, values } => redact_in(session, plan, &work, column, values).await,
    }
}

async fn delete(session: &mut Session, work: &Work<'_>) -> Result<(), Error> {
    for batch in work.rows.chunks(BATCH) {
        let (condition, params) = among(work.engine, &work.key, batch);
        let sql = format!("DELETE FROM {} WHERE {condition}", quote_table(work.table));
        session.run(&work.table.name, sql, params).await?;
    }
    Ok(())
}

async fn set(
    session: &mut Session,
    plan: &ErasePlan,
    work: &Work<'_>,
    sets: &[SetColumn],
) -> Result<(), Error> {
    let names: Vec<String> = sets.iter().map(|set| set.column.clone()).collect();
    let columns = columns(plan, work.table, &names)?;
    if columns.is_empty() {
        return Ok(());
    }
    for batch in work.rows.chunks(BATCH) {
        let masked = |set: &SetColumn, key: &RowKey| value(&set.mask, &work.table.name, &set.column, key);
        let rows: Vec<(RowKey, Vec<Cell>)> = batch
            .iter()
            .map(|key| (key.clone(), sets.iter().map(|set| masked(set, key)).collect()))
            .collect();
        let (sql, params) = update(work.engine, work.table, &work.key, &columns, &rows);
        session.run(&work.table.name, sql, params).await?;
    }
    Ok(())
}

/// Reads the text as it is now, so that what was added since the plan is not lost.
async fn redact_in(
    session: &mut Session,
    plan: &ErasePlan,
    work: &Work<'_>,
    column: &str,
    values: &[String],
) -> Result<(), Error> {
    let target = columns(plan, work.table, &[column.to_owned()])?;
    let rows = read::rows(session, work.engine, work.table, &work.key, &work.key, work.rows, "").await?;
    let changed: Vec<(RowKey, Vec<Cell>)> = rows
        .into_iter()
        .filter_map(|row| {
            let text = cell(work.table, &row.cells, column).as_text()?;
            let (text, count) = redact(&text, values);
            (count > 0)
                .then(|| (row.key, vec![Cell::Text(shorten(text, target.first().and_then(|c| c.length)))]))
        })
        .collect();
    for batch in changed.chunks(BATCH) {
        let (sql, params) = update(work.engine, work.table, &work.key, &target, batch);
        session.run(&work.table.name, sql, params).await?;
    }
    Ok(())
}

/// `[erased]` may be longer than what it replaces; a column with a length keeps to it.
fn shorten(text: String, length: Option<usize>) -> String {
    match length {
        Some(length) if text.chars().count() > length => text.chars().take(length).collect(),
        _ => text,
    }
}

fn columns<'a>(plan: &ErasePlan, table: &'a Table, names: &[String]) -> Result<Vec<&'a Column>, Error> {
    let missing = |name: &String| Error::Map {
        store: plan.store.clone(),
        what: format!("`{}` has no column `{name}`", table.name),
    };
    names.iter().map(|name| table.column(name).ok_or_else(|| missing(name))).collect()
}

/// What happened: the plan's rows minus those that are still there. The same after a second run as after the
/// first.
pub(crate) async fn outcome(
    session: &mut Session,
    schema: &Schema,
    plan: &ErasePlan,
) -> Result<Outcome, Error> {
    let mut tables: Vec<TableOutcome> = Vec::new();
    for part in &plan.tables {
        let mut there = 0;
        let delete = plan.steps.iter().find(|step| step.table == part.table && step.change == Change::Delete);
        if let (Some(table), Some(step)) = (schema.table(&part.table), delete) {
            let key = columns(plan, table, &step.key)?;
            there = read::present(session, schema.engine, table, &key, &step.rows, false).await?;
        }
        tables.push(TableOutcome {
            table: part.table.clone(),
            deleted: (part.deleted.len() as u64).saturating_sub(there),
            anonymised: part.anonymised.len() as u64,
            kept: part
                .kept
                .iter()
                .map(|k| KeptCount { ground: k.ground.clone(), until: k.until, rows: k.rows.len() as u64 })
                .collect(),
            blanked: part.blanked.clone(),
            unlinked: part.unlinked.len() as u64,
            redacted: 0,
        });
    }
    for mention in plan.mentions.iter().filter(|mention| mention.certain) {
        if !tables.iter().any(|table| table.table == mention.table) {
            tables.push(TableOutcome { table: mention.table.clone(), ..TableOutcome::default() });
        }
        if let Some(table) = tables.iter_mut().find(|table| table.table == mention.table) {
            table.redacted += mention.rows.len() as u64;
        }
    }
    Ok(Outcome { store: plan.store.clone(), tables })
}

/// Whether an error among the findings forbids running.
pub(crate) fn blocked(plan: &ErasePlan) -> Option<&Finding> {
    plan.findings.iter().find(|finding| finding.severity == Severity::Error)
}

//! One batch: lock, write each unit in its savepoint, append the entries, move the heads, commit.

use std::collections::BTreeMap;

use super::alike::Known;
use super::heads::{Appended, Log};
use super::{Writer, index};
use crate::engine::Tx;
use crate::error::{Error, Result};
use crate::probe::{Stage, When};
use crate::sql::args;
use crate::unit::{Does, Expect, Submitted, Unchanged, Unit, Write};
use crate::value::{Cell, Value};
use crate::{entries, failure, idempotency, outbox};

type Logs = BTreeMap<String, Log>;

/// Carries a batch out: a result for each unit, or one error for all.
pub(super) async fn run(writer: &mut Writer, units: &[Unit]) -> Result<Vec<Result<Submitted>>> {
    writer.probe(Stage::Begin, When::Before)?;
    let mut tx = writer.pools.begin().await?;
    writer.probe(Stage::Begin, When::After)?;
    let mut logs = lock(writer, &mut tx, units).await?;
    let mut known = Known::of(&mut tx, units).await?;
    let mut results = Vec::with_capacity(units.len());
    for unit in units {
        results.push(one(writer, &mut tx, &mut logs, &mut known, unit).await?);
    }
    known.keep(&mut tx).await?;
    let appended = append(writer, &mut tx, logs).await?;
    writer.probe(Stage::Commit, When::Before)?;
    tx.commit().await?;
    for (service, log) in appended {
        if log.head.size - log.head.indexed >= index::CHUNK {
            writer.behind.push(service.clone());
        }
        log.keep(&service, &mut writer.edges);
    }
    writer.probe(Stage::Commit, When::After)?;
    Ok(results)
}

/// Locks every service of the batch, in the order of their names, so that no two nodes wait for each other.
async fn lock(writer: &Writer, tx: &mut Tx, units: &[Unit]) -> Result<Logs> {
    writer.probe(Stage::Lock, When::Before)?;
    let mut logs = Logs::new();
    let services: std::collections::BTreeSet<&str> = units.iter().map(|unit| unit.service.as_str()).collect();
    for service in services {
        logs.insert(service.to_owned(), Log::lock(tx, service).await?);
    }
    writer.probe(Stage::Lock, When::After)?;
    Ok(logs)
}

/// One unit: with others that are like it, or in a savepoint of its own. The outer error fails the batch.
async fn one(
    writer: &Writer,
    tx: &mut Tx,
    logs: &mut Logs,
    known: &mut Known,
    unit: &Unit,
) -> Result<Result<Submitted>> {
    let Some(log) = logs.get_mut(&unit.service) else { return Err(Error::corrupt("ledger_head")) };
    if let Some(done) = known.decide(unit, log.next()) {
        writer.probe(Stage::Unit, When::Before)?;
        if !done.repeated {
            log.accept(&unit.entries);
        }
        writer.probe(Stage::Unit, When::After)?;
        return Ok(Ok(done));
    }
    known.keep(tx).await?;
    let result = in_savepoint(writer, tx, logs, unit).await?;
    if let Ok(done) = &result {
        known.note(unit, done);
    }
    Ok(result)
}

/// The outer error fails the batch, the inner one this unit only.
async fn in_savepoint(
    writer: &Writer,
    tx: &mut Tx,
    logs: &mut Logs,
    unit: &Unit,
) -> Result<Result<Submitted>> {
    writer.probe(Stage::Unit, When::Before)?;
    let Some(log) = logs.get_mut(&unit.service) else { return Err(Error::corrupt("ledger_head")) };
    tx.script("writer.SAVEPOINT", "SAVEPOINT unit".to_owned()).await?;
    let result = write(tx, unit, log).await;
    match &result {
        Err(error) if failure::is_fatal(error) => return Err(error.clone()),
        Err(_) => tx.script("writer.ROLLBACK", "ROLLBACK TO SAVEPOINT unit".to_owned()).await?,
        Ok(done) if !done.repeated => log.accept(&unit.entries),
        Ok(_) => {}
    }
    tx.script("writer.RELEASE", "RELEASE SAVEPOINT unit".to_owned()).await?;
    writer.probe(Stage::Unit, When::After)?;
    Ok(result)
}

/// Writes a unit's rows. Its entries follow with those of the whole batch, at the indexes they get here.
async fn write(tx: &mut Tx, unit: &Unit, log: &Log) -> Result<Submitted> {
    if let Some(first) = repeated(tx, unit).await? {
        return Ok(first);
    }
    if changed(tx, unit, log).await? {
        return Err(Error::Conflict { what: "the person's entries" });
    }
    let next = log.next();
    let count = unit.entries.len() as u64;
    if let Some(key) = &unit.idempotency {
        let row = args![unit.service, key, next, count, unit.at, i64::from(unit.lasting)];
        tx.execute(idempotency::ONCE, &row).await?;
    }
    for row in &unit.writes {
        change(tx, row, next, unit.entries.len()).await?;
    }
    for mail in &unit.outbox {
        change(tx, &outbox::insert(&unit.service, mail), next, 0).await?;
    }
    Ok(Submitted { indexes: (next..next + count).collect(), repeated: false })
}

/// Whether somebody got entries that the unit was not decided from: in the ledger, or from a unit before it in this batch.
async fn changed(tx: &mut Tx, unit: &Unit, log: &Log) -> Result<bool> {
    let Some(Unchanged { subject, from }) = unit.unchanged else { return Ok(false) };
    let since = tx.fetch(entries::SINCE, &args![unit.service, subject, from]).await?;
    Ok(!since.is_empty() || log.awaits(subject))
}

async fn repeated(tx: &mut Tx, unit: &Unit) -> Result<Option<Submitted>> {
    let Some(key) = &unit.idempotency else { return Ok(None) };
    let Some(row) = tx.fetch(idempotency::FIRST, &args![unit.service, key]).await?.into_iter().next() else {
        return Ok(None);
    };
    let mut cells = row.cells("idempotency");
    let (first, count): (u64, u64) = (cells.take("first_entry")?, cells.take("entries")?);
    Ok(Some(Submitted { indexes: (first..first + count).collect(), repeated: true }))
}

async fn change(tx: &mut Tx, write: &Write, next: u64, entries: usize) -> Result<()> {
    let conflict = Error::Conflict { what: write.what };
    let (done, expect) = match &write.does {
        Does::One(sql, args, expect) => (tx.execute(*sql, &placed(args, next, entries)).await, *expect),
        Does::Many(bulk, rows) => {
            let rows: Vec<_> = rows.iter().map(|row| placed(row, next, entries)).collect();
            (bulk.insert(tx, &rows).await, Expect::Any)
        }
    };
    match (done, expect) {
        (Err(error), _) if error.is_conflict() => Err(conflict),
        (Err(error), _) => Err(error),
        (Ok(changed), Expect::Exactly(expected)) if changed != expected => Err(conflict),
        (Ok(_), _) => Ok(()),
    }
}

/// The values, with the indexes of the unit's own entries filled in.
fn placed(args: &[Value], next: u64, entries: usize) -> Vec<Value> {
    let place = |value: &Value| match value {
        Value::Entry(nth) if *nth < entries => (next + *nth as u64).to_value(),
        other => other.clone(),
    };
    args.iter().map(place).collect()
}

/// Appends what was accepted and moves the heads.
async fn append(writer: &Writer, tx: &mut Tx, logs: Logs) -> Result<Vec<(String, Appended)>> {
    writer.probe(Stage::Entries, When::Before)?;
    let mut appended = vec![];
    for (service, log) in logs.into_iter().filter(|(_, log)| !log.is_empty()) {
        let log = log.append(tx, &service, &writer.edges).await?;
        appended.push((service, log));
    }
    writer.probe(Stage::Entries, When::After)?;
    writer.probe(Stage::Head, When::Before)?;
    for (service, log) in &appended {
        log.move_head(tx, service).await?;
    }
    writer.probe(Stage::Head, When::After)?;
    Ok(appended)
}

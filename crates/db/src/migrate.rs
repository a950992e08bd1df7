//! Brings a schema up to date: one file a step, in one transaction each, checked by its SHA-256, never edited.
//!
//! Who migrates holds a lease row, by the database's own clock, and every step is fenced by the lease's epoch: a node
//! that slept through its lease cannot commit a step over the one that took it. No advisory locks.

use std::time::Duration;

use crate::engine::{Pools, Tx};
use crate::error::{Error, Result};
use crate::sql::{Sql, args, row, statements};
use crate::which::Which;

/// The steps of the main database, in their order.
pub(crate) const MAIN: &[Step] = &[
    step("0001_ledger", include_str!("../migrations/main/0001_ledger.sql")),
    step("0002_policies", include_str!("../migrations/main/0002_policies.sql")),
    step("0003_people", include_str!("../migrations/main/0003_people.sql")),
    step("0004_requests", include_str!("../migrations/main/0004_requests.sql")),
    step("0005_access", include_str!("../migrations/main/0005_access.sql")),
    step("0006_work", include_str!("../migrations/main/0006_work.sql")),
    step("0007_letters", include_str!("../migrations/main/0007_letters.sql")),
    step("0008_versions", include_str!("../migrations/main/0008_versions.sql")),
    step("0009_standing", include_str!("../migrations/main/0009_standing.sql")),
    step("0010_examination", include_str!("../migrations/main/0010_examination.sql")),
    step("0011_lasting_keys", include_str!("../migrations/main/0011_lasting_keys.sql")),
    step("0012_refused_exports", include_str!("../migrations/main/0012_refused_exports.sql")),
    step("0013_suppression", include_str!("../migrations/main/0013_suppression.sql")),
    step("0014_demands", include_str!("../migrations/main/0014_demands.sql")),
];

/// The steps of the key database.
pub(crate) const KEYS: &[Step] = &[step("0001_keys", include_str!("../migrations/keys/0001_keys.sql"))];

/// The steps of a database.
pub(crate) const fn steps(which: Which) -> &'static [Step] {
    match which {
        Which::Main => MAIN,
        Which::Keys => KEYS,
    }
}

/// Their names, in their order.
pub(crate) fn names(which: Which) -> impl Iterator<Item = &'static str> {
    steps(which).iter().map(|step| step.name)
}

/// The first so many of our steps, which have these names; else the first name that is none of ours there.
pub(crate) fn first_steps(which: Which, named: &[String]) -> std::result::Result<&'static [Step], String> {
    let ours = steps(which);
    for (at, name) in named.iter().enumerate() {
        if ours.get(at).is_none_or(|step| step.name != name) {
            return Err(name.clone());
        }
    }
    Ok(ours.get(..named.len()).unwrap_or(ours))
}

/// What the steps themselves need, there before the first.
const GROUND: &str = "
CREATE TABLE IF NOT EXISTS schema_step (
  service TEXT NOT NULL, step {int} NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at {int} NOT NULL,
  PRIMARY KEY (service, step)
) {clustered};
CREATE TABLE IF NOT EXISTS schema_lease (
  service TEXT NOT NULL, epoch {int} NOT NULL, until {int} NOT NULL, PRIMARY KEY (service)
) {clustered};
";

/// Seconds a step may take before its lease may be taken over.
const LEASE: i64 = 60;
/// Seconds to wait for another node that migrates.
const PATIENCE: u64 = 120;

/// The database's own clock in seconds: nodes may disagree about the time, the database does not.
const NOW: Sql = Sql::split(
    "migrate.NOW",
    "SELECT CAST(strftime('%s', 'now') AS INTEGER)",
    "SELECT CAST(extract(epoch FROM clock_timestamp()) AS BIGINT)",
);

row! { columns;
    struct Applied {
        pub step: i64,
        pub name: String,
        pub checksum: String,
    }
}

statements! { "migrate";
    TAKE = "INSERT INTO schema_lease (service, epoch, until) VALUES ('*', 1, $1) ON CONFLICT (service) DO UPDATE \
        SET epoch = schema_lease.epoch + 1, until = excluded.until WHERE schema_lease.until <= $2";
    EPOCH = "SELECT epoch FROM schema_lease WHERE service = '*'";
    HOLD = "UPDATE schema_lease SET until = $2 WHERE service = '*' AND epoch = $1";
    APPLIED = concat!("SELECT ", columns!(), " FROM schema_step WHERE service = '*' ORDER BY step");
    RECORD = "INSERT INTO schema_step (service, step, name, checksum, applied_at) VALUES ('*', $1, $2, $3, $4)";
}

/// One migration.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
}

const fn step(name: &'static str, text: &'static str) -> Step {
    Step { name, text }
}

impl Step {
    fn checksum(&self) -> String {
        ledger::sha256(self.text.as_bytes()).to_string()
    }
}

/// Applies the steps that were not applied yet.
pub(crate) async fn run(pools: &Pools, steps: &[Step]) -> Result<()> {
    ground(pools).await?;
    if missing(pools, steps).await?.is_empty() {
        return Ok(());
    }
    let epoch = take(pools).await?;
    let applied = apply_all(pools, epoch, steps).await;
    // Given back also after a failure, so that the next start need not wait for it to lapse.
    let mut tx = pools.begin().await?;
    tx.execute(HOLD, &args![epoch, 0_i64]).await?;
    tx.commit().await?;
    applied
}

async fn apply_all(pools: &Pools, epoch: i64, steps: &[Step]) -> Result<()> {
    for (number, step) in missing(pools, steps).await? {
        apply(pools, epoch, number, step).await.map_err(|error| why(number, step, error))?;
    }
    Ok(())
}

/// Two nodes may create the tables at the same time; then one is told so and they are there.
async fn ground(pools: &Pools) -> Result<()> {
    for last in [false, false, true] {
        let mut tx = pools.begin().await?;
        match tx.script("migrate.GROUND", pools.engine().ddl(GROUND)).await {
            Ok(()) => return tx.commit().await,
            Err(error) if last => return Err(error),
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
    Ok(())
}

/// The steps that are missing, with their numbers, after those that are there were checked.
async fn missing<'s>(pools: &Pools, steps: &'s [Step]) -> Result<Vec<(i64, &'s Step)>> {
    let applied: Vec<Applied> = pools.list(APPLIED, &[]).await?;
    let known = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    if let Some(newest) = applied.last().filter(|newest| newest.step > known) {
        return Err(Error::SchemaNewer { known, found: newest.step });
    }
    let mut missing = vec![];
    for (number, step) in (1..).zip(steps) {
        match applied.iter().find(|applied| applied.step == number) {
            None => missing.push((number, step)),
            Some(done) if done.checksum == step.checksum() => {}
            Some(done) => return Err(Error::MigrationEdited { step: number, name: done.name.clone() }),
        }
    }
    Ok(missing)
}

/// Waits for the lease; its epoch.
async fn take(pools: &Pools) -> Result<i64> {
    for _ in 0..PATIENCE * 5 {
        let mut tx = pools.begin().await?;
        let now = now(&mut tx).await?;
        let taken = tx.execute(TAKE, &args![now + LEASE, now]).await?;
        let epoch = first(&mut tx, EPOCH).await?;
        tx.commit().await?;
        if taken == 1 {
            return Ok(epoch);
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Err(Error::MigrationBusy { seconds: PATIENCE })
}

async fn apply(pools: &Pools, epoch: i64, number: i64, step: &Step) -> Result<()> {
    let mut tx = pools.begin().await?;
    let now = now(&mut tx).await?;
    if tx.execute(HOLD, &args![epoch, now + LEASE]).await? != 1 {
        return Err(Error::Conflict { what: "the lease of the migration" });
    }
    tx.script("migrate.STEP", pools.engine().ddl(step.text)).await?;
    tx.execute(RECORD, &args![number, step.name, step.checksum(), now]).await?;
    tx.commit().await
}

fn why(step: i64, of: &Step, error: Error) -> Error {
    match error {
        Error::Statement { code, .. } => Error::Migration { step, name: of.name.to_owned(), why: code },
        other => other,
    }
}

async fn now(tx: &mut Tx) -> Result<i64> {
    first(tx, NOW).await
}

async fn first(tx: &mut Tx, sql: Sql) -> Result<i64> {
    let row = tx.fetch(sql, &[]).await?.into_iter().next();
    row.ok_or_else(|| Error::corrupt(sql.name))?.one(sql.name)
}

/// The statement that differs.
pub(crate) const SPLIT: &[Sql] = &[NOW];

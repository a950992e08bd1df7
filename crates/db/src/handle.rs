//! The handle: opens, migrates, submits, reads, closes.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use crate::bulk::{Bulk, Lookup};
use crate::engine::{Engine, Pools};
use crate::error::{Error, Result};
use crate::migrate;
use crate::probe::Probe;
use crate::snapshot::{self, Loaded, SnapshotError, Taken, Which};
use crate::sql::{Sql, statements};
use crate::unit::{Submitted, Unit};
use crate::value::{Field, FromRow, Value};
use crate::writer::{self, Message};
use crate::{
    KeyDb, demands, doctor, entries, examinations, idempotency, identifiers, jobs, leases, links, messages,
    outbox, packages, policies, records, refused_exports, residue,
};
use crate::{requests, sessions, staff, standing, steps, subjects, suppressions, tokens};

/// Units that may wait before `submit` itself waits.
const WAITING: usize = 1024;

statements! { "handle";
    PING = "SELECT 1";
}

/// A handle to Abide's own database. Cloning it is cheap; all clones share one writer.
#[derive(Clone)]
pub struct Db {
    pools: Pools,
    writer: mpsc::Sender<Message>,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Db").field("engine", &self.engine()).finish_non_exhaustive()
    }
}

impl Db {
    /// Opens `sqlite:///path` or `postgres://…`, creating the SQLite file and bringing the schema up to date.
    ///
    /// # Errors
    /// If it cannot be reached or written, has a newer schema, or a migration was edited.
    pub async fn open(url: &str) -> Result<Self> {
        Self::open_with(url, None).await
    }

    /// The same with a probe in the write path, for tests.
    pub async fn open_with(url: &str, probe: Option<Arc<dyn Probe>>) -> Result<Self> {
        let pools = Pools::connect(url).await?;
        migrate::run(&pools, migrate::MAIN).await?;
        let (writer, waiting) = mpsc::channel(WAITING);
        tokio::spawn(writer::run(pools.clone(), waiting, probe));
        Ok(Self { pools, writer })
    }

    /// Opens the key database, which has a schema of its own and is backed up apart.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn open_keys(url: &str) -> Result<KeyDb> {
        KeyDb::open(url).await
    }

    /// Writes a unit: all of it or nothing. Returns when it is durable.
    ///
    /// # Errors
    /// [`Error::Conflict`] if a row was not as the unit expects; nothing of it was written then. With
    /// [`Error::Unavailable`] it is not known whether it was written: submit it again under its idempotency key.
    pub async fn submit(&self, unit: Unit) -> Result<Submitted> {
        let (answer, result) = oneshot::channel();
        self.writer.send(Message::Submit(unit, answer)).await.map_err(|_| Error::Closed)?;
        result.await.map_err(|_| Error::Closed)?
    }

    /// Fills the per-subject index of a service up to the ledger's head. The writer does so by itself now and then;
    /// reading never depends on it.
    pub async fn index(&self, service: &str) -> Result<()> {
        let (answer, result) = oneshot::channel();
        let message = Message::Index(service.to_owned(), answer);
        self.writer.send(message).await.map_err(|_| Error::Closed)?;
        result.await.map_err(|_| Error::Closed)?
    }

    /// Writes everything into a stream, as it is at this moment; others go on writing. `tell` hears how many rows more.
    ///
    /// # Errors
    /// [`SnapshotError`]; then the stream is of no use.
    pub async fn snapshot(
        &self,
        out: &mut (dyn std::io::Write + Send),
        tell: &mut (dyn FnMut(u64) + Send),
    ) -> std::result::Result<Taken, SnapshotError> {
        snapshot::take(&self.pools, Which::Main, out, tell).await
    }

    /// How many rows a snapshot will have, about.
    pub async fn rows(&self) -> std::result::Result<u64, SnapshotError> {
        snapshot::count(&self.pools, Which::Main).await
    }

    /// Rows that were deleted or changed and that PostgreSQL's files hold still, as its statistics tell; none on SQLite,
    /// which overwrites what it deletes.
    ///
    /// # Errors
    /// [`Error`], where the database does not answer.
    pub async fn dead_rows(&self) -> Result<Option<u64>> {
        residue::dead_rows(&self.pools).await
    }

    /// The first table of a database that has rows: none, where a snapshot may be loaded into it.
    ///
    /// # Errors
    /// [`SnapshotError`], where it does not answer.
    pub async fn first_row(url: &str, which: Which) -> std::result::Result<Option<String>, SnapshotError> {
        snapshot::first_row(url, which).await
    }

    /// Loads a snapshot into the empty database at `url`; all of it or nothing.
    ///
    /// # Errors
    /// [`SnapshotError`]; then the database is as empty as before.
    pub async fn load(
        url: &str,
        which: Which,
        from: &mut (dyn std::io::Read + Send),
        tell: &mut (dyn FnMut(u64) + Send),
    ) -> std::result::Result<Loaded, SnapshotError> {
        snapshot::load(url, which, from, tell).await
    }

    /// Leaves nothing of what was deleted beside the database (SQLite's log); false where a reader is in the way: then it
    /// is to be asked again. On PostgreSQL deleted rows stay in files and logs until its own upkeep; keys protect them.
    pub async fn shed(&self) -> Result<bool> {
        self.pools.shed().await
    }

    /// Which engine it runs on.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.pools.engine()
    }

    pub(crate) const fn pools(&self) -> &Pools {
        &self.pools
    }

    /// Whether it answers.
    pub async fn ping(&self) -> Result<()> {
        self.pools.one::<i64>(PING, &[]).await.map(|_| ())
    }

    /// Carries out what waits, then closes every connection. All clones answer [`Error::Closed`] afterwards.
    pub async fn close(&self) {
        let (answer, done) = oneshot::channel();
        if self.writer.send(Message::Close(answer)).await.is_ok() {
            done.await.ok();
        }
        self.pools.close().await;
    }

    /// Prepares every statement of this crate on this engine.
    ///
    /// # Errors
    /// The first that does not fit the schema, by its name.
    pub async fn check(&self) -> Result<Check> {
        let mut check = Check::default();
        for sql in statements() {
            self.pools.prepare(sql.name, sql.on(self.engine()).to_owned()).await?;
            check.add(sql);
        }
        for (name, text) in
            bulks().flat_map(Bulk::texts).chain(writer::LOOKUPS.into_iter().flat_map(Lookup::texts))
        {
            self.pools.prepare(name, text.to_owned()).await?;
            check.statements += 1;
        }
        Ok(check)
    }

    pub(crate) async fn find<T: FromRow>(&self, sql: Sql, args: Vec<Value>) -> Result<Option<T>> {
        self.pools.find(sql, &args).await
    }

    pub(crate) async fn list<T: FromRow>(&self, sql: Sql, args: Vec<Value>) -> Result<Vec<T>> {
        self.pools.list(sql, &args).await
    }

    pub(crate) async fn one<T: Field>(&self, sql: Sql, args: Vec<Value>) -> Result<T> {
        self.pools.one(sql, &args).await
    }
}

/// What [`Db::check`] found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check {
    /// Statements that were prepared.
    pub statements: usize,
    /// Names of those that have a text for each engine.
    pub split: Vec<&'static str>,
}

impl Check {
    pub(crate) fn add(&mut self, sql: Sql) {
        self.statements += 1;
        if sql.is_split() {
            self.split.push(sql.name);
        }
    }
}

/// Every statement that takes several rows.
fn bulks() -> impl Iterator<Item = Bulk> {
    entries::BULKS.into_iter().chain(standing::BULKS).chain([writer::ONCE, suppressions::PUT])
}

/// Every statement on the main database.
fn statements() -> impl Iterator<Item = Sql> {
    let modules: [&[Sql]; 28] = [
        ALL,
        demands::ALL,
        doctor::ALL,
        examinations::ALL,
        refused_exports::ALL,
        entries::ALL,
        writer::ALL,
        policies::ALL,
        subjects::ALL,
        identifiers::ALL,
        suppressions::ALL,
        links::ALL,
        records::ALL,
        standing::ALL,
        requests::ALL,
        messages::ALL,
        steps::ALL,
        packages::ALL,
        tokens::ALL,
        sessions::ALL,
        staff::ALL,
        outbox::ALL,
        jobs::ALL,
        leases::ALL,
        idempotency::ALL,
        migrate::ALL,
        migrate::SPLIT,
        residue::SPLIT,
    ];
    modules.into_iter().flatten().copied()
}

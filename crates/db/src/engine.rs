//! The two engines behind one handle. This file is the only one that branches between them.
//!
//! `sqlite` and `postgres` know how to connect to theirs, and what its types are called; everything else in the crate is
//! one text.

mod carry;
mod postgres;
mod sqlite;

use sqlx::{Postgres, SqlSafeStr, Sqlite, Transaction};

use crate::error::{Error, Result};
use crate::failure;
use crate::sql::{Sql, Text};
use crate::value::{Field, FromRow, Row, Value};

/// Which engine a database runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The embedded one.
    Sqlite,
    /// PostgreSQL, or what speaks its protocol.
    Postgres,
}

/// The connections to one database.
#[derive(Debug, Clone)]
pub(crate) enum Pools {
    Sqlite(sqlite::Pools),
    Postgres(postgres::Pools),
}

/// A transaction that writes.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Sql {
    /// The text for an engine.
    pub(crate) const fn on(&self, engine: Engine) -> &'static str {
        match (self.text, engine) {
            (Text::Both(text), _) => text,
            (Text::Split { sqlite, .. }, Engine::Sqlite) => sqlite,
            (Text::Split { postgres, .. }, Engine::Postgres) => postgres,
        }
    }
}

impl Engine {
    /// A migration's text with the tokens that the engines spell differently filled in. `{int}` is 64 bits wide;
    /// `{clustered}` keeps small rows in the order of their key; `{strict}` keeps wide ones.
    pub(crate) fn ddl(self, text: &str) -> String {
        let [int, blob, strict, clustered] = match self {
            Self::Sqlite => ["INTEGER", "BLOB", "STRICT", "STRICT, WITHOUT ROWID"],
            Self::Postgres => ["BIGINT", "BYTEA", "", ""],
        };
        let tokens = [("{int}", int), ("{blob}", blob), ("{strict}", strict), ("{clustered}", clustered)];
        tokens.into_iter().fold(text.to_owned(), |text, (token, word)| text.replace(token, word))
    }
}

impl Pools {
    /// Connects, and creates an SQLite file that is not there.
    pub(crate) async fn connect(url: &str) -> Result<Self> {
        match url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") => Ok(Self::Sqlite(sqlite::connect(url).await?)),
            Some("postgres" | "postgresql") => Ok(Self::Postgres(postgres::connect(url).await?)),
            _ => Err(failure::url(url, "it starts with neither `sqlite:` nor `postgres:`")),
        }
    }

    pub(crate) const fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Reads rows, outside of any transaction.
    pub(crate) async fn fetch(&self, sql: Sql, args: &[Value]) -> Result<Vec<Row>> {
        let text = sql.on(self.engine());
        match self {
            Self::Sqlite(pools) => sqlite::fetch(&pools.read, sql.name, text, args).await,
            Self::Postgres(pools) => postgres::fetch(&pools.read, sql.name, text, args).await,
        }
    }

    /// Reads at most one row.
    pub(crate) async fn find<T: FromRow>(&self, sql: Sql, args: &[Value]) -> Result<Option<T>> {
        self.fetch(sql, args).await?.into_iter().next().map(T::from_row).transpose()
    }

    /// Reads all rows.
    pub(crate) async fn list<T: FromRow>(&self, sql: Sql, args: &[Value]) -> Result<Vec<T>> {
        self.fetch(sql, args).await?.into_iter().map(T::from_row).collect()
    }

    /// Reads the one value of a row that is always there.
    pub(crate) async fn one<T: Field>(&self, sql: Sql, args: &[Value]) -> Result<T> {
        let row = self.fetch(sql, args).await?.into_iter().next();
        row.ok_or_else(|| Error::corrupt(sql.name))?.one(sql.name)
    }

    /// Begins to write. On SQLite there is one writer; on PostgreSQL whoever locks the head row first.
    pub(crate) async fn begin(&self) -> Result<Tx> {
        let failed = |error| failure::statement("begin", &error);
        match self {
            Self::Sqlite(pools) => {
                pools.write.begin_with("BEGIN IMMEDIATE").await.map(Tx::Sqlite).map_err(failed)
            }
            Self::Postgres(pools) => pools.write.begin().await.map(Tx::Postgres).map_err(failed),
        }
    }

    /// A moment to read everything at, while others go on writing.
    pub(crate) async fn moment(&self) -> Result<Moment> {
        let failed = |error| failure::statement("moment", &error);
        let tx = match self {
            Self::Sqlite(pools) => pools.read.begin().await.map(Tx::Sqlite).map_err(failed)?,
            Self::Postgres(pools) => {
                let begun = pools.read.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await;
                begun.map(Tx::Postgres).map_err(failed)?
            }
        };
        Ok(Moment(tx))
    }

    /// Leaves nothing of what was deleted in the log beside the file; false where somebody is reading older pages still. On
    /// PostgreSQL the server's own upkeep decides, and nothing is done.
    pub(crate) async fn shed(&self) -> Result<bool> {
        let Self::Sqlite(pools) = self else { return Ok(true) };
        let rows = sqlite::fetch(&pools.write, "engine.SHED", "PRAGMA wal_checkpoint(TRUNCATE)", &[]).await?;
        let busy = rows.into_iter().next().unwrap_or_default().one::<i64>("busy")?;
        Ok(busy == 0)
    }

    /// Prepares a text without carrying it out.
    pub(crate) async fn prepare(&self, name: &'static str, text: String) -> Result<()> {
        match self {
            Self::Sqlite(pools) => sqlite::prepare(&pools.read, name, text).await,
            Self::Postgres(pools) => postgres::prepare(&pools.read, name, text).await,
        }
    }

    /// Closes every connection; SQLite then folds its log into the file.
    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(pools) => {
                pools.read.close().await;
                pools.write.close().await;
            }
            Self::Postgres(pools) => {
                pools.read.close().await;
                pools.write.close().await;
            }
        }
    }
}

/// A transaction that reads.
pub(crate) struct Moment(Tx);

impl Moment {
    /// Every row of a text that was put together from constants, one after the other, until `each` has had enough.
    pub(crate) async fn each(
        &mut self,
        name: &'static str,
        text: String,
        each: &mut (dyn FnMut(Row) -> bool + Send),
    ) -> Result<()> {
        match &mut self.0 {
            Tx::Sqlite(tx) => sqlite::each(tx, name, text, each).await,
            Tx::Postgres(tx) => postgres::each(tx, name, text, each).await,
        }
    }

    /// Nothing was written.
    pub(crate) async fn end(self) -> Result<()> {
        self.0.commit().await
    }
}

impl Tx {
    const fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Carries a statement out; how many rows it changed.
    pub(crate) async fn execute(&mut self, sql: Sql, args: &[Value]) -> Result<u64> {
        let text = sql.on(self.engine());
        self.execute_text(sql.name, text, args).await
    }

    /// The same for a text that was put together (from constants only: several rows at once).
    pub(crate) async fn execute_text(
        &mut self,
        name: &'static str,
        text: impl SqlSafeStr,
        args: impl IntoIterator<Item = &Value>,
    ) -> Result<u64> {
        match self {
            Self::Sqlite(tx) => sqlite::execute(tx, name, text, args).await,
            Self::Postgres(tx) => postgres::execute(tx, name, text, args).await,
        }
    }

    /// Reads rows.
    pub(crate) async fn fetch(&mut self, sql: Sql, args: &[Value]) -> Result<Vec<Row>> {
        let text = sql.on(self.engine());
        self.fetch_text(sql.name, text, args).await
    }

    /// The same for a text that was put together.
    pub(crate) async fn fetch_text(
        &mut self,
        name: &'static str,
        text: impl SqlSafeStr,
        args: impl IntoIterator<Item = &Value>,
    ) -> Result<Vec<Row>> {
        match self {
            Self::Sqlite(tx) => sqlite::fetch(&mut **tx, name, text, args).await,
            Self::Postgres(tx) => postgres::fetch(&mut **tx, name, text, args).await,
        }
    }

    /// Carries out several statements without arguments: migrations, savepoints.
    pub(crate) async fn script(&mut self, name: &'static str, text: String) -> Result<()> {
        let text = sqlx::AssertSqlSafe(text);
        let done = match self {
            Self::Sqlite(tx) => sqlx::raw_sql(text).execute(&mut **tx).await.map(|_| ()),
            Self::Postgres(tx) => sqlx::raw_sql(text).execute(&mut **tx).await.map(|_| ()),
        };
        done.map_err(|error| failure::statement(name, &error))
    }

    /// Makes it durable.
    pub(crate) async fn commit(self) -> Result<()> {
        let done = match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        };
        done.map_err(|error| failure::statement("commit", &error))
    }
}

//! Everything that differs between engines: opening, running a statement, reading values, a few fragments of
//! SQL (`dialect`) and the catalogue (`*_schema`). Nothing outside this folder asks which engine it is.
//!
//! INVARIANT: every statement comes from this crate's own text, names quoted by `dialect::quote` and types
//! out of the catalogue; every value is bound. That is what `AssertSqlSafe` asserts here.

pub(crate) mod dialect;
mod postgres_schema;
mod sqlite_schema;
#[cfg(test)]
mod tests;
mod trouble;

use std::time::Duration;

use sqlx::postgres::{PgArguments, PgConnectOptions, PgPoolOptions, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions, SqlitePoolOptions, SqliteRow};
use sqlx::{AssertSqlSafe, Column as _, Postgres, Row as _, Sqlite, TypeInfo as _, ValueRef as _};

use crate::{Cell, Engine, Error, Schema};
use trouble::trouble;

/// The connections of one role.
pub(crate) struct Pool {
    store: String,
    role: &'static str,
    inner: Inner,
}

enum Inner {
    Sqlite(sqlx::SqlitePool),
    Postgres(sqlx::PgPool),
}

/// A bound value: text, or for PostgreSQL a whole column of them.
#[derive(Clone)]
pub(crate) enum Param {
    Text(Option<String>),
    Texts(Vec<Option<String>>),
}

/// A transaction. Dropped without `commit`, it is rolled back.
pub(crate) struct Session {
    store: String,
    role: &'static str,
    inner: Transaction,
}

enum Transaction {
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

impl Pool {
    /// Opens a role: the read role cannot write (SQLite) or says so in each transaction (PostgreSQL).
    pub(crate) async fn open(store: &str, role: &'static str, url: &str) -> Result<Self, Error> {
        let inner = if url.starts_with("sqlite:") {
            open_sqlite(store, role, url).await
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            open_postgres(store, role, url).await
        } else {
            Err(bad_url(store, role, "it must begin with `sqlite://` or `postgres://`"))
        }?;
        Ok(Self { store: store.to_owned(), role, inner })
    }

    pub(crate) fn engine(&self) -> Engine {
        match self.inner {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// A transaction: one snapshot for the read role, the right to write at once for the erase role.
    pub(crate) async fn begin(&self) -> Result<Session, Error> {
        let inner = match (&self.inner, self.role) {
            (Inner::Sqlite(pool), "read") => pool.begin().await.map(Transaction::Sqlite),
            (Inner::Sqlite(pool), _) => pool.begin_with("BEGIN IMMEDIATE").await.map(Transaction::Sqlite),
            (Inner::Postgres(pool), "read") => pool
                .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .await
                .map(Transaction::Postgres),
            (Inner::Postgres(pool), _) => pool.begin().await.map(Transaction::Postgres),
        };
        let inner =
            inner.map_err(|error| trouble(&self.store, self.role, "", "begin a transaction", &error))?;
        Ok(Session { store: self.store.clone(), role: self.role, inner })
    }

    /// The catalogue.
    pub(crate) async fn schema(&self) -> Result<Schema, Error> {
        let mut session = self.begin().await?;
        match self.inner {
            Inner::Sqlite(_) => sqlite_schema::read(&mut session).await,
            Inner::Postgres(_) => postgres_schema::read(&mut session).await,
        }
    }
}

fn bad_url(store: &str, role: &'static str, why: &str) -> Error {
    Error::Url { store: store.to_owned(), role, why: why.to_owned() }
}

async fn open_sqlite(store: &str, role: &'static str, url: &str) -> Result<Inner, Error> {
    let options: SqliteConnectOptions =
        url.parse().map_err(|_| bad_url(store, role, "it should read `sqlite:///path/to/file`"))?;
    let options = options
        .read_only(role == "read")
        .create_if_missing(false)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10));
    let size = if role == "read" { 4 } else { 1 };
    let pool = SqlitePoolOptions::new()
        .max_connections(size)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(options)
        .await
        .map_err(|error| trouble(store, role, "", "open it", &error))?;
    Ok(Inner::Sqlite(pool))
}

async fn open_postgres(store: &str, role: &'static str, url: &str) -> Result<Inner, Error> {
    let options: PgConnectOptions = url
        .parse()
        .map_err(|_| bad_url(store, role, "it should read `postgres://user:password@host/database`"))?;
    // Dates, intervals and bytes are read as text: these settings make that text the same everywhere.
    let options = options.options([("datestyle", "ISO"), ("intervalstyle", "iso_8601"), ("timezone", "UTC")]);
    let pool = PgPoolOptions::new()
        .max_connections(4)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(options)
        .await
        .map_err(|error| trouble(store, role, "", "open it", &error))?;
    Ok(Inner::Postgres(pool))
}

impl Session {
    /// The rows of a query. `types` are the catalogue's types of the columns selected; they say how
    /// PostgreSQL's text is read back (SQLite's values carry their own type).
    pub(crate) async fn rows(
        &mut self,
        table: &str,
        sql: String,
        params: Vec<Param>,
        types: &[&str],
    ) -> Result<Vec<Vec<Cell>>, Error> {
        let read = match &mut self.inner {
            Transaction::Sqlite(transaction) => {
                let query = bind_sqlite(sqlx::query(AssertSqlSafe(sql)), params);
                query
                    .fetch_all(&mut **transaction)
                    .await
                    .and_then(|rows| rows.iter().map(sqlite_row).collect())
            }
            Transaction::Postgres(transaction) => {
                let query = bind_postgres(sqlx::query(AssertSqlSafe(sql)), params);
                query
                    .fetch_all(&mut **transaction)
                    .await
                    .and_then(|rows| rows.iter().map(|row| postgres_row(row, types)).collect())
            }
        };
        read.map_err(|error| trouble(&self.store, self.role, table, "answer a query", &error))
    }

    /// Runs a statement; the number of rows it changed.
    pub(crate) async fn run(&mut self, table: &str, sql: String, params: Vec<Param>) -> Result<u64, Error> {
        let done = match &mut self.inner {
            Transaction::Sqlite(transaction) => bind_sqlite(sqlx::query(AssertSqlSafe(sql)), params)
                .execute(&mut **transaction)
                .await
                .map(|done| done.rows_affected()),
            Transaction::Postgres(transaction) => bind_postgres(sqlx::query(AssertSqlSafe(sql)), params)
                .execute(&mut **transaction)
                .await
                .map(|done| done.rows_affected()),
        };
        done.map_err(|error| trouble(&self.store, self.role, table, "run a change", &error))
    }

    /// Makes what was done permanent.
    pub(crate) async fn commit(self) -> Result<(), Error> {
        let done = match self.inner {
            Transaction::Sqlite(transaction) => transaction.commit().await,
            Transaction::Postgres(transaction) => transaction.commit().await,
        };
        done.map_err(|error| trouble(&self.store, self.role, "", "commit", &error))
    }

    /// Undoes everything, and waits until it is undone.
    pub(crate) async fn rollback(self) -> Result<(), Error> {
        let done = match self.inner {
            Transaction::Sqlite(transaction) => transaction.rollback().await,
            Transaction::Postgres(transaction) => transaction.rollback().await,
        };
        done.map_err(|error| trouble(&self.store, self.role, "", "roll back", &error))
    }
}

fn bind_sqlite(
    query: Query<'_, Sqlite, SqliteArguments>,
    params: Vec<Param>,
) -> Query<'_, Sqlite, SqliteArguments> {
    params.into_iter().fold(query, |query, param| match param {
        Param::Text(text) => query.bind(text),
        // INVARIANT: `dialect` makes lists of values into one JSON text on SQLite.
        Param::Texts(_) => query.bind(None::<String>),
    })
}

fn bind_postgres(
    query: Query<'_, Postgres, PgArguments>,
    params: Vec<Param>,
) -> Query<'_, Postgres, PgArguments> {
    params.into_iter().fold(query, |query, param| match param {
        Param::Text(text) => query.bind(text),
        Param::Texts(texts) => query.bind(texts),
    })
}

fn sqlite_row(row: &SqliteRow) -> Result<Vec<Cell>, sqlx::Error> {
    (0..row.len())
        .map(|at| {
            let value = row.try_get_raw(at)?;
            if value.is_null() {
                return Ok(Cell::Null);
            }
            let kind = value.type_info().name().to_owned();
            Ok(match kind.as_str() {
                "INTEGER" => Cell::Int(row.try_get_unchecked(at)?),
                "REAL" => Cell::Real(row.try_get_unchecked(at)?),
                "BLOB" => Cell::Bytes(row.try_get_unchecked(at)?),
                _ => Cell::Text(row.try_get_unchecked(at)?),
            })
        })
        .collect()
}

fn postgres_row(row: &PgRow, types: &[&str]) -> Result<Vec<Cell>, sqlx::Error> {
    row.columns()
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let text: Option<String> = row.try_get(column.ordinal())?;
            Ok(text.map_or(Cell::Null, |text| {
                dialect::from_postgres(text, types.get(at).copied().unwrap_or("text"))
            }))
        })
        .collect()
}

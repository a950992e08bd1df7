//! PostgreSQL, and what speaks its protocol: no advisory locks, no LISTEN, no arrays.

use std::str::FromStr;
use std::time::Duration;

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgConnectOptions, PgPoolOptions, PgRow, PgTypeInfo};
use sqlx::{
    Arguments, ConnectOptions, Connection, Encode, Executor, PgConnection, PgPool, Postgres, Row as _, Type,
    TypeInfo, ValueRef,
};

use crate::error::{Error, Result};
use crate::failure;
use crate::value::{Row, Value};

/// How long a connection may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// Connections of one node.
const CONNECTIONS: u32 = 8;
/// The type of a parameter that the server is to find out from its place.
const UNKNOWN: PgTypeInfo = PgTypeInfo::with_oid(Oid(705));

pub(super) async fn connect(url: &str) -> Result<PgPool> {
    let options = PgConnectOptions::from_str(url).map_err(|error| failure::url(url, &error.to_string()))?;
    let options = options.application_name("abide").statement_cache_capacity(256);
    let unreachable = |why: String| Error::Unreachable { url: failure::redacted(url), why };
    // Alone first: a pool would go on trying to reach what refuses it.
    let first = tokio::time::timeout(PATIENCE, options.connect()).await;
    let first = first.map_err(|_| unreachable(format!("no answer within {} s", PATIENCE.as_secs())))?;
    first.map_err(|error| unreachable(failure::connecting(&error)))?.close().await.ok();
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE);
    // INVARIANT: acknowledged means durable, whatever the server's default is.
    let pool = pool.after_connect(|connection, _| {
        Box::pin(async move { connection.execute("SET synchronous_commit = on").await.map(|_| ()) })
    });
    let pool = pool.connect_with(options).await;
    pool.map_err(|error| unreachable(failure::connecting(&error)))
}

/// A null whose type the server finds out.
struct Null;

impl Type<Postgres> for Null {
    fn type_info() -> PgTypeInfo {
        UNKNOWN
    }
}

impl Encode<'_, Postgres> for Null {
    fn encode_by_ref(&self, _: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Ok(IsNull::Yes)
    }
}

fn bind(name: &'static str, args: &[Value]) -> Result<PgArguments> {
    let mut bound = PgArguments::default();
    for arg in args {
        let done = match arg {
            Value::Null => bound.add(Null),
            Value::Int(number) => bound.add(*number),
            Value::Real(number) => bound.add(*number),
            Value::Text(text) => bound.add(text.as_str()),
            Value::Blob(bytes) => bound.add(bytes.as_slice()),
            Value::Entry(_) => return Err(failure::unplaced(name)),
        };
        done.map_err(|_| Error::corrupt(name))?;
    }
    Ok(bound)
}

pub(super) async fn fetch<'c>(
    on: impl Executor<'c, Database = Postgres>,
    name: &'static str,
    text: &'static str,
    args: &[Value],
) -> Result<Vec<Row>> {
    let rows = sqlx::query_with(text, bind(name, args)?).fetch_all(on).await;
    rows.map_err(|error| failure::statement(name, &error))?.iter().map(|row| read(name, row)).collect()
}

pub(super) async fn execute(
    on: &mut PgConnection,
    name: &'static str,
    text: String,
    args: &[Value],
) -> Result<u64> {
    let done = sqlx::query_with(sqlx::AssertSqlSafe(text), bind(name, args)?).execute(on).await;
    done.map(|done| done.rows_affected()).map_err(|error| failure::statement(name, &error))
}

pub(super) async fn prepare(pool: &PgPool, name: &'static str, text: String) -> Result<()> {
    let prepared = pool.prepare(sqlx::SqlSafeStr::into_sql_str(sqlx::AssertSqlSafe(text))).await;
    prepared.map(|_| ()).map_err(|error| failure::statement(name, &error))
}

fn read(name: &'static str, row: &PgRow) -> Result<Row> {
    (0..row.len())
        .map(|at| cell(row, at))
        .collect::<Result<_, _>>()
        .map(Row)
        .map_err(|_: sqlx::Error| Error::corrupt(name))
}

fn cell(row: &PgRow, at: usize) -> Result<Value, sqlx::Error> {
    let raw = row.try_get_raw(at)?;
    if raw.is_null() {
        return Ok(Value::Null);
    }
    let kind = raw.type_info().into_owned();
    match kind.name() {
        "FLOAT8" => row.try_get(at).map(Value::Real),
        "TEXT" | "VARCHAR" => row.try_get(at).map(Value::Text),
        "BYTEA" => row.try_get(at).map(Value::Blob),
        "INT4" => row.try_get::<i32, _>(at).map(|number| Value::Int(number.into())),
        _ => row.try_get(at).map(Value::Int),
    }
}

//! PostgreSQL, and what speaks its protocol: no advisory locks, no LISTEN, no arrays.

use std::str::FromStr;
use std::time::Duration;

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgConnectOptions, PgPoolOptions, PgRow, PgTypeInfo};
use sqlx::{
    Arguments as _, ConnectOptions, Connection, Encode, Executor, PgConnection, PgPool, Postgres, Row as _,
    Type, TypeInfo, ValueRef,
};

use super::carry::carry;
use crate::error::{Error, Result};
use crate::failure;
use crate::value::{Row, Value};

/// How long a connection may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// Connections of one node that read, and that write.
const CONNECTIONS: u32 = 8;
/// The type of a parameter that the server is to find out from its place.
const UNKNOWN: PgTypeInfo = PgTypeInfo::with_oid(Oid(705));

/// Who writes and who reads, apart: what writes one after the other stays on one connection, which knows its statements.
#[derive(Debug, Clone)]
pub(crate) struct Pools {
    pub(crate) write: PgPool,
    pub(crate) read: PgPool,
}

pub(super) async fn connect(url: &str) -> Result<Pools> {
    let options = PgConnectOptions::from_str(url).map_err(|error| failure::url(url, &error.to_string()))?;
    let options = options.application_name("abide").statement_cache_capacity(256);
    let unreachable = |why: String| Error::Unreachable { url: failure::redacted(url), why };
    // Alone first: a pool would go on trying to reach what refuses it.
    let first = tokio::time::timeout(PATIENCE, options.connect()).await;
    let first = first.map_err(|_| unreachable(format!("no answer within {} s", PATIENCE.as_secs())))?;
    first.map_err(|error| unreachable(failure::connecting(&error)))?.close().await.ok();
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE);
    let pool = pool.after_connect(|connection, _| Box::pin(durable(connection)));
    let read = pool.clone().connect_with(options.clone()).await;
    let read = read.map_err(|error| unreachable(failure::connecting(&error)))?;
    Ok(Pools { write: pool.connect_lazy_with(options), read })
}

/// INVARIANT: acknowledged means durable, whatever the server's default is.
async fn durable(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    connection.execute("SET synchronous_commit = on").await.map(|_| ())
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

carry! {
    Postgres, PgConnection, PgPool,
    null: Null,
    read: {
        "FLOAT8" => |row: &PgRow, at| row.try_get(at).map(Value::Real),
        "TEXT" | "VARCHAR" => |row: &PgRow, at| row.try_get(at).map(Value::Text),
        "BYTEA" => |row: &PgRow, at| row.try_get(at).map(Value::Blob),
        "INT4" => |row: &PgRow, at| row.try_get::<i32, _>(at).map(|number| Value::Int(number.into())),
    }
}

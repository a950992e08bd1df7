//! SQLite: one connection that writes, several that read. Durable at each commit, deleted bytes overwritten.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;
use std::str::FromStr;
use std::time::{Duration, Instant};

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{Arguments as _, Executor, Row as _, Sqlite, SqliteConnection, SqlitePool, TypeInfo, ValueRef};

use super::carry::carry;
use crate::error::{Error, Result};
use crate::failure;
use crate::value::{Row, Value};

/// Connections that read at the same time.
const READERS: u32 = 4;

/// How long one waits for another that writes.
const BUSY: Duration = Duration::from_secs(15);

/// The writer and the readers.
#[derive(Debug, Clone)]
pub(crate) struct Pools {
    pub(crate) write: SqlitePool,
    pub(crate) read: SqlitePool,
}

pub(super) async fn connect(url: &str) -> Result<Pools> {
    let options =
        SqliteConnectOptions::from_str(url).map_err(|error| failure::url(url, &error.to_string()))?;
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err(failure::url(
            url,
            "a database in memory would be lost at the end and is another for each connection",
        ));
    }
    let path = options.get_filename().display().to_string();
    create(options.get_filename())
        .map_err(|error| Error::NotWritable { path: path.clone(), why: error.to_string() })?;
    let options = options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .statement_cache_capacity(256)
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY");
    let failed =
        |error: sqlx::Error| Error::NotWritable { path: path.clone(), why: failure::connecting(&error) };
    let write = writer(&options).await.map_err(failed)?;
    let many = SqlitePoolOptions::new().max_connections(READERS).max_lifetime(None);
    let read = many.connect_lazy_with(options.pragma("query_only", "ON"));
    Ok(Pools { write, read })
}

/// The connection that writes. Where two open a new file at once, SQLite does not wait with the change to its log but says
/// at once that the file is locked: the one that came second tries again.
async fn writer(options: &SqliteConnectOptions) -> Result<SqlitePool, sqlx::Error> {
    let given_up = Instant::now() + BUSY;
    loop {
        let one = SqlitePoolOptions::new().max_connections(1).min_connections(1);
        let opened = one.idle_timeout(None).max_lifetime(None).connect_with(options.clone()).await;
        match opened {
            Ok(pool) => return probe(&pool).await.map(|()| pool),
            Err(error) if is_busy(&error) && Instant::now() < given_up => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Err(error) => return Err(error),
        }
    }
}

/// `SQLITE_BUSY`, also while another recovers the log (261).
fn is_busy(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| matches!(&*code, "5" | "261"))
}

/// Makes the file where there is none, for this account only; SQLite gives its log the same mode.
fn create(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Whether the file can be written at all, found out now rather than at the first write.
async fn probe(pool: &SqlitePool) -> Result<(), sqlx::Error> {
    let mut tx = pool.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::raw_sql("CREATE TABLE abide_probe (a INTEGER); DROP TABLE abide_probe").execute(&mut *tx).await?;
    tx.rollback().await
}

carry! {
    Sqlite, SqliteConnection, SqlitePool,
    null: None::<i64>,
    read: {
        "REAL" => |row: &SqliteRow, at| row.try_get(at).map(Value::Real),
        "TEXT" => |row: &SqliteRow, at| row.try_get(at).map(Value::Text),
        "BLOB" => |row: &SqliteRow, at| row.try_get(at).map(Value::Blob),
    }
}

//! Reading a stream into an empty database.

use std::io::Read;
use std::sync::Arc;

use sqlx::AssertSqlSafe;

use super::{BLOB, Head, INT, MAGIC, NULL, REAL, SnapshotError, TEXT, Table, Which, tables, tables_of};
use crate::engine::{Pools, Tx};
use crate::migrate;
use crate::value::Value;

/// Rows in one statement at most, and the most parameters one may have (SQLite takes 32,766).
const ROWS: usize = 64;
const PARAMETERS: usize = 8_192;
/// The longest text or blob that is believed: what says more is no snapshot.
const LONGEST: u32 = 1 << 30;

/// What was loaded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Rows of each table.
    pub rows: std::collections::BTreeMap<String, u64>,
}

/// Reads everything into the database at `url`: every row in one transaction, and the schema up to date after it.
pub(crate) async fn load(
    url: &str,
    which: Which,
    from: &mut (dyn Read + Send),
    tell: &mut (dyn FnMut(u64) + Send),
) -> Result<Loaded, SnapshotError> {
    let head = head(from, which)?;
    let pools = Pools::connect(url).await?;
    let done = fill(&pools, which, &head, from, tell).await;
    let migrated = match done {
        Ok(loaded) => migrate::run(&pools, migrate::steps(which)).await.map(|()| loaded).map_err(Into::into),
        Err(error) => Err(error),
    };
    pools.close().await;
    migrated
}

/// The first table of a database that has rows; none where it is empty, or has no tables yet.
pub(crate) async fn first_row(url: &str, which: Which) -> Result<Option<String>, SnapshotError> {
    let pools = Pools::connect(url).await?;
    let mut found = None;
    for table in tables(which) {
        let mut any = |_: crate::value::Row| {
            found = Some(table.name.clone());
            false
        };
        let mut moment = pools.moment().await?;
        let sql = format!("SELECT 1 FROM {} LIMIT 1", table.name);
        match moment.each("snapshot.FIRST", sql, &mut any).await {
            // there is no such table yet
            Err(crate::Error::Statement { .. }) => {}
            done => done?,
        }
        if found.is_some() {
            break;
        }
    }
    pools.close().await;
    Ok(found)
}

fn head(from: &mut (dyn Read + Send), which: Which) -> Result<Head, SnapshotError> {
    let mut magic = vec![0; MAGIC.len()];
    from.read_exact(&mut magic)?;
    if magic != MAGIC {
        return Err(SnapshotError::Format("it does not begin as one"));
    }
    let head: Head = json(from)?;
    if head.database == which {
        Ok(head)
    } else {
        Err(SnapshotError::Other { found: head.database.as_str(), wanted: which.as_str() })
    }
}

async fn fill(
    pools: &Pools,
    which: Which,
    head: &Head,
    from: &mut (dyn Read + Send),
    tell: &mut (dyn FnMut(u64) + Send),
) -> Result<Loaded, SnapshotError> {
    let steps = migrate::first_steps(which, &head.steps).map_err(SnapshotError::Newer)?;
    migrate::run(pools, steps).await?;
    let mut waited = tables_of(which, steps);
    let mut tx = pools.begin().await?;
    for table in &waited {
        empty(&mut tx, table).await?;
    }
    let mut loaded = Loaded::default();
    while byte(from)? == 1 {
        let table: Table = json(from)?;
        own(&mut waited, &table)?;
        let count = rows(&mut tx, &table, from, tell).await?;
        loaded.rows.insert(table.name, count);
    }
    if !waited.is_empty() {
        return Err(SnapshotError::Format("a table is missing"));
    }
    if from.read(&mut [0])? != 0 {
        return Err(SnapshotError::Format("something follows its end"));
    }
    tx.commit().await?;
    Ok(loaded)
}

/// A table and columns of ours, which is still waited for: nothing else gets into a statement.
fn own(waited: &mut Vec<Table>, table: &Table) -> Result<(), SnapshotError> {
    let ours = waited.iter().position(|one| one.name == table.name);
    let ours = ours.ok_or(SnapshotError::Format("it has a table twice, or one that Abide does not have"))?;
    let ours = waited.swap_remove(ours);
    let distinct: std::collections::BTreeSet<&String> = table.columns.iter().collect();
    if distinct.len() == table.columns.len() && distinct.iter().all(|column| ours.columns.contains(column)) {
        Ok(())
    } else {
        Err(SnapshotError::Format("it has a column twice, or one that Abide does not have"))
    }
}

async fn empty(tx: &mut Tx, table: &Table) -> Result<(), SnapshotError> {
    let sql =
        AssertSqlSafe(format!("SELECT count(*) FROM (SELECT 1 FROM {} LIMIT 1) AS any_row", table.name));
    let row = tx.fetch_text("snapshot.EMPTY", sql, &[]).await?.into_iter().next().unwrap_or_default();
    if row.one::<u64>("count")? == 0 { Ok(()) } else { Err(SnapshotError::NotEmpty(table.name.clone())) }
}

async fn rows(
    tx: &mut Tx,
    table: &Table,
    from: &mut (dyn Read + Send),
    tell: &mut (dyn FnMut(u64) + Send),
) -> Result<u64, SnapshotError> {
    let width = table.columns.len();
    if width == 0 {
        return Err(SnapshotError::Format("a table has no column"));
    }
    let most = ROWS.min(PARAMETERS / width).max(1);
    let full: Arc<str> = insert(table, most).into();
    let (mut waiting, mut count) = (Vec::with_capacity(most * width), 0_u64);
    while byte(from)? == 1 {
        for _ in 0..width {
            waiting.push(cell(from)?);
        }
        count += 1;
        if waiting.len() == most * width {
            tx.execute_text("snapshot.INSERT", AssertSqlSafe(Arc::clone(&full)), &waiting).await?;
            waiting.clear();
            tell(most as u64);
        }
    }
    if !waiting.is_empty() {
        let left = waiting.len() / width;
        tx.execute_text("snapshot.INSERT", AssertSqlSafe(insert(table, left)), &waiting).await?;
        tell(left as u64);
    }
    let mut stated = [0; 8];
    from.read_exact(&mut stated)?;
    if u64::from_be_bytes(stated) == count {
        Ok(count)
    } else {
        Err(SnapshotError::Format("a table has other rows than it says"))
    }
}

fn insert(table: &Table, rows: usize) -> String {
    let width = table.columns.len();
    let row = |row: usize| {
        let cells: Vec<String> = (1..=width).map(|column| format!("${}", row * width + column)).collect();
        format!("({})", cells.join(", "))
    };
    let values: Vec<String> = (0..rows).map(row).collect();
    format!("INSERT INTO {} ({}) VALUES {}", table.name, table.columns.join(", "), values.join(", "))
}

fn cell(from: &mut (dyn Read + Send)) -> Result<Value, SnapshotError> {
    Ok(match byte(from)? {
        NULL => Value::Null,
        INT => Value::Int(i64::from_be_bytes(fixed(from)?)),
        REAL => Value::Real(f64::from_be_bytes(fixed(from)?)),
        TEXT => {
            let text = String::from_utf8(sized(from)?);
            Value::Text(text.map_err(|_| SnapshotError::Format("a text is not text"))?)
        }
        BLOB => Value::Blob(sized(from)?),
        _ => return Err(SnapshotError::Format("a value is of no known kind")),
    })
}

fn byte(from: &mut (dyn Read + Send)) -> Result<u8, SnapshotError> {
    Ok(u8::from_be_bytes(fixed(from)?))
}

fn fixed<const N: usize>(from: &mut (dyn Read + Send)) -> Result<[u8; N], SnapshotError> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn sized(from: &mut (dyn Read + Send)) -> Result<Vec<u8>, SnapshotError> {
    let length = u32::from_be_bytes(fixed(from)?);
    if length > LONGEST {
        return Err(SnapshotError::Format("a value is longer than any there is"));
    }
    let mut bytes = Vec::new();
    from.take(u64::from(length)).read_to_end(&mut bytes)?;
    if bytes.len() == length as usize {
        Ok(bytes)
    } else {
        Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof).into())
    }
}

fn json<T: serde::de::DeserializeOwned>(from: &mut (dyn Read + Send)) -> Result<T, SnapshotError> {
    serde_json::from_slice(&sized(from)?).map_err(|_| SnapshotError::Format("its head cannot be read"))
}

//! Writing a database into a stream.

use std::io::Write;

use super::{BLOB, Head, INT, MAGIC, NULL, REAL, SnapshotError, TEXT, Table, Which, tables};
use crate::engine::Pools;
use crate::migrate;
use crate::value::{Row, Value};

/// What a stream holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Taken {
    /// Rows of each table.
    pub rows: std::collections::BTreeMap<String, u64>,
}

/// Writes everything; `tell` hears of rows by the thousand, and of the rest of a table at its end.
pub(crate) async fn take(
    pools: &Pools,
    which: Which,
    out: &mut (dyn Write + Send),
    tell: &mut (dyn FnMut(u64) + Send),
) -> Result<Taken, SnapshotError> {
    let mut moment = pools.moment().await?;
    let steps = migrate::names(which).map(ToOwned::to_owned).collect();
    out.write_all(MAGIC)?;
    json(out, &Head { database: which, steps })?;
    let mut taken = Taken::default();
    for table in tables(which) {
        out.write_all(&[1])?;
        json(out, &table)?;
        let sql = format!("SELECT {} FROM {}", table.columns.join(", "), table.name);
        let mut count = 0_u64;
        let mut failed = None;
        let mut each = |row: Row| {
            count += 1;
            if count.is_multiple_of(1000) {
                tell(1000);
            }
            write_row(out, &row).map_err(|error| failed = Some(error)).is_ok()
        };
        moment.each("snapshot.TABLE", sql, &mut each).await?;
        if let Some(error) = failed {
            return Err(error.into());
        }
        tell(count % 1000);
        out.write_all(&[0])?;
        out.write_all(&count.to_be_bytes())?;
        taken.rows.insert(table.name, count);
    }
    out.write_all(&[0])?;
    moment.end().await?;
    Ok(taken)
}

/// How many rows there are in all.
pub(crate) async fn count(pools: &Pools, which: Which) -> Result<u64, SnapshotError> {
    let mut all = 0;
    for Table { name, .. } in tables(which) {
        let mut moment = pools.moment().await?;
        let mut each = |row: Row| {
            all += row.one::<u64>("count").unwrap_or_default();
            true
        };
        moment.each("snapshot.COUNT", format!("SELECT count(*) FROM {name}"), &mut each).await?;
        moment.end().await?;
    }
    Ok(all)
}

fn json(out: &mut (dyn Write + Send), value: &impl serde::Serialize) -> Result<(), SnapshotError> {
    let bytes = serde_json::to_vec(value).map_err(|_| SnapshotError::Format("its head cannot be written"))?;
    length(out, bytes.len())?;
    Ok(out.write_all(&bytes)?)
}

fn write_row(out: &mut (dyn Write + Send), row: &Row) -> std::io::Result<()> {
    out.write_all(&[1])?;
    for value in &row.0 {
        match value {
            Value::Null | Value::Entry(_) => out.write_all(&[NULL])?,
            Value::Int(number) => {
                out.write_all(&[INT])?;
                out.write_all(&number.to_be_bytes())?;
            }
            Value::Real(number) => {
                out.write_all(&[REAL])?;
                out.write_all(&number.to_be_bytes())?;
            }
            Value::Text(text) => bytes(out, TEXT, text.as_bytes())?,
            Value::Blob(blob) => bytes(out, BLOB, blob)?,
        }
    }
    Ok(())
}

fn bytes(out: &mut (dyn Write + Send), tag: u8, bytes: &[u8]) -> std::io::Result<()> {
    out.write_all(&[tag])?;
    length(out, bytes.len())?;
    out.write_all(bytes)
}

fn length(out: &mut (dyn Write + Send), length: usize) -> std::io::Result<()> {
    let length = u32::try_from(length).map_err(|_| std::io::Error::from(std::io::ErrorKind::FileTooLarge))?;
    out.write_all(&length.to_be_bytes())
}

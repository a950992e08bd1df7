//! A database as a stream, as it was at one moment, and a stream as a database: for backups. The same form for both
//! engines, so that what was backed up on one can be restored on the other.
//!
//! ```text
//! "abide-snapshot-v1\n" │ length 4 │ head: JSON (database, schema steps)
//! each table: 1 │ length 4 │ JSON (name, columns) │ rows: 1 │ cells … │ 0 │ rows counted 8
//! end: 0
//! cell: 0 null · 1 integer 8 · 2 real 8 · 3 text (length 4, bytes) · 4 bytes (length 4, bytes)
//! ```
//!
//! Contract: one read transaction sees every table at the same moment while others go on writing. Loading goes into a
//! database only where no table has a row, also none that the stream does not have, and takes a stream only where every
//! table of its schema is in it once and nothing follows its end. All rows go in in one transaction: killed anywhere, there
//! is no row yet. The schema is brought to that of the stream before, and up to date after.
//!
//! Absences: no encryption, no compression, no files: those are the caller's. Names of tables and columns are never
//! taken from a stream unless this program's own list of columns has them.

mod load;
mod take;

use std::io;

use serde::{Deserialize, Serialize};

use crate::classes;
use crate::migrate::Step;

pub use crate::which::Which;
pub use load::Loaded;
pub(crate) use load::{first_row, load};
pub use take::Taken;
pub(crate) use take::{count, take};

/// What a stream begins with.
const MAGIC: &[u8] = b"abide-snapshot-v1\n";
/// Tables that tell of the schema and are made by the migrations.
const OF_SCHEMA: [&str; 2] = ["schema_step", "schema_lease"];

const NULL: u8 = 0;
const INT: u8 = 1;
const REAL: u8 = 2;
const TEXT: u8 = 3;
const BLOB: u8 = 4;

/// What stands at the head of a stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    database: Which,
    /// The names of the schema's steps, in order.
    steps: Vec<String>,
}

/// What stands before a table's rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Table {
    name: String,
    columns: Vec<String>,
}

/// The tables of a database with their columns, from the file of classes.
fn tables(which: Which) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for column in classes().filter(|column| column.database == which.as_str()) {
        if OF_SCHEMA.contains(&column.table) {
            continue;
        }
        match tables.last_mut().filter(|table| table.name == column.table) {
            Some(table) => table.columns.push(column.name.to_owned()),
            None => {
                tables.push(Table { name: column.table.to_owned(), columns: vec![column.name.to_owned()] })
            }
        }
    }
    tables
}

/// Those of them that a schema of these steps has: the steps themselves say which they make.
fn tables_of(which: Which, steps: &[Step]) -> Vec<Table> {
    let made = |table: &Table| {
        let create = format!("CREATE TABLE {} (", table.name);
        steps.iter().any(|step| step.text.contains(&create))
    };
    tables(which).into_iter().filter(made).collect()
}

/// What can go wrong besides the database.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// The database.
    #[error(transparent)]
    Db(#[from] crate::Error),
    /// Reading or writing the stream.
    #[error("the backup's stream: {0}")]
    Io(#[from] io::Error),
    /// Not a stream of ours.
    #[error("this is no snapshot of Abide: {0}")]
    Format(&'static str),
    /// Of the other database.
    #[error("this is a snapshot of the {found} database, but the {wanted} database was to be restored")]
    Other {
        /// Which it is.
        found: &'static str,
        /// Which was wanted.
        wanted: &'static str,
    },
    /// Made by a newer program.
    #[error(
        "the snapshot was made by a newer version of Abide (schema step `{0}`): restore it with that one"
    )]
    Newer(String),
    /// There is something in it.
    #[error(
        "the database is not empty (table `{0}` has rows): a backup is restored into an empty place only"
    )]
    NotEmpty(String),
}

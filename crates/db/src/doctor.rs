//! What `abide doctor` asks of the database: rows that hang in the air, and what is stored under which policy.
//!
//! Reads only, a service at a time, a page at a time where there may be many rows.

use uuid::Uuid;

use crate::entries::{Entry, decoded};
use crate::sql::{args, statements};
use crate::value::{FromRow, Row};
use crate::{Db, Result};

statements! { "doctor";
    LEAF_BEYOND = "SELECT min(entry) FROM ledger_leaf WHERE service = $1 AND entry >= $2";
    FACTS_BEYOND = "SELECT min(entry) FROM ledger_facts WHERE service = $1 AND entry >= $2";
    BODY_BEYOND = "SELECT min(entry) FROM ledger_body WHERE service = $1 AND entry >= $2";
    INDEX_BEYOND = "SELECT min(entry) FROM subject_entry WHERE service = $1 AND entry >= $2";
    RECORD_BEYOND = "SELECT min(entry) FROM record WHERE service = $1 AND entry >= $2";
    STANDING_BEYOND = "SELECT min(entry) FROM standing WHERE service = $1 AND entry >= $2";
    FORMAT = "SELECT min(entry) FROM ledger_leaf WHERE service = $1 AND format <> 1";
    BODY_ALONE = "SELECT min(entry) FROM ledger_body b WHERE b.service = $1 AND NOT EXISTS \
        (SELECT 1 FROM ledger_facts f WHERE f.service = $1 AND f.entry = b.entry)";
    INDEX_WRONG = "SELECT min(i.entry) FROM subject_entry i WHERE i.service = $1 AND NOT EXISTS \
        (SELECT 1 FROM ledger_facts f WHERE f.service = $1 AND f.entry = i.entry AND f.subject = i.subject)";
    INDEX_LACKS = "SELECT min(f.entry) FROM ledger_facts f WHERE f.service = $1 AND f.subject IS NOT NULL AND f.entry < $2 \
        AND NOT EXISTS (SELECT 1 FROM subject_entry i WHERE i.service = $1 AND i.subject = f.subject AND i.entry = f.entry)";
    STANDING_ALONE = "SELECT DISTINCT subject FROM standing s WHERE s.service = $1 AND NOT EXISTS \
        (SELECT 1 FROM subject p WHERE p.service = $1 AND p.id = s.subject AND p.state = 'active') ORDER BY subject LIMIT $2";
    TILES = "SELECT level, tile, hashes FROM ledger_tile WHERE service = $1 AND level = $2 AND tile >= $3 ORDER BY tile LIMIT $4";
    COLLECTED = "SELECT form, purpose, policy, count(*) FROM record WHERE service = $1 GROUP BY form, purpose, policy \
        ORDER BY form, purpose";
}

/// A kind of row whose entry is not in the ledger, with the first such entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Astray {
    /// The table and what is wrong with its row: `ledger_facts.beyond`.
    pub what: &'static str,
    /// The first entry it names.
    pub entry: u64,
}

/// Rows that name an entry beyond the ledger's end, or one whose other rows they do not fit. `indexed` is how far the
/// per-subject index reaches.
pub async fn astray(db: &Db, service: &str, size: u64, indexed: u64) -> Result<Vec<Astray>> {
    let beyond = [
        ("ledger_leaf.beyond", LEAF_BEYOND),
        ("ledger_facts.beyond", FACTS_BEYOND),
        ("ledger_body.beyond", BODY_BEYOND),
        ("subject_entry.beyond", INDEX_BEYOND),
        ("record.beyond", RECORD_BEYOND),
        ("standing.beyond", STANDING_BEYOND),
    ];
    let mut found = vec![];
    for (what, sql) in beyond {
        let first: Option<u64> = db.one(sql, args![service, size]).await?;
        found.extend(first.map(|entry| Astray { what, entry }));
    }
    for (what, sql) in [
        ("ledger_leaf.format", FORMAT),
        ("ledger_body.alone", BODY_ALONE),
        ("subject_entry.wrong", INDEX_WRONG),
    ] {
        let first: Option<u64> = db.one(sql, args![service]).await?;
        found.extend(first.map(|entry| Astray { what, entry }));
    }
    let lacks: Option<u64> = db.one(INDEX_LACKS, args![service, indexed]).await?;
    found.extend(lacks.map(|entry| Astray { what: "subject_entry.lacks", entry }));
    Ok(found)
}

/// Subjects that have a stored standing and are not there, or not any more.
pub async fn standing_of_nobody(db: &Db, service: &str, limit: u32) -> Result<Vec<Uuid>> {
    let rows: Vec<One<Uuid>> = db.list(STANDING_ALONE, args![service, limit]).await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// A stored full tile, as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredTile {
    /// Its level.
    pub level: u32,
    /// Its number.
    pub tile: u64,
    /// Its bytes.
    pub hashes: Vec<u8>,
}

impl FromRow for StoredTile {
    fn from_row(row: Row) -> Result<Self> {
        let mut cells = row.cells("ledger_tile");
        Ok(Self { level: cells.take("level")?, tile: cells.take("tile")?, hashes: cells.take("hashes")? })
    }
}

/// The stored tiles of a level from a number on.
pub async fn tiles(db: &Db, service: &str, level: u32, from: u64, limit: u32) -> Result<Vec<StoredTile>> {
    db.list(TILES, args![service, level, from, limit]).await
}

/// The facts of the entries from one to another: those that can be read, and the indexes of those that cannot.
pub async fn facts(db: &Db, service: &str, from: u64, to: u64) -> Result<(Vec<Entry>, Vec<u64>)> {
    decoded(db, service, from, to).await
}

/// What was collected by which form for which purpose under which policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollectedGroup {
    /// The form.
    pub form: String,
    /// The purpose.
    pub purpose: String,
    /// The policy's hash.
    pub policy: [u8; 32],
    /// How many records.
    pub records: u64,
}

impl FromRow for CollectedGroup {
    fn from_row(row: Row) -> Result<Self> {
        let mut cells = row.cells("record");
        Ok(Self {
            form: cells.take("form")?,
            purpose: cells.take("purpose")?,
            policy: cells.take("policy")?,
            records: cells.take("count")?,
        })
    }
}

/// Every group of records.
pub async fn collected(db: &Db, service: &str) -> Result<Vec<CollectedGroup>> {
    db.list(COLLECTED, args![service]).await
}

/// A row of one value.
struct One<T>(T);

impl FromRow for One<Uuid> {
    fn from_row(row: Row) -> Result<Self> {
        row.one("subject").map(Self)
    }
}

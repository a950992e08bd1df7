//! The ledger as it is stored: what is permanent (head, leaves, tiles) and what can go (facts, bodies).
//!
//! A subject's entries are found by an index that is filled behind the head, and by scanning the tail that it does
//! not cover yet; the two are read in one statement, so none is missed and none is seen twice.

mod facts;
mod proofs;
mod rows;

use ledger::{Facts, Frontier, Hash, Leaf};
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Error, Result, Write};
use facts::FactsRow;
pub(crate) use proofs::nodes_in;
pub use proofs::{consistency, inclusion, tile};
pub(crate) use rows::{BULKS, insert};

row! { head_columns;
    pub(crate) struct HeadRow {
        pub size: u64,
        pub frontier: Vec<u8>,
        pub root: [u8; 32],
        pub checkpoint: Option<String>,
        pub checkpoint_size: u64,
        pub indexed: u64,
        pub stood: u64,
    }
}

row! { leaf_columns;
    pub(crate) struct LeafRow {
        pub entry: u64,
        pub format: u32,
        pub facts: [u8; 32],
        pub body: [u8; 32],
        pub entry_key: [u8; 32],
        pub hash: [u8; 32],
    }
}

row! { body_columns;
    /// A sealed body.
    pub struct Body {
        /// The index of its entry.
        pub entry: u64,
        /// The sealed bytes.
        pub sealed: Vec<u8>,
        /// Version of the subject's evidence key.
        pub key_version: u32,
    }
}

use body_columns;
pub(crate) use head_columns;
use leaf_columns;

statements! { "entries";
    HEAD = concat!("SELECT ", head_columns!(), " FROM ledger_head WHERE service = $1");
    LEAF = concat!("SELECT ", leaf_columns!(), " FROM ledger_leaf WHERE service = $1 AND entry = $2");
    LEAVES = concat!("SELECT ", leaf_columns!(), " FROM ledger_leaf WHERE service = $1 AND entry >= $2 ORDER BY entry LIMIT $3");
    LEAF_COUNT = "SELECT count(*) FROM ledger_leaf WHERE service = $1";
    TILE = "SELECT hashes FROM ledger_tile WHERE service = $1 AND level = $2 AND tile = $3";
    LEAF_HASHES = "SELECT hash FROM ledger_leaf WHERE service = $1 AND entry >= $2 AND entry < $3 ORDER BY entry";
    TILES = "SELECT hashes FROM ledger_tile WHERE service = $1 AND level = $2 AND tile >= $3 AND tile < $4 ORDER BY tile";
    FACTS = concat!("SELECT ", facts::columns!(), " FROM ledger_facts WHERE service = $1 AND entry = $2");
    FACTS_FROM = concat!("SELECT ", facts::columns!(), " FROM ledger_facts WHERE service = $1 AND entry >= $2 ORDER BY entry LIMIT $3");
    FACTS_OF = concat!(
        "SELECT ", facts::columns!(), " FROM ledger_facts WHERE service = $1 AND entry IN ",
        "(SELECT entry FROM subject_entry WHERE service = $1 AND subject = $2) ",
        "UNION ALL SELECT ", facts::columns!(), " FROM ledger_facts WHERE service = $1 AND subject = $2 AND entry >= ",
        "(SELECT indexed FROM ledger_head WHERE service = $1) ORDER BY entry"
    );
    // joined by the entry alone: two conditions that say the same make PostgreSQL expect few rows, and read everything
    FACTS_BY_SUBJECT = concat!(
        "SELECT ", facts::columns!(), " FROM (SELECT service, subject AS who, entry FROM subject_entry) AS theirs ",
        "JOIN ledger_facts USING (service, entry) WHERE service = $1 AND (who, entry) >= ($2, $3) ",
        "ORDER BY who, entry LIMIT $4"
    );
    SINCE = "SELECT entry FROM ledger_facts WHERE service = $1 AND subject = $2 AND entry >= $3 LIMIT 1";
    FACTS_SCAN = concat!("SELECT ", facts::columns!(), " FROM ledger_facts WHERE service = $1 AND subject = $2 ORDER BY entry");
    BODY = concat!("SELECT ", body_columns!(), " FROM ledger_body WHERE service = $1 AND entry = $2");
    BODIES = concat!("SELECT ", body_columns!(), " FROM ledger_body WHERE service = $1 AND entry >= $2 AND entry < $3 ORDER BY entry");
    SET_CHECKPOINT = "UPDATE ledger_head SET checkpoint = $2, checkpoint_size = $3 WHERE service = $1 AND checkpoint_size <= $3 AND size >= $3";
    DELETE_FACTS = "DELETE FROM ledger_facts WHERE service = $1 AND entry = $2";
    DELETE_BODY = "DELETE FROM ledger_body WHERE service = $1 AND entry = $2";
    DELETE_INDEX_OF = "DELETE FROM subject_entry WHERE service = $1 AND subject = $2";
}

/// Where the ledger stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The number of entries.
    pub size: u64,
    /// The state from which it goes on.
    pub frontier: Frontier,
    /// Its root.
    pub root: Hash,
    /// The last signed checkpoint: the signed note, and the size it is of.
    pub checkpoint: Option<(String, u64)>,
    /// How far the per-subject index reaches.
    pub indexed: u64,
    /// How far the stored standing follows.
    pub stood: u64,
}

/// An entry's facts with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its index.
    pub index: u64,
    /// What happened.
    pub facts: Facts,
    /// Version of the evidence key that salts the facts and seals the body (0: none).
    pub key_version: u32,
}

/// The head; that of an empty ledger where nothing was written yet.
pub async fn head(db: &Db, service: &str) -> Result<Head> {
    db.find::<HeadRow>(HEAD, args![service]).await?.map_or_else(|| Ok(Head::empty()), Head::try_from)
}

/// The leaf at an index, with its hash.
pub async fn leaf(db: &Db, service: &str, index: u64) -> Result<Option<(Leaf, Hash)>> {
    Ok(db.find::<LeafRow>(LEAF, args![service, index]).await?.map(leaf_of))
}

/// Leaves from an index on, in order.
pub async fn leaves(db: &Db, service: &str, from: u64, limit: u32) -> Result<Vec<(Leaf, Hash)>> {
    let rows = db.list::<LeafRow>(LEAVES, args![service, from, limit]).await?;
    Ok(rows.into_iter().map(leaf_of).collect())
}

/// How many leaves there are: what the head says where it cannot be read.
pub async fn leaf_count(db: &Db, service: &str) -> Result<u64> {
    db.one(LEAF_COUNT, args![service]).await
}

/// An entry's facts; none once they were deleted.
pub async fn find(db: &Db, service: &str, index: u64) -> Result<Option<Entry>> {
    db.find::<FactsRow>(FACTS, args![service, index]).await?.map(Entry::try_from).transpose()
}

/// An entry's facts, which must be there.
pub async fn get(db: &Db, service: &str, index: u64) -> Result<Entry> {
    find(db, service, index).await?.ok_or(Error::NotFound { what: "the entry" })
}

/// Facts from an index on, in order; deleted ones are left out.
pub async fn list(db: &Db, service: &str, from: u64, limit: u32) -> Result<Vec<Entry>> {
    entries(db.list(FACTS_FROM, args![service, from, limit]).await?)
}

/// All of a subject's entries, in order.
pub async fn list_of(db: &Db, service: &str, subject: Uuid) -> Result<Vec<Entry>> {
    entries(db.list(FACTS_OF, args![service, subject]).await?)
}

/// Everybody's entries that the per-subject index has, person by person and each person's in order, from an entry of
/// somebody on. The index is filled behind the head: see [`Head::indexed`].
pub async fn list_by_subject(db: &Db, service: &str, from: (Uuid, u64), limit: u32) -> Result<Vec<Entry>> {
    entries(db.list(FACTS_BY_SUBJECT, args![service, from.0, from.1, limit]).await?)
}

/// The same by reading the whole ledger: to check the index, and to rebuild it.
pub async fn scan_of(db: &Db, service: &str, subject: Uuid) -> Result<Vec<Entry>> {
    entries(db.list(FACTS_SCAN, args![service, subject]).await?)
}

/// An entry's sealed body; none if it had none or it was deleted.
pub async fn body(db: &Db, service: &str, index: u64) -> Result<Option<Body>> {
    db.find(BODY, args![service, index]).await
}

/// The sealed bodies of entries from an index up to another, in order; those that are gone are left out.
pub async fn bodies(db: &Db, service: &str, from: u64, to: u64) -> Result<Vec<Body>> {
    db.list(BODIES, args![service, from, to]).await
}

/// Keeps a signed checkpoint. Conflict: there is a larger one, or the ledger is not that large.
pub fn set_checkpoint(service: &str, note: &str, size: u64) -> Write {
    Write::one("the checkpoint", SET_CHECKPOINT, args![service, note, size])
}

/// An entry's facts go; its leaf stays. Conflict: they are gone.
pub fn delete_facts(service: &str, index: u64) -> Write {
    Write::one("the entry's facts", DELETE_FACTS, args![service, index])
}

/// An entry's body goes; its hash stays. Nothing happens where there is none.
pub fn delete_body(service: &str, index: u64) -> Write {
    Write::any("the entry's body", DELETE_BODY, args![service, index])
}

/// What the index knows of a subject goes (with the facts themselves).
pub fn delete_index_of(service: &str, subject: Uuid) -> Write {
    Write::any("the subject's index", DELETE_INDEX_OF, args![service, subject])
}

/// Facts from one index to another: what can be read, and the indexes of rows that cannot. For checking: one damaged row
/// must not hide the others.
pub(crate) async fn decoded(db: &Db, service: &str, from: u64, to: u64) -> Result<(Vec<Entry>, Vec<u64>)> {
    let limit = u32::try_from(to - from).unwrap_or(u32::MAX);
    match list(db, service, from, limit).await {
        Ok(read) => Ok((read.into_iter().filter(|entry| entry.index < to).collect(), vec![])),
        Err(Error::Corrupt { .. }) => one_by_one(db, service, from, to).await,
        Err(error) => Err(error),
    }
}

async fn one_by_one(db: &Db, service: &str, from: u64, to: u64) -> Result<(Vec<Entry>, Vec<u64>)> {
    let (mut read, mut damaged) = (vec![], vec![]);
    for index in from..to {
        match find(db, service, index).await {
            Ok(entry) => read.extend(entry),
            Err(Error::Corrupt { .. }) => damaged.push(index),
            Err(error) => return Err(error),
        }
    }
    Ok((read, damaged))
}

fn entries(rows: Vec<FactsRow>) -> Result<Vec<Entry>> {
    rows.into_iter().map(Entry::try_from).collect()
}

fn leaf_of(row: LeafRow) -> (Leaf, Hash) {
    (Leaf::new(row.entry, Hash(row.facts), Hash(row.body), Hash(row.entry_key)), Hash(row.hash))
}

impl Head {
    /// Of a ledger without entries.
    pub(crate) fn empty() -> Self {
        let frontier = Frontier::new();
        Self { size: 0, root: frontier.root(), frontier, checkpoint: None, indexed: 0, stood: 0 }
    }
}

impl TryFrom<HeadRow> for Head {
    type Error = Error;

    fn try_from(row: HeadRow) -> Result<Self> {
        let frontier =
            Frontier::from_bytes(&row.frontier).map_err(|_| Error::corrupt("ledger_head.frontier"))?;
        if frontier.size() != row.size || frontier.root() != Hash(row.root) {
            return Err(Error::corrupt("ledger_head.root"));
        }
        let checkpoint = row.checkpoint.map(|note| (note, row.checkpoint_size));
        Ok(Self {
            size: row.size,
            frontier,
            root: Hash(row.root),
            checkpoint,
            indexed: row.indexed,
            stood: row.stood,
        })
    }
}

//! Entries as rows, several to a statement: 64, 8, or one.

use ledger::tile::FullTile;
use ledger::{Hash, Leaf};

use super::facts::{self, FactsRow};
use super::{Body, LeafRow, body_columns, leaf_columns};
use crate::engine::Tx;
use crate::value::Value;
use crate::{NewEntry, Result};

/// How many rows one statement takes, the most first.
const SIZES: [usize; 3] = [64, 8, 1];

/// A statement that inserts several rows.
struct Bulk {
    name: &'static str,
    /// Up to and with `VALUES`.
    head: &'static str,
    columns: usize,
}

const LEAF: Bulk = Bulk {
    name: "entries.INSERT_LEAF",
    head: concat!("INSERT INTO ledger_leaf (", leaf_columns!(), ") VALUES "),
    columns: 7,
};
const FACTS: Bulk = Bulk {
    name: "entries.INSERT_FACTS",
    head: concat!("INSERT INTO ledger_facts (", facts::columns!(), ") VALUES "),
    columns: 13,
};
const BODY: Bulk = Bulk {
    name: "entries.INSERT_BODY",
    head: concat!("INSERT INTO ledger_body (", body_columns!(), ") VALUES "),
    columns: 4,
};
const TILE: Bulk = Bulk {
    name: "entries.INSERT_TILE",
    head: "INSERT INTO ledger_tile (service, level, tile, hashes) VALUES ",
    columns: 4,
};

impl Bulk {
    fn text(&self, rows: usize) -> String {
        let row = |row: usize| {
            let cells: Vec<_> =
                (1..=self.columns).map(|column| format!("${}", row * self.columns + column)).collect();
            format!("({})", cells.join(", "))
        };
        self.head.to_owned() + &(0..rows).map(row).collect::<Vec<_>>().join(", ")
    }

    async fn insert(&self, tx: &mut Tx, mut rows: &[Vec<Value>]) -> Result<()> {
        for size in SIZES {
            let text = self.text(size);
            while let Some((now, later)) = rows.split_at_checked(size) {
                tx.execute_text(self.name, text.clone(), &now.concat()).await?;
                rows = later;
            }
        }
        Ok(())
    }
}

/// Every text that this module puts together.
pub(crate) fn bulk_texts() -> impl Iterator<Item = (&'static str, String)> {
    [LEAF, FACTS, BODY, TILE].into_iter().flat_map(|bulk| SIZES.map(|size| (bulk.name, bulk.text(size))))
}

/// Writes entries that got their indexes, and the tiles that became full with them.
pub(crate) async fn insert(
    tx: &mut Tx,
    service: &str,
    entries: &[(Leaf, Hash, NewEntry)],
    tiles: &[FullTile],
) -> Result<()> {
    let leaves: Vec<_> = entries.iter().map(|(leaf, hash, _)| leaf_row(leaf, *hash).cells(service)).collect();
    LEAF.insert(tx, &leaves).await?;
    let facts = entries.iter().map(|(leaf, _, entry)| Ok(FactsRow::new(leaf.index, entry)?.cells(service)));
    FACTS.insert(tx, &facts.collect::<Result<Vec<_>>>()?).await?;
    let bodies: Vec<_> = entries.iter().filter_map(|(leaf, _, entry)| body_row(leaf.index, entry)).collect();
    BODY.insert(tx, &bodies.iter().map(|body| body.cells(service)).collect::<Vec<_>>()).await?;
    TILE.insert(tx, &tiles.iter().map(|tile| tile_cells(service, tile)).collect::<Vec<_>>()).await
}

fn leaf_row(leaf: &Leaf, hash: Hash) -> LeafRow {
    LeafRow {
        entry: leaf.index,
        format: leaf.version.into(),
        facts: leaf.facts.0,
        body: leaf.body.0,
        entry_key: leaf.key.0,
        hash: hash.0,
    }
}

fn body_row(index: u64, entry: &NewEntry) -> Option<Body> {
    let sealed = entry.body.clone()?;
    Some(Body { entry: index, sealed, key_version: entry.key_version })
}

fn tile_cells(service: &str, full: &FullTile) -> Vec<Value> {
    let hashes = ledger::tile::to_bytes(&full.hashes);
    crate::sql::args![service, u32::from(full.tile.level), full.tile.index, hashes]
}

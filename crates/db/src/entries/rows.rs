//! Entries as rows, several to a statement.

use ledger::tile::FullTile;
use ledger::{Hash, Leaf};

use super::facts::{self, FactsRow};
use super::{Body, LeafRow, body_columns, leaf_columns};
use crate::bulk::Bulk;
use crate::engine::Tx;
use crate::value::Value;
use crate::{NewEntry, Result};

const LEAF: Bulk = Bulk {
    name: "entries.INSERT_LEAF",
    head: concat!("INSERT INTO ledger_leaf (", leaf_columns!(), ") VALUES "),
    tail: "",
    columns: 7,
};
const FACTS: Bulk = Bulk {
    name: "entries.INSERT_FACTS",
    head: concat!("INSERT INTO ledger_facts (", facts::columns!(), ") VALUES "),
    tail: "",
    columns: 13,
};
const BODY: Bulk = Bulk {
    name: "entries.INSERT_BODY",
    head: concat!("INSERT INTO ledger_body (", body_columns!(), ") VALUES "),
    tail: "",
    columns: 4,
};
const TILE: Bulk = Bulk {
    name: "entries.INSERT_TILE",
    head: "INSERT INTO ledger_tile (service, level, tile, hashes) VALUES ",
    tail: "",
    columns: 4,
};

/// Every statement of this module.
pub(crate) const BULKS: [Bulk; 4] = [LEAF, FACTS, BODY, TILE];

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
    TILE.insert(tx, &tiles.iter().map(|tile| tile_cells(service, tile)).collect::<Vec<_>>()).await.map(|_| ())
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

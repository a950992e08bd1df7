//! Proofs from what is stored: full tiles as rows, partial ones derived from leaves and the tiles below.

use ledger::tile::{Tile, Tiles, WIDTH, to_bytes};
use ledger::{Hash, proof};

use super::{LEAF_HASHES, TILE, TILES};
use crate::engine::Tx;
use crate::sql::{Sql, args};
use crate::value::{FromRow, Row};
use crate::{Db, Error, Result, Value};

/// A tile's bytes at its width; none if the ledger does not reach so far.
pub async fn tile(db: &Db, service: &str, tile: Tile) -> Result<Option<Vec<u8>>> {
    if tile.is_full() {
        return Ok(db
            .list::<Bytes>(TILE, args![service, u32::from(tile.level), tile.index])
            .await?
            .pop()
            .map(|row| row.0));
    }
    let (from, to) = (tile.index * WIDTH, tile.index * WIDTH + u64::from(tile.width));
    let hashes = nodes(db, service, tile.level, from, to).await?;
    Ok((hashes.len() == usize::from(tile.width)).then(|| to_bytes(&hashes)))
}

/// The proof that an entry is in the ledger when it had `size` entries.
pub async fn inclusion(db: &Db, service: &str, index: u64, size: u64) -> Result<Vec<Hash>> {
    let tiles = fetch(db, service, proof::inclusion_tiles(index, size)).await?;
    proof::inclusion(index, size, &tiles)
        .map_err(|_| Error::NotFound { what: "the entry in a ledger of that size" })
}

/// The proof that the ledger with `new` entries continues the one with `old`.
pub async fn consistency(db: &Db, service: &str, old: u64, new: u64) -> Result<Vec<Hash>> {
    let tiles = fetch(db, service, proof::consistency_tiles(old, new)).await?;
    proof::consistency(old, new, &tiles).map_err(|_| Error::NotFound { what: "a ledger of that size" })
}

async fn fetch(db: &Db, service: &str, wanted: impl IntoIterator<Item = Tile>) -> Result<Tiles> {
    let mut tiles = Tiles::new();
    for address in wanted {
        if let Some(bytes) = tile(db, service, address).await? {
            tiles.insert(address, &bytes).map_err(|_| Error::corrupt("ledger_tile.hashes"))?;
        }
    }
    Ok(tiles)
}

/// The nodes of a level: leaf hashes, or the roots of the full tiles below.
async fn nodes(db: &Db, service: &str, level: u8, from: u64, to: u64) -> Result<Vec<Hash>> {
    let (sql, args) = query(service, level, from, to);
    hashes(level, db.list(sql, args).await?)
}

/// The same within a transaction.
pub(crate) async fn nodes_in(tx: &mut Tx, service: &str, level: u8, from: u64, to: u64) -> Result<Vec<Hash>> {
    let (sql, args) = query(service, level, from, to);
    let rows = tx.fetch(sql, &args).await?.into_iter().map(Bytes::from_row).collect::<Result<_>>()?;
    hashes(level, rows)
}

fn query(service: &str, level: u8, from: u64, to: u64) -> (Sql, Vec<Value>) {
    match level.checked_sub(1) {
        None => (LEAF_HASHES, args![service, from, to]),
        Some(below) => (TILES, args![service, u32::from(below), from, to]),
    }
}

fn hashes(level: u8, rows: Vec<Bytes>) -> Result<Vec<Hash>> {
    rows.iter().map(|row| if level == 0 { hash(&row.0) } else { root(&row.0) }).collect()
}

fn hash(bytes: &[u8]) -> Result<Hash> {
    Hash::try_from(bytes).map_err(|_| Error::corrupt("ledger_leaf.hash"))
}

/// The root over a full tile.
fn root(bytes: &[u8]) -> Result<Hash> {
    let hashes = bytes.chunks(32).map(hash).collect::<Result<Vec<_>>>()?;
    let mut frontier = ledger::Frontier::new();
    for hash in hashes {
        frontier.append(hash);
    }
    Ok(frontier.root())
}

/// A row of one blob.
struct Bytes(Vec<u8>);

impl FromRow for Bytes {
    fn from_row(row: Row) -> Result<Self> {
        row.one("hashes").map(Self)
    }
}

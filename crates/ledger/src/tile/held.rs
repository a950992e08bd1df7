//! Tiles that were fetched, answering for nodes.

use std::collections::BTreeMap;

use super::address::{Tile, TileError, WIDTH, from_bytes};
use crate::hash::{Hash, node_hash};
use crate::nodes::Nodes;

/// The root of a power of two of hashes.
pub(super) fn root(hashes: &[Hash]) -> Option<Hash> {
    let mut row = hashes.to_vec();
    while row.len() > 1 {
        let (pairs, odd) = row.as_chunks::<2>();
        if !odd.is_empty() {
            return None;
        }
        row = pairs.iter().map(|[left, right]| node_hash(left, right)).collect();
    }
    row.first().copied()
}

/// Tiles that were fetched, answering for the nodes they cover.
#[derive(Debug, Clone, Default)]
pub struct Tiles(BTreeMap<(u8, u64), Vec<Hash>>);

impl Tiles {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a tile from its bytes; of a tile at several widths the widest counts.
    ///
    /// # Errors
    /// If the bytes do not fit the tile's width.
    pub fn insert(&mut self, tile: Tile, bytes: &[u8]) -> Result<(), TileError> {
        let hashes = from_bytes(tile, bytes)?;
        let held = self.0.entry((tile.level, tile.index)).or_default();
        if held.len() < hashes.len() {
            *held = hashes;
        }
        Ok(())
    }
}

impl Nodes for Tiles {
    fn node(&self, height: u8, index: u64) -> Option<Hash> {
        let (level, inner) = (height / 8, height % 8);
        let first = index.checked_mul(1 << inner)?;
        let tile = self.0.get(&(level, first / WIDTH))?;
        let start = (first % WIDTH) as usize;
        root(tile.get(start..start + (1 << inner))?)
    }
}

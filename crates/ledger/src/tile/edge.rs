//! The right edge of the tree: makes tiles while leaves are appended.

use super::address::{LEVELS, Tile, WIDTH};
use super::held::root;
use crate::hash::Hash;
use crate::nodes::Nodes;

/// A tile that became full, with its 256 hashes: it will never change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullTile {
    /// Its address.
    pub tile: Tile,
    /// Its hashes.
    pub hashes: Vec<Hash>,
}

/// The right edge of the tree in tiles: the partial tile of each level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edge {
    size: u64,
    levels: Vec<Vec<Hash>>,
}

impl Edge {
    /// The edge of the empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The edge of a tree of `size` leaves, whose nodes (leaf hashes, full tiles) `nodes` answers for.
    /// None if a node is missing.
    #[must_use]
    pub fn load(size: u64, nodes: &impl Nodes) -> Option<Self> {
        let level = |level: u8| {
            let count = size >> (8 * u32::from(level));
            (count - count % WIDTH..count).map(|index| nodes.node(8 * level, index)).collect()
        };
        let used = (0..LEVELS).take_while(|level| size >> (8 * u32::from(*level)) > 0);
        Some(Self { size, levels: used.map(level).collect::<Option<_>>()? })
    }

    /// The number of leaves.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf hash; returns the tiles that became full, lowest level first.
    pub fn append(&mut self, leaf: Hash) -> Vec<FullTile> {
        self.size += 1;
        let mut full = Vec::new();
        let mut carry = Some(leaf);
        for level in 0..LEVELS {
            let Some(hash) = carry.take() else { break };
            if self.levels.len() <= usize::from(level) {
                self.levels.push(Vec::new());
            }
            let Some(row) = self.levels.get_mut(usize::from(level)) else { break };
            row.push(hash);
            if row.len() as u64 == WIDTH {
                let hashes = std::mem::take(row);
                carry = root(&hashes);
                let index = (self.size >> (8 * u32::from(level))) / WIDTH - 1;
                full.push(FullTile { tile: Tile { level, index, width: WIDTH as u16 }, hashes });
            }
        }
        full
    }

    /// The partial rows, lowest level first.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = &[Hash]> {
        self.levels.iter().map(Vec::as_slice)
    }

    /// The partial tiles of this size, lowest level first, for publishing.
    #[must_use]
    pub fn partial(&self) -> Vec<(Tile, &[Hash])> {
        let tile = |(level, row): (u8, &Vec<Hash>)| {
            let index = (self.size >> (8 * u32::from(level))) / WIDTH;
            Tile { level, index, width: row.len() as u16 }
        };
        let rows = (0..LEVELS).zip(&self.levels).filter(|(_, row)| !row.is_empty());
        rows.map(|(level, row)| (tile((level, row)), row.as_slice())).collect()
    }
}

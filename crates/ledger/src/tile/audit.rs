//! Checking a whole published log: every tile against the others, and all of them against a signed checkpoint.
//!
//! One pass over the tiles in their order; of the tree only its right edge is in memory.

use super::address::{Tile, TileError, from_bytes};
use super::edge::Edge;
use crate::hash::{Hash, node_hash};

/// What does not fit, by the path of the tile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuditError<E: std::fmt::Display> {
    /// A tile could not be fetched.
    #[error("{tile} could not be read: {error}")]
    Fetch {
        /// The tile's path.
        tile: String,
        /// What the caller said.
        error: E,
    },
    /// A tile that the size needs is not there.
    #[error("{0} is missing")]
    Missing(String),
    /// A tile of the wrong length.
    #[error(transparent)]
    Tile(#[from] TileError),
    /// A tile and the one above it.
    #[error("{below} does not hash to what {above} says: one of the two was changed")]
    Differs {
        /// The lower tile's path.
        below: String,
        /// The upper tile's path.
        above: String,
    },
    /// Everything fits but the root.
    #[error(
        "the tiles lead to the root {found}, not to the checkpoint's {expected}: one at the right edge was changed ({edge}), \
         or the checkpoint is of another log"
    )]
    Root {
        /// The checkpoint's.
        expected: Hash,
        /// What the tiles lead to.
        found: Hash,
        /// The tiles that no other vouches for.
        edge: String,
    },
}

/// Checks that the tiles `fetch` gives make the tree of this size and root. `fetch` is asked for every tile once, the
/// lowest level in its order, and each higher one as soon as everything below it was seen.
///
/// # Errors
/// The first tile that is missing or does not fit.
pub fn audit<E: std::fmt::Display>(
    size: u64,
    root: &Hash,
    mut fetch: impl FnMut(Tile) -> Result<Option<Vec<u8>>, E>,
) -> Result<(), AuditError<E>> {
    let mut get = |tile: Tile| {
        let found = fetch(tile).map_err(|error| AuditError::Fetch { tile: tile.path(), error })?;
        let bytes = found.ok_or_else(|| AuditError::Missing(tile.path()))?;
        Ok::<_, AuditError<E>>(from_bytes(tile, &bytes)?)
    };
    let mut edge = Edge::new();
    for index in 0.. {
        let Some(tile) = Tile::at(0, index, size) else { break };
        for hash in get(tile)? {
            for full in edge.append(hash).iter().filter(|full| full.tile.level > 0) {
                fits(full.tile, &full.hashes, &get(full.tile)?)?;
            }
        }
    }
    for (tile, hashes) in edge.partial().into_iter().filter(|(tile, _)| tile.level > 0) {
        fits(tile, hashes, &get(tile)?)?;
    }
    let found = edge.root();
    if found == *root {
        return Ok(());
    }
    let paths: Vec<String> = edge.partial().iter().map(|(tile, _)| tile.path()).collect();
    Err(AuditError::Root { expected: *root, found, edge: paths.join(", ") })
}

/// What the tiles below a tile hash to, against what the tile says.
fn fits<E: std::fmt::Display>(tile: Tile, computed: &[Hash], said: &[Hash]) -> Result<(), AuditError<E>> {
    let Some(at) = computed.iter().zip(said).position(|(computed, said)| computed != said) else {
        return Ok(());
    };
    let below = Tile {
        level: tile.level - 1,
        index: tile.index * super::WIDTH + at as u64,
        width: super::WIDTH as u16,
    };
    Err(AuditError::Differs { below: below.path(), above: tile.path() })
}

impl Edge {
    /// The root of the tree so far.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut perfect = Vec::new();
        for row in self.rows().rev() {
            let mut rest = row;
            while let Some(width) = rest.len().checked_ilog2() {
                let (whole, more) = rest.split_at(1 << width);
                perfect.extend(super::held::root(whole));
                rest = more;
            }
        }
        let folded = perfect.into_iter().rev().reduce(|right, left| node_hash(&left, &right));
        folded.unwrap_or_else(crate::hash::empty_root)
    }
}

//! Proofs of RFC 6962 (RFC 9162, section 2.1): that a leaf is in a tree, and that one tree continues another.
//!
//! Making a proof needs nodes of the tree, which the caller fetched before: [`inclusion_tiles`] and
//! [`consistency_tiles`] say which tiles hold them. Verifying needs nothing but the proof.

use std::collections::BTreeSet;

use crate::hash::{Hash, empty_root, node_hash};
pub use crate::nodes::Nodes;
use crate::tile::Tile;

/// Why there is no proof, or why it proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// No such leaf.
    #[error("there is no entry {index} in a log of {size} entries")]
    Index {
        /// The leaf asked for.
        index: u64,
        /// The size of the log.
        size: u64,
    },
    /// The older tree is larger than the newer.
    #[error("a log of {old} entries cannot be the earlier state of one of {new}")]
    Sizes {
        /// The size that should be the smaller.
        old: u64,
        /// The size that should be the larger.
        new: u64,
    },
    /// The caller's nodes lack one.
    #[error("a node of the tree is missing (height {0}, position {1})")]
    Missing(u8, u64),
    /// A number of hashes that cannot be right.
    #[error("the proof has {found} hashes, which does not fit a log of this size")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// The hashes lead elsewhere.
    #[error("the proof leads to another root: the entry, the proof or the root was changed")]
    Root,
}

/// A subtree over the leaves `start..end`, as RFC 6962 splits it.
type Range = (u64, u64);

/// The largest power of two smaller than `n` (n ≥ 2).
const fn split(n: u64) -> u64 {
    1 << (u64::BITS - 1 - (n - 1).leading_zeros())
}

fn inclusion_ranges(index: u64, size: u64) -> Vec<Range> {
    let (mut start, mut end) = (0, size);
    let mut ranges = Vec::new();
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            ranges.push((middle, end));
            end = middle;
        } else {
            ranges.push((start, middle));
            start = middle;
        }
    }
    ranges.reverse();
    ranges
}

fn consistency_ranges(old: u64, new: u64) -> Vec<Range> {
    let (mut start, mut end) = (0, new);
    let mut ranges = Vec::new();
    while end != old {
        let middle = start + split(end - start);
        if old <= middle {
            ranges.push((middle, end));
            end = middle;
        } else {
            ranges.push((start, middle));
            start = middle;
        }
    }
    if start > 0 {
        ranges.push((start, end));
    }
    ranges.reverse();
    ranges
}

/// The perfect subtrees (height, index) that make up a range, from left to right.
fn perfect((mut start, end): Range) -> Vec<(u8, u64)> {
    let mut nodes = Vec::new();
    while start < end {
        let height = start.trailing_zeros().min((end - start).ilog2());
        nodes.push((height as u8, start >> height));
        start += 1 << height;
    }
    nodes
}

fn range_hash(range: Range, nodes: &impl Nodes) -> Result<Hash, ProofError> {
    let node = |(height, index)| nodes.node(height, index).ok_or(ProofError::Missing(height, index));
    let hashes = perfect(range).into_iter().map(node).collect::<Result<Vec<_>, _>>()?;
    Ok(hashes.into_iter().rev().reduce(|right, left| node_hash(&left, &right)).unwrap_or_else(empty_root))
}

fn tiles_of(ranges: Vec<Range>, size: u64) -> BTreeSet<Tile> {
    let tile = |(height, index): (u8, u64)| Tile::at(height / 8, (index << (height % 8)) / 256, size);
    ranges.into_iter().flat_map(perfect).filter_map(tile).collect()
}

/// The root of a tree of `size` leaves.
///
/// # Errors
/// If a node is missing.
pub fn root(size: u64, nodes: &impl Nodes) -> Result<Hash, ProofError> {
    range_hash((0, size), nodes)
}

/// The tiles that [`inclusion`] needs, at their widths in a tree of `size` leaves.
#[must_use]
pub fn inclusion_tiles(index: u64, size: u64) -> BTreeSet<Tile> {
    if index < size { tiles_of(inclusion_ranges(index, size), size) } else { BTreeSet::new() }
}

/// The tiles that [`consistency`] needs, at their widths in a tree of `new` leaves.
#[must_use]
pub fn consistency_tiles(old: u64, new: u64) -> BTreeSet<Tile> {
    if 0 < old && old <= new { tiles_of(consistency_ranges(old, new), new) } else { BTreeSet::new() }
}

/// The proof that leaf `index` is in the tree of `size` leaves.
///
/// # Errors
/// If there is no such leaf, or a node is missing.
pub fn inclusion(index: u64, size: u64, nodes: &impl Nodes) -> Result<Vec<Hash>, ProofError> {
    if index >= size {
        return Err(ProofError::Index { index, size });
    }
    inclusion_ranges(index, size).into_iter().map(|range| range_hash(range, nodes)).collect()
}

/// The proof that the tree of `new` leaves continues the tree of `old` leaves.
///
/// # Errors
/// If the sizes are the wrong way round, or a node is missing.
pub fn consistency(old: u64, new: u64, nodes: &impl Nodes) -> Result<Vec<Hash>, ProofError> {
    if old > new {
        return Err(ProofError::Sizes { old, new });
    }
    if old == 0 {
        return Ok(Vec::new());
    }
    consistency_ranges(old, new).into_iter().map(|range| range_hash(range, nodes)).collect()
}

/// Checks an inclusion proof (RFC 9162, section 2.1.3.2).
///
/// # Errors
/// If the proof does not lead from the leaf to the root.
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::Index { index, size });
    }
    let ranges = inclusion_ranges(index, size);
    if ranges.len() != proof.len() {
        return Err(ProofError::Length { found: proof.len() });
    }
    let step = |hash: Hash, ((start, _), sibling): (Range, &Hash)| {
        if start > index { node_hash(&hash, sibling) } else { node_hash(sibling, &hash) }
    };
    let found = ranges.into_iter().zip(proof).fold(*leaf, step);
    if found == *root { Ok(()) } else { Err(ProofError::Root) }
}

/// Checks a consistency proof (RFC 9162, section 2.1.4.2).
///
/// # Errors
/// If the proof does not lead from the one root to the other.
pub fn verify_consistency(
    old: u64,
    old_root: &Hash,
    new: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> Result<(), ProofError> {
    if old > new {
        return Err(ProofError::Sizes { old, new });
    }
    if old == 0 || old == new {
        let same = if old == 0 { *old_root == empty_root() } else { old_root == new_root };
        return match (proof.len(), same) {
            (0, true) => Ok(()),
            (0, false) => Err(ProofError::Root),
            (found, _) => Err(ProofError::Length { found }),
        };
    }
    rebuild(old, old_root, new, new_root, proof)
}

/// Builds both roots from the proof, from the smallest shared subtree upwards.
fn rebuild(old: u64, old_root: &Hash, new: u64, new_root: &Hash, proof: &[Hash]) -> Result<(), ProofError> {
    let ranges = consistency_ranges(old, new);
    let wrong = ProofError::Length { found: proof.len() };
    // A power of two is itself the shared subtree; else the proof starts with it.
    let (seed, siblings, ranges) = match (old.is_power_of_two(), proof.split_first(), ranges.split_first()) {
        (true, ..) => (old_root, proof, ranges.as_slice()),
        (false, Some((seed, siblings)), Some((_, ranges))) => (seed, siblings, ranges),
        _ => return Err(wrong),
    };
    if siblings.len() != ranges.len() {
        return Err(wrong);
    }
    let (mut older, mut newer) = (*seed, *seed);
    for ((start, _), sibling) in ranges.iter().zip(siblings) {
        if *start >= old {
            newer = node_hash(&newer, sibling);
        } else {
            older = node_hash(sibling, &older);
            newer = node_hash(sibling, &newer);
        }
    }
    if older == *old_root && newer == *new_root { Ok(()) } else { Err(ProofError::Root) }
}

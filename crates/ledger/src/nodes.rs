//! What making a proof asks of whoever holds the tree.

use crate::hash::Hash;

/// Answers for nodes of a tree. `node(h, i)` is the root over the leaves `i·2^h …` (2^h of them, all present).
pub trait Nodes {
    /// The node, or none if it is not at hand.
    fn node(&self, height: u8, index: u64) -> Option<Hash>;
}

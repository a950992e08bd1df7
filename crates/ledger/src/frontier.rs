//! The state of the tree that is needed to go on: the roots of its perfect subtrees, at most 64 hashes.

use crate::hash::{Hash, empty_root, node_hash};

/// A tree that can be appended to and can tell its root.
///
/// INVARIANT: `hashes` has one entry per set bit of `size`: the roots of the perfect subtrees, largest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    hashes: Vec<Hash>,
}

/// Bytes that are no frontier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} bytes are no ledger frontier: 8 for the size, then 32 for every set bit of the size")]
pub struct FrontierError(usize);

impl Frontier {
    /// The empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of leaves.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf by its hash and returns its index.
    pub fn append(&mut self, leaf: Hash) -> u64 {
        let index = self.size;
        let mut hash = leaf;
        for _ in 0..index.trailing_ones() {
            if let Some(left) = self.hashes.pop() {
                hash = node_hash(&left, &hash);
            }
        }
        self.hashes.push(hash);
        self.size += 1;
        index
    }

    /// The root.
    #[must_use]
    pub fn root(&self) -> Hash {
        let folded = self.hashes.iter().rev().copied().reduce(|right, left| node_hash(&left, &right));
        folded.unwrap_or_else(empty_root)
    }

    /// Size (8 bytes, big-endian), then the hashes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let hashes = self.hashes.iter().flat_map(|hash| hash.0);
        self.size.to_be_bytes().into_iter().chain(hashes).collect()
    }

    /// The frontier of [`Frontier::to_bytes`].
    ///
    /// # Errors
    /// If the number of hashes does not fit the size.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FrontierError> {
        let wrong = || FrontierError(bytes.len());
        let (size, rest) = bytes.split_first_chunk::<8>().ok_or_else(wrong)?;
        let size = u64::from_be_bytes(*size);
        let (hashes, odd) = rest.as_chunks::<32>();
        if !odd.is_empty() || hashes.len() != size.count_ones() as usize {
            return Err(wrong());
        }
        Ok(Self { size, hashes: hashes.iter().copied().map(Hash).collect() })
    }
}

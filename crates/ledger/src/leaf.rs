//! The leaf: what of an entry is permanent and public, which is nothing but hashes.

use serde::{Deserialize, Serialize};

use crate::hash::{Hash, leaf_hash, sha256_of};

/// The length of a leaf in bytes.
pub const LEAF_BYTES: usize = 105;
/// The only version there is.
const VERSION: u8 = 1;
/// What every commitment to an entry key starts with.
const KEY_TAG: &[u8] = b"abide-entry-key-v1\n";

/// One leaf of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaf {
    /// The format: 1.
    pub version: u8,
    /// The entry's position, counted from 0.
    pub index: u64,
    /// The salted commitment to the facts ([`commit`](crate::commit)).
    pub facts: Hash,
    /// SHA-256 of the sealed body; of nothing if there is none.
    pub body: Hash,
    /// The commitment to the key that opens the body ([`key_commitment`]); zeros if there is none.
    pub key: Hash,
}

/// Bytes that are no leaf.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LeafError {
    /// Not 105 bytes.
    #[error("a leaf has {LEAF_BYTES} bytes, these are {0}")]
    Length(usize),
    /// A version this program does not know.
    #[error("leaf of version {0}; this program knows version {VERSION}: use a newer one")]
    Version(u8),
}

impl Leaf {
    /// The leaf of an entry at a position.
    #[must_use]
    pub const fn new(index: u64, facts: Hash, body: Hash, key: Hash) -> Self {
        Self { version: VERSION, index, facts, body, key }
    }

    /// The permanent bytes: version ‖ index (big-endian) ‖ facts ‖ body ‖ key.
    #[must_use]
    pub fn bytes(&self) -> [u8; LEAF_BYTES] {
        let index = self.index.to_be_bytes();
        let parts = [self.facts, self.body, self.key];
        let mut bytes =
            std::iter::once(self.version).chain(index).chain(parts.into_iter().flat_map(|part| part.0));
        std::array::from_fn(|_| bytes.next().unwrap_or(0))
    }

    /// The leaf of those bytes.
    ///
    /// # Errors
    /// If they are not 105, or of another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LeafError> {
        let wrong = || LeafError::Length(bytes.len());
        let (version, rest) = bytes.split_first().ok_or_else(wrong)?;
        let (index, rest) = rest.split_first_chunk::<8>().ok_or_else(wrong)?;
        let (facts, rest) = rest.split_first_chunk::<32>().ok_or_else(wrong)?;
        let (body, rest) = rest.split_first_chunk::<32>().ok_or_else(wrong)?;
        let key: [u8; 32] = rest.try_into().map_err(|_| wrong())?;
        if *version != VERSION {
            return Err(LeafError::Version(*version));
        }
        Ok(Self::new(u64::from_be_bytes(*index), Hash(*facts), Hash(*body), Hash(key)))
    }

    /// The leaf hash of RFC 6962.
    #[must_use]
    pub fn hash(&self) -> Hash {
        leaf_hash(&self.bytes())
    }
}

/// The commitment to an entry key: SHA-256("abide-entry-key-v1\n" ‖ key).
///
/// AES-GCM alone does not bind a ciphertext to one key; with this in the leaf nobody, the operator included,
/// can later open a body in a second way.
#[must_use]
pub fn key_commitment(key: &[u8; 32]) -> Hash {
    sha256_of(&[KEY_TAG, key])
}

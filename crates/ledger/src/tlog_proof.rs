//! `tlog-proof` files (C2SP tlog-proof): that an entry is in a log, as one text that other programs read too.
//!
//! The file says nothing about the entry: whoever checks it has the entry's leaf from elsewhere. The `extra` line is
//! covered by nothing; ours carries the leaf's 105 bytes, and is believed only when their hash is what was proven.

use std::fmt;
use std::str::FromStr;

use crate::checkpoint::{Checkpoint, CheckpointError, decimal};
use crate::hash::Hash;
use crate::note::VerifierKey;
use crate::proof::{ProofError, verify_inclusion};
use crate::text;

/// The first line.
const HEAD: &str = "c2sp.org/tlog-proof@v1";
/// No tree has a longer path.
const MOST: usize = 63;

/// The proof that one leaf is in a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlogProof {
    /// Opaque bytes that nothing vouches for.
    pub extra: Option<Vec<u8>>,
    /// The leaf's position.
    pub index: u64,
    /// The inclusion proof of RFC 6962, from the leaf's sibling upwards.
    pub inclusion: Vec<Hash>,
    /// The checkpoint: a signed note.
    pub checkpoint: String,
}

/// A text that is no such file, or a proof that proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TlogProofError {
    /// Not in the format.
    #[error("this is no tlog-proof file: {0}")]
    Format(&'static str),
    /// The checkpoint does not hold.
    #[error("the checkpoint does not hold: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// The hashes lead elsewhere.
    #[error("the entry is not proven to be in the log: {0}")]
    Proof(#[from] ProofError),
}

impl TlogProof {
    /// Checks that the leaf of this hash is in the log that `key` signs.
    ///
    /// # Errors
    /// If the checkpoint is not signed by the key, or the proof does not lead to its root.
    pub fn verify(&self, leaf: &Hash, key: &VerifierKey) -> Result<Checkpoint, TlogProofError> {
        let checkpoint = Checkpoint::verify(&self.checkpoint, key)?;
        verify_inclusion(leaf, self.index, checkpoint.size, &self.inclusion, &checkpoint.root)?;
        Ok(checkpoint)
    }
}

impl fmt::Display for TlogProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", text::base64(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.inclusion.iter().try_for_each(|hash| writeln!(f, "{}", text::base64(&hash.0)))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

impl FromStr for TlogProof {
    type Err = TlogProofError;

    fn from_str(file: &str) -> Result<Self, TlogProofError> {
        let wrong = TlogProofError::Format;
        let (head, checkpoint) =
            file.split_once("\n\n").ok_or(wrong("no blank line before the checkpoint"))?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(HEAD) {
            return Err(wrong("its first line is not `c2sp.org/tlog-proof@v1`"));
        }
        let extra = lines.peek().and_then(|line| line.strip_prefix("extra "));
        let extra = extra.map(|extra| text::unbase64(extra).ok_or(wrong("its extra line is not base64")));
        let extra = extra.transpose()?;
        if extra.is_some() {
            lines.next();
        }
        let index = lines.next().and_then(|line| line.strip_prefix("index ")).and_then(decimal);
        let index = index.ok_or(wrong("it has no line `index` with a number"))?;
        let hash = |line: &str| text::unbase64(line).and_then(|bytes| Hash::try_from(bytes.as_slice()).ok());
        let inclusion: Vec<Hash> =
            lines.map(hash).collect::<Option<_>>().ok_or(wrong("a proof line is no hash in base64"))?;
        if inclusion.len() > MOST {
            return Err(wrong("more than 63 proof lines"));
        }
        Ok(Self { extra, index, inclusion, checkpoint: checkpoint.to_owned() })
    }
}

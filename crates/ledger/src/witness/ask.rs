//! What a witness is sent and what it answers (C2SP tlog-witness, `add-checkpoint`).

use std::fmt;
use std::str::FromStr;

use crate::checkpoint::decimal;
use crate::hash::Hash;
use crate::note::{self, NoteError, Signature};
use crate::text;

/// More hashes than this are no consistency proof.
const MOST: usize = 63;

/// A checkpoint for a witness, with the proof that it continues the one the witness saw last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// The size the witness saw last; zero if it saw none.
    pub old: u64,
    /// The consistency proof from there; empty if `old` is zero.
    pub proof: Vec<Hash>,
    /// The checkpoint: a signed note.
    pub checkpoint: String,
}

/// A text that is no `add-checkpoint` request, or no answer to one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// Not in the format.
    #[error("this is no request to a witness: {0}")]
    Format(&'static str),
    /// An answer that is none.
    #[error("the witness answered with status {0}")]
    Status(u16),
    /// Not signature lines.
    #[error("the witness' answer cannot be read: {0}")]
    Lines(#[from] NoteError),
    /// Not a size.
    #[error("the witness says that it saw another size, and does not say which")]
    Size,
}

/// A witness' answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// It cosigned: signature lines, not checked yet.
    Cosigned(Vec<Signature>),
    /// It saw another size last: ask again from there.
    Saw(u64),
}

impl Reply {
    /// The answer of that status and body.
    ///
    /// # Errors
    /// For every other status, and for a body that does not fit.
    pub fn read(status: u16, body: &str) -> Result<Self, AskError> {
        match status {
            200 => Ok(Self::Cosigned(note::lines(body)?)),
            409 => body.strip_suffix('\n').and_then(decimal).map(Self::Saw).ok_or(AskError::Size),
            other => Err(AskError::Status(other)),
        }
    }
}

impl fmt::Display for AddCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{}", text::base64(&hash.0)))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

impl FromStr for AddCheckpoint {
    type Err = AskError;

    fn from_str(body: &str) -> Result<Self, AskError> {
        let (head, checkpoint) = body.split_once("\n\n").ok_or(AskError::Format("no blank line"))?;
        let mut lines = head.split('\n');
        let old = lines.next().and_then(|line| line.strip_prefix("old ")).and_then(decimal);
        let old = old.ok_or(AskError::Format("its first line is not `old` and a size"))?;
        let hash = |line: &str| text::unbase64(line).and_then(|bytes| Hash::try_from(bytes.as_slice()).ok());
        let proof: Vec<Hash> = lines
            .map(hash)
            .collect::<Option<_>>()
            .ok_or(AskError::Format("a proof line is no hash in base64"))?;
        if proof.len() > MOST {
            return Err(AskError::Format("more than 63 proof lines"));
        }
        Ok(Self { old, proof, checkpoint: checkpoint.to_owned() })
    }
}

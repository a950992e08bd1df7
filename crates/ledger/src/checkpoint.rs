//! Checkpoints (C2SP tlog-checkpoint): the state of a log at one moment, as the text of a signed note.

use std::fmt;
use std::str::FromStr;

use crate::hash::Hash;
use crate::note::{self, Note, NoteError, Signer, VerifierKey};
use crate::text;

/// The size and root of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log: see [`origin`].
    pub origin: String,
    /// How many leaves.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

/// A text that is no checkpoint, or one that is not signed as it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Not three lines: origin, size, root.
    #[error("this is no checkpoint: {0}")]
    Format(&'static str),
    /// The note around it.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// A checkpoint of another log.
    #[error("the checkpoint is of the log `{found}`, not of `{expected}`")]
    Origin {
        /// The log it should be of.
        expected: String,
        /// The log it is of.
        found: String,
    },
}

/// The origin of a service's log: `host/service`, from the base URL that people use.
///
/// It is also the name of the signing key, so a key can sign for this log only.
#[must_use]
pub fn origin(base_url: &str, service: &str) -> String {
    let host = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let host = host.split('/').next().unwrap_or(host);
    format!("{host}/{service}")
}

impl Checkpoint {
    /// Signs it.
    ///
    /// # Errors
    /// If the origin cannot stand in a note (empty, line breaks).
    pub fn sign(&self, signers: &[&dyn Signer]) -> Result<Note, CheckpointError> {
        let text = self.to_string();
        text.parse::<Self>()?;
        Ok(note::sign(&text, signers)?)
    }

    /// Reads a signed note, checks that `key` signed it and that it is of the log the key is for.
    ///
    /// # Errors
    /// If it is no note, no checkpoint, of another log, or not signed by the key.
    pub fn verify(note: &str, key: &VerifierKey) -> Result<Self, CheckpointError> {
        let note: Note = note.parse()?;
        note.verify(key)?;
        let checkpoint: Self = note.text.parse()?;
        if checkpoint.origin != key.name() {
            return Err(CheckpointError::Origin {
                expected: key.name().to_owned(),
                found: checkpoint.origin,
            });
        }
        Ok(checkpoint)
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, text::base64(&self.root.0))
    }
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    /// Reads the text of a note. Extension lines, which nothing of ours writes, are allowed and ignored.
    fn from_str(body: &str) -> Result<Self, CheckpointError> {
        let body = body.strip_suffix('\n').ok_or(CheckpointError::Format("its last line does not end"))?;
        let mut lines = body.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(CheckpointError::Format("it has fewer than three lines"));
        };
        if origin.is_empty() || lines.any(str::is_empty) {
            return Err(CheckpointError::Format("it has an empty line"));
        }
        let root = text::unbase64(root).and_then(|root| Hash::try_from(root.as_slice()).ok());
        Ok(Self {
            origin: origin.to_owned(),
            size: decimal(size).ok_or(CheckpointError::Format("its second line is not a number"))?,
            root: root.ok_or(CheckpointError::Format("its third line is not a SHA-256 value in base64"))?,
        })
    }
}

/// A number in its only spelling: no sign, no leading zero.
pub(crate) fn decimal(digits: &str) -> Option<u64> {
    let number: u64 = digits.parse().ok()?;
    (number.to_string() == digits).then_some(number)
}

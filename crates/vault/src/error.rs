//! What can go wrong with keys and sealed values. No error says anything about what was sealed.

use crate::epoch::Epoch;
use crate::source::SourceError;

/// Why something could not be sealed, opened, wrapped or unwrapped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The key source.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The wrapping key of that day was destroyed, or never was here.
    #[error(
        "the key of epoch {0} is not in the key source: it was destroyed, or this database is an old backup; \
         what was wrapped under it cannot be opened any more"
    )]
    EpochGone(Epoch),
    /// Too short to be a sealed value, or of an unknown format.
    #[error("this is no sealed value of a known format: it was cut off, or written by a newer version")]
    Format,
    /// Sealed with another key or for another place.
    #[error("the value was sealed with another key or for another place (row, field, service): refused")]
    WrongKey,
    /// The right key, but other bytes.
    #[error("the sealed value was changed after it was sealed: refused")]
    Changed,
    /// A wrapped key of another version than asked for.
    #[error("the wrapped key has version {found}, but version {expected} was asked for: refused")]
    Version {
        /// The version asked for.
        expected: u32,
        /// The version the row carries.
        found: u32,
    },
    /// A key used for what it is not for.
    #[error("a key of kind `{found}` cannot be used as `{expected}`")]
    Kind {
        /// What it was to be used as.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// The receipt's body or key does not fit its leaf.
    #[error("the receipt's sealed content or key does not fit its log entry: it was changed")]
    Receipt,
    /// Not an e-mail address, telephone number or number.
    #[error("this is not {0}")]
    Identifier(&'static str),
    /// Not a token.
    #[error("this is not a token: it was cut off or mistyped")]
    Token,
    /// The cryptographic library refused (a value of more than 64 GiB).
    #[error("the value cannot be sealed: it is too long")]
    Refused,
}

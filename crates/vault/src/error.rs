//! What can go wrong with keys and sealed values. No error says anything about what was sealed.

use std::path::PathBuf;

use crate::epoch::Epoch;

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

/// Why a key source does not work.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// Others may read it.
    #[error(
        "{} may be read or written by others (mode {mode:o}): run `chmod {wanted:o} {}`, and if others could \
         have read it, treat its keys as known to them", path.display(), path.display()
    )]
    Loose {
        /// The file or directory.
        path: PathBuf,
        /// Its mode.
        mode: u32,
        /// The mode it must have.
        wanted: u32,
    },
    /// The operating system refused.
    #[error("{}: {action}: {error}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What was tried.
        action: &'static str,
        /// What it answered.
        error: std::io::Error,
    },
    /// Not a key file.
    #[error(
        "{} is no key file of Abide (one line, `abide-key-v1:` and base64): restore it from its backup",
        path.display()
    )]
    NotAKey {
        /// The file.
        path: PathBuf,
    },
    /// Another root key than the days' keys were used with.
    #[error(
        "the root key is not the one that the keys in {} were used with: give the right one; with another nothing opens",
        path.display()
    )]
    OtherRoot {
        /// The directory.
        path: PathBuf,
    },
    /// Epoch keys without the root key.
    #[error(
        "{} has keys of days but no `root.key`: restore it from its backup; a new root key would open nothing",
        path.display()
    )]
    NoRoot {
        /// The directory.
        path: PathBuf,
    },
}

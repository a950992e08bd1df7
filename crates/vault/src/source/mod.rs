//! Where root and epoch keys live: never in a database, never in a database's backup.

mod directory;
mod memory;

use std::path::PathBuf;

use crate::entropy::Entropy;
use crate::epoch::Epoch;
use crate::secret::Secret;

pub use directory::Directory;
pub use memory::MemorySource;

/// A key source.
pub trait KeySource: Send + Sync {
    /// The root key.
    ///
    /// # Errors
    /// If it cannot be read.
    fn root(&self) -> Result<Secret, SourceError>;

    /// The key of a day; none if it is not there (any more).
    ///
    /// # Errors
    /// If it is there and cannot be read.
    fn epoch(&self, epoch: Epoch) -> Result<Option<Secret>, SourceError>;

    /// Makes the key of a day, durably, unless it is there already.
    ///
    /// # Errors
    /// If it cannot be written.
    fn create(&self, epoch: Epoch, entropy: &dyn Entropy) -> Result<(), SourceError>;

    /// The days whose keys are there, oldest first.
    ///
    /// # Errors
    /// If they cannot be listed.
    fn list(&self) -> Result<Vec<Epoch>, SourceError>;

    /// Destroys the key of a day. Already gone is done.
    ///
    /// # Errors
    /// If it is there and cannot be destroyed.
    fn destroy(&self, epoch: Epoch) -> Result<(), SourceError>;
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

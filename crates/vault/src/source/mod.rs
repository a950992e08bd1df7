//! Where root and epoch keys live: never in a database, never in a database's backup.

mod directory;
mod memory;

use crate::entropy::Entropy;
use crate::epoch::Epoch;
use crate::error::SourceError;
use crate::secret::Secret;

pub use directory::{Directory, key_file, key_line, new_key_line};
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

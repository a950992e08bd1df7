//! Keys in memory: for tests and trials. Nothing survives the process.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::KeySource;
use crate::entropy::Entropy;
use crate::epoch::Epoch;
use crate::error::SourceError;
use crate::secret::Secret;

/// A key source in memory. Clones share their keys, so that a test can "restart".
#[derive(Clone)]
pub struct MemorySource {
    root: Secret,
    epochs: Arc<Mutex<BTreeMap<Epoch, Secret>>>,
}

impl MemorySource {
    /// A new root key and no days yet.
    #[must_use]
    pub fn new(entropy: &dyn Entropy) -> Self {
        Self { root: Secret::random(entropy), epochs: Arc::default() }
    }

    fn epochs(&self) -> MutexGuard<'_, BTreeMap<Epoch, Secret>> {
        self.epochs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeySource for MemorySource {
    fn root(&self) -> Result<Secret, SourceError> {
        Ok(self.root.clone())
    }

    fn epoch(&self, epoch: Epoch) -> Result<Option<Secret>, SourceError> {
        Ok(self.epochs().get(&epoch).cloned())
    }

    fn create(&self, epoch: Epoch, entropy: &dyn Entropy) -> Result<(), SourceError> {
        self.epochs().entry(epoch).or_insert_with(|| Secret::random(entropy));
        Ok(())
    }

    fn list(&self) -> Result<Vec<Epoch>, SourceError> {
        Ok(self.epochs().keys().copied().collect())
    }

    fn destroy(&self, epoch: Epoch) -> Result<(), SourceError> {
        self.epochs().remove(&epoch);
        Ok(())
    }
}

impl fmt::Debug for MemorySource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemorySource(…)")
    }
}

//! Locks within a node: one address becomes one subject only, however many forms come at once, and
//! one checkpoint is published at a time. Two nodes that race for an address make two subjects, which
//! both are found by it; nodes that publish hold a lease besides.

use tokio::sync::{Mutex, MutexGuard};

/// How many addresses can be claimed at the same time.
const STRIPES: usize = 64;

/// Locks, those for addresses striped by a hash of the address that is kept nowhere.
pub struct Locks {
    stripes: [Mutex<()>; STRIPES],
    publishing: Mutex<()>,
}

impl Default for Locks {
    fn default() -> Self {
        Self { stripes: std::array::from_fn(|_| Mutex::new(())), publishing: Mutex::new(()) }
    }
}

impl Locks {
    /// Waits until nobody else in this node publishes.
    pub(crate) async fn publishing(&self) -> MutexGuard<'_, ()> {
        self.publishing.lock().await
    }

    /// Waits for the lock of an address. Hold it until the unit is acknowledged.
    pub(crate) async fn hold(&self, hash: &[u8; 32]) -> Option<MutexGuard<'_, ()>> {
        let stripe = usize::from(hash[0]) % STRIPES;
        match self.stripes.get(stripe) {
            Some(lock) => Some(lock.lock().await),
            None => None,
        }
    }
}

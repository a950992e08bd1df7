//! What this node's last housekeeping could not do.

use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// The last round of housekeeping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sweep {
    /// When it ended.
    pub at: Timestamp,
    /// The parts that failed, and why: no personal data.
    pub failed: Vec<(&'static str, String)>,
}

/// Keeps the last one; none before the first.
#[derive(Default)]
pub(crate) struct Swept(Mutex<Option<Sweep>>);

impl Swept {
    pub fn keep(&self, at: Timestamp, failed: Vec<(&'static str, String)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Sweep { at, failed });
    }

    pub fn last(&self) -> Option<Sweep> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

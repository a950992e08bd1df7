//! Faults on demand in the write path.

use std::sync::{Mutex, PoisonError};

use db::probe::{Probe, Stage, When};

/// Lets a step of the write path fail, once each time it is asked for.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Vec<(Stage, When)>>);

impl Faults {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The next time this step is reached, it fails.
    pub fn fail(&self, stage: Stage, when: When) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((stage, when));
    }

    /// The next time, it fails before it took effect.
    pub fn fail_before(&self, stage: Stage) {
        self.fail(stage, When::Before);
    }

    /// Whether every fault that was asked for has happened.
    #[must_use]
    pub fn is_spent(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Every place where the write path can fail.
    pub fn places() -> impl Iterator<Item = (Stage, When)> {
        Stage::ALL.into_iter().flat_map(|stage| [(stage, When::Before), (stage, When::After)])
    }
}

impl Probe for Faults {
    fn fails(&self, stage: Stage, when: When) -> bool {
        let mut faults = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = faults.iter().position(|fault| *fault == (stage, when));
        place.map(|place| faults.remove(place)).is_some()
    }
}

//! Everyone's standing on this node, and who may be used.

use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

use gate::{Audiences, Gate, Standing};
use jiff::Timestamp;
use uuid::Uuid;

/// Everyone's standing on this node. Empty until the ledger was read: then everything is denied as stale.
#[derive(Default)]
pub struct Live {
    gate: RwLock<Option<Gate>>,
    audiences: Mutex<Audiences>,
    /// Who must be folded anew whatever the ledger says: those a snapshot names only.
    anew: Mutex<Vec<Uuid>>,
}

/// How far a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Entries seen.
    pub position: u64,
    /// People known.
    pub people: usize,
    /// How many were folded anew this time.
    pub changed: usize,
}

impl Live {
    pub(crate) fn gate(&self) -> RwLockReadGuard<'_, Option<Gate>> {
        self.gate.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn audiences(&self) -> MutexGuard<'_, Audiences> {
        self.audiences.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts another gate in the place of the one before; its audiences go with it.
    pub(crate) fn replace(&self, gate: Gate, anew: Vec<Uuid>) {
        let mut place = self.gate.write().unwrap_or_else(PoisonError::into_inner);
        *self.audiences() = Audiences::default();
        *self.anew.lock().unwrap_or_else(PoisonError::into_inner) = anew;
        *place = Some(gate);
    }

    /// How far the gate of this policy is; none: there is none yet.
    pub(crate) fn position(&self, policy: [u8; 32]) -> Option<u64> {
        self.gate().as_ref().filter(|gate| gate.rules().policy == policy).map(Gate::position)
    }

    /// Sets standings and says how far that is, in one step: nobody sees the one without the other.
    pub(crate) fn advance(
        &self,
        standings: Vec<(Uuid, Standing)>,
        position: u64,
        fresh_until: Timestamp,
    ) -> Option<Reached> {
        let mut place = self.gate.write().unwrap_or_else(PoisonError::into_inner);
        let mut audiences = self.audiences();
        let gate = place.as_mut()?;
        let (mut latest, changed) = (gate.latest(), standings.len());
        for (subject, standing) in standings {
            latest = latest.max(standing.latest.unwrap_or(latest));
            if let Some(number) = gate.set(subject.into_bytes(), standing) {
                audiences.changed(gate, number);
            }
        }
        gate.reached(position, latest, fresh_until);
        Some(Reached { position, people: gate.len(), changed })
    }

    pub(crate) fn take_anew(&self) -> Vec<Uuid> {
        std::mem::take(&mut *self.anew.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Folds these anew the next time, too.
    pub(crate) fn again(&self, subjects: impl IntoIterator<Item = Uuid>) {
        self.anew.lock().unwrap_or_else(PoisonError::into_inner).extend(subjects);
    }
}

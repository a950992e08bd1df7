//! Everyone's standing on this node, and who may be used.

use std::ops::Deref;
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

use gate::{Audiences, Gate, Standing};
use jiff::Timestamp;
use uuid::Uuid;

/// Everyone's standing on this node. Empty until the ledger was read: then everything is denied as stale.
#[derive(Default)]
pub struct Live {
    gate: RwLock<Option<Held>>,
    audiences: Mutex<Audiences>,
    /// Who must be folded anew whatever the ledger says: those a snapshot names only.
    anew: Mutex<Vec<Uuid>>,
    /// One goes through everybody at a time.
    turn: Mutex<()>,
    generations: Mutex<u64>,
}

/// How much of the ledger was seen, and of which ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Entries seen.
    pub position: u64,
    /// The hash of the last of them; zeros where there is none.
    pub leaf: [u8; 32],
    /// The root over them; none: it was not read.
    pub root: Option<[u8; 32]>,
}

/// A gate, which of this node's gates it is, and what it has seen.
#[derive(Clone)]
pub(crate) struct Held {
    gate: Gate,
    /// Numbers of people are of one gate: another generation gives them to others.
    pub generation: u64,
    pub seen: Seen,
}

impl Deref for Held {
    type Target = Gate;

    fn deref(&self) -> &Gate {
        &self.gate
    }
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
    pub(crate) fn gate(&self) -> RwLockReadGuard<'_, Option<Held>> {
        self.gate.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Taken while the gate is held, never the other way round.
    pub(crate) fn audiences(&self) -> MutexGuard<'_, Audiences> {
        self.audiences.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until nobody else goes through everybody. Taken while nothing is held.
    pub(crate) fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts another gate in the place of the one before; its audiences go with it.
    pub(crate) fn replace(&self, gate: Gate, anew: Vec<Uuid>, seen: Seen) {
        let mut place = self.gate.write().unwrap_or_else(PoisonError::into_inner);
        *self.audiences() = Audiences::default();
        *self.anew.lock().unwrap_or_else(PoisonError::into_inner) = anew;
        let mut generations = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        *generations += 1;
        *place = Some(Held { gate, generation: *generations, seen });
    }

    /// Knows nothing any more: everything is denied as stale until the ledger was read again.
    pub(crate) fn forget(&self) {
        *self.gate.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// What the gate of this policy has seen; none: there is none yet.
    pub(crate) fn seen(&self, policy: [u8; 32]) -> Option<Seen> {
        self.gate().as_ref().filter(|held| held.rules().policy == policy).map(|held| held.seen)
    }

    /// Sets standings and says how far that is, in one step: nobody sees the one without the other. Without a time it
    /// grows no fresher.
    pub(crate) fn advance(
        &self,
        standings: Vec<(Uuid, Standing)>,
        seen: Seen,
        fresh_until: Option<Timestamp>,
    ) -> Option<Reached> {
        let mut place = self.gate.write().unwrap_or_else(PoisonError::into_inner);
        let mut audiences = self.audiences();
        let held = place.as_mut()?;
        let (gate, changed) = (&mut held.gate, standings.len());
        let mut latest = gate.latest();
        for (subject, standing) in standings {
            latest = latest.max(standing.latest.unwrap_or(latest));
            if let Some(number) = gate.set(subject.into_bytes(), standing) {
                audiences.changed(gate, number);
            }
        }
        gate.reached(seen.position, latest, fresh_until.unwrap_or(gate.fresh_until()));
        held.seen = seen;
        Some(Reached { position: seen.position, people: held.gate.len(), changed })
    }

    pub(crate) fn take_anew(&self) -> Vec<Uuid> {
        std::mem::take(&mut *self.anew.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Folds these anew the next time, too.
    pub(crate) fn again(&self, subjects: impl IntoIterator<Item = Uuid>) {
        self.anew.lock().unwrap_or_else(PoisonError::into_inner).extend(subjects);
    }
}

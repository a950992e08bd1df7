//! What the tokens of programs open, remembered for a second.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// How long a node believes what it read of a token.
const REMEMBERED: SignedDuration = SignedDuration::from_secs(1);

/// How many tokens a node remembers.
const MOST: usize = 1_000;

/// What a node remembers of tokens, by their hashes: what each opens, and until when that is believed.
#[derive(Default)]
pub(crate) struct Remembered(Mutex<HashMap<[u8; 32], (String, Timestamp)>>);

impl Remembered {
    /// What it opens, where that is still believed.
    pub fn find(&self, hash: &[u8; 32], now: Timestamp) -> Option<String> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(hash).filter(|(_, until)| now < *until).map(|(kind, _)| kind.clone())
    }

    /// Keeps what was read now of a token that ends then.
    pub fn keep(&self, hash: [u8; 32], kind: String, now: Timestamp, ends: Timestamp) {
        let until = now.checked_add(REMEMBERED).unwrap_or(now).min(ends);
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(hash, (kind, until));
    }

    /// Believes nothing of it any more.
    pub fn forget(&self, hash: &[u8; 32]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(hash);
    }
}

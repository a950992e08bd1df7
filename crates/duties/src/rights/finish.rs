//! What a step gives back to the unit that closes it.

use db::{NewEntry, NewMail, Write};

use super::RequestState;
use super::outcomes::Did;

/// What a step did, with what belongs into the unit that closes it.
pub(super) struct Finish {
    pub did: Did,
    pub entries: Vec<NewEntry>,
    pub writes: Vec<Write>,
    pub letters: Vec<NewMail>,
    /// The state the request has then.
    pub turn: Option<RequestState>,
}

impl Finish {
    /// Nothing but what it did.
    pub fn plain(did: Did) -> Self {
        Self { did, entries: vec![], writes: vec![], letters: vec![], turn: None }
    }
}

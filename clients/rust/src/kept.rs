//! Answers that may be used again for a moment.
//!
//! What was seen never goes backwards: an answer that saw more of the ledger, or another policy, drops all before it, and
//! one that saw less than an earlier one is not kept. Whoever was written about by this program is asked about in the
//! ledger itself until every node must have followed.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use uuid::Uuid;

use crate::words::{Answer, Reason};

/// How far Abide's own nodes may be behind the ledger; no answer is used again for longer.
pub(crate) const BEHIND: Duration = Duration::from_secs(1);
/// How many answers are kept at most.
const MOST: usize = 10_000;

/// The time since some moment; never goes back.
pub(crate) type Clock = Box<dyn Fn() -> Duration + Send + Sync>;

pub(crate) struct Kept {
    ttl: Duration,
    clock: Clock,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    entries: HashMap<String, Entry>,
    written: HashMap<Uuid, Duration>,
    position: u64,
    policy: String,
}

struct Entry {
    answer: Answer,
    subject: Uuid,
    until: Duration,
}

impl Kept {
    pub fn new(ttl: Duration, clock: Clock) -> Self {
        Self { ttl: ttl.min(BEHIND), clock, state: Mutex::default() }
    }

    pub fn now(&self) -> Duration {
        (self.clock)()
    }

    pub fn find(&self, question: &str) -> Option<Answer> {
        let now = self.now();
        let state = self.state();
        state.entries.get(question).filter(|entry| now < entry.until).map(|entry| entry.answer.clone())
    }

    /// An answer to a question that was asked then: it is as old as its question.
    pub fn keep(&self, question: String, subject: Uuid, answer: &Answer, asked: Duration) {
        let (now, Some(position)) = (self.now(), answer.position) else { return };
        let mut state = self.state();
        let of_the_moment =
            matches!(answer.reason, Reason::Stale | Reason::ClockBehind | Reason::Unavailable);
        if !state.saw(position, &answer.policy) || of_the_moment || state.wrote(subject, now) {
            return;
        }
        if state.entries.len() >= MOST {
            state.make_room(now);
        }
        state.entries.insert(question, Entry { answer: answer.clone(), subject, until: asked + self.ttl });
    }

    /// That the ledger is this long, under this policy.
    pub fn saw(&self, position: u64, policy: &str) {
        self.state().saw(position, policy);
    }

    /// That this program writes, or wrote, something about somebody.
    pub fn writes(&self, subject: Uuid) {
        let now = self.now();
        let mut state = self.state();
        state.written.retain(|_, until| now < *until);
        state.written.insert(subject, now + 2 * BEHIND);
        state.entries.retain(|_, entry| entry.subject != subject);
    }

    /// Whether it wrote something about them so lately that a node may not know it.
    pub fn wrote(&self, subject: Uuid) -> bool {
        let now = self.now();
        self.state().wrote(subject, now)
    }

    pub fn forget(&self, subject: Option<Uuid>) {
        self.state().entries.retain(|_, entry| subject.is_some_and(|subject| subject != entry.subject));
    }

    /// A thread that panicked elsewhere leaves nothing half written here.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// False: more of the ledger was seen before.
    fn saw(&mut self, position: u64, policy: &str) -> bool {
        if position < self.position {
            return false;
        }
        if position > self.position || policy != self.policy {
            self.entries.clear();
            self.position = position;
            policy.clone_into(&mut self.policy);
        }
        true
    }

    fn wrote(&self, subject: Uuid, now: Duration) -> bool {
        self.written.get(&subject).is_some_and(|until| now < *until)
    }

    /// Without what is too old; where nothing is, without anything.
    fn make_room(&mut self, now: Duration) {
        self.entries.retain(|_, entry| now < entry.until);
        if self.entries.len() >= MOST {
            self.entries.clear();
        }
    }
}

//! The gate: rules and everyone's standing, in memory.

use jiff::{SignedDuration, Timestamp};

use crate::judge::judge;
use crate::packed::{Layout, Places, Profiles, is_beside, view as packed_view};
use crate::people::{Id, People};
use crate::question::{Ask, Question};
use crate::reason::Reason;
use crate::rules::Rules;
use crate::standing::Standing;
use crate::view::view;

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether the use is allowed.
    pub allow: bool,
    /// Why.
    pub reason: Reason,
    /// By which policy: its hash.
    pub policy: [u8; 32],
}

impl Decision {
    pub(crate) const fn of(reason: Reason, policy: [u8; 32]) -> Self {
        Self { allow: reason.allows(), reason, policy }
    }
}

/// Whether the use is allowed by the rules and what is known of the subject, exactly: also for one record.
#[must_use]
pub fn decide(rules: &Rules, standing: &Standing, question: &Question<'_>) -> Decision {
    let reason = match rules.ask(question) {
        Ok(ask) => judge(rules, &ask, &view(rules, standing, &ask)),
        Err(reason) => reason,
    };
    Decision::of(reason, rules.policy)
}

/// How much a clock may stand before the last entry: nodes' clocks differ a little.
const SKEW: SignedDuration = SignedDuration::from_secs(60);

/// Rules and everyone's standing.
///
/// Contract: [`Gate::decide`] says of everybody in it what [`decide`] says of their standing; it follows the ledger as
/// its owner sets standings and tells how far it is ([`Gate::reached`]).
#[derive(Debug, Clone)]
pub struct Gate {
    rules: Rules,
    layout: Layout,
    pub(crate) people: People,
    position: u64,
    latest: Timestamp,
    fresh_until: Timestamp,
}

impl Gate {
    /// A gate that knows nobody, and so denies everything. It is never stale until it is told to follow a ledger.
    #[must_use]
    pub fn new(rules: Rules) -> Self {
        let layout = Layout::of(rules.purposes.len(), rules.recipients.len());
        let people = People::default();
        Self { rules, layout, people, position: 0, latest: Timestamp::MIN, fresh_until: Timestamp::MAX }
    }

    /// Room for so many more people.
    pub fn reserve(&mut self, more: usize) {
        self.people.reserve(self.layout, more);
    }

    /// Sets somebody's standing, as folded from the ledger; their number. None where there are four thousand million.
    pub fn set(&mut self, id: Id, standing: Standing) -> Option<u32> {
        self.people.set(&self.rules, self.layout, id, standing)
    }

    /// Sets somebody's standing to that of somebody else, by number: for many who come with the same. None where
    /// nobody has that number.
    pub fn set_as(&mut self, id: Id, number: u32) -> Option<u32> {
        self.people.set_as(self.layout, id, number)
    }

    /// Says how far it is: up to which entry of the ledger, of what time, and until when that counts as fresh.
    pub const fn reached(&mut self, position: u64, latest: Timestamp, fresh_until: Timestamp) {
        self.position = position;
        self.latest = latest;
        self.fresh_until = fresh_until;
    }

    /// The number of somebody: stays the same as long as the gate is in memory.
    #[must_use]
    #[inline]
    pub fn find(&self, id: &Id) -> Option<u32> {
        self.people.find(id)
    }

    /// The id of a number.
    #[must_use]
    pub fn id(&self, number: u32) -> Option<&Id> {
        self.people.ids.get(number as usize)
    }

    /// Whether a use is allowed, of somebody by number.
    #[must_use]
    #[inline]
    pub fn decide(&self, ask: &Ask, number: u32) -> Decision {
        Decision::of(self.reason(ask, number), self.rules.policy)
    }

    /// Whether a use is allowed, of somebody by id.
    #[must_use]
    #[inline]
    pub fn decide_for(&self, ask: &Ask, id: &Id) -> Decision {
        let unknown = || self.unready(ask).unwrap_or(Reason::SubjectUnknown);
        let reason = self.find(id).map_or_else(unknown, |number| self.reason(ask, number));
        Decision::of(reason, self.rules.policy)
    }

    /// The reason alone.
    #[must_use]
    #[inline]
    pub fn reason(&self, ask: &Ask, number: u32) -> Reason {
        match self.unready(ask) {
            Some(reason) => reason,
            None => self.judged(ask, number),
        }
    }

    /// What the rules say of a number, whether or not the gate is fresh.
    #[inline]
    pub(crate) fn judged(&self, ask: &Ask, number: u32) -> Reason {
        let Some(record) = self.record(number) else { return Reason::SubjectUnknown };
        if is_beside(record) {
            return self.exactly(ask, number);
        }
        if ask.record.is_some() {
            return Reason::AskTheLedger;
        }
        let places = Places::of(self.layout, ask);
        judge(&self.rules, ask, &packed_view(&self.people.profiles, &places, &places.see(record), ask))
    }

    /// The same of somebody whose standing is kept itself.
    #[cold]
    fn exactly(&self, ask: &Ask, number: u32) -> Reason {
        let Some(standing) = self.people.beside.get(&number) else { return Reason::AskTheLedger };
        judge(&self.rules, ask, &view(&self.rules, standing, ask))
    }

    /// Whether it can answer at all at the question's moment.
    ///
    /// # Errors
    /// The reason why not: it is stale, or the clock is behind.
    pub fn ready(&self, ask: &Ask) -> Result<(), Reason> {
        self.unready(ask).map_or(Ok(()), Err)
    }

    /// Why nothing can be answered at all at that moment, if so.
    #[inline]
    fn unready(&self, ask: &Ask) -> Option<Reason> {
        if ask.at.at > self.fresh_until {
            return Some(Reason::Stale);
        }
        let behind = ask.at.at < self.latest && self.latest.duration_since(ask.at.at) > SKEW;
        behind.then_some(Reason::ClockBehind)
    }

    /// The rules it decides by.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// How many entries of the ledger it has seen.
    #[must_use]
    pub const fn position(&self) -> u64 {
        self.position
    }

    /// The time of the last of them.
    #[must_use]
    pub const fn latest(&self) -> Timestamp {
        self.latest
    }

    /// Until when that counts as fresh.
    #[must_use]
    pub const fn fresh_until(&self) -> Timestamp {
        self.fresh_until
    }

    /// How many people it knows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.people.ids.len()
    }

    /// Whether it knows nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.ids.is_empty()
    }

    /// How many of them are kept exactly, beside the words.
    #[must_use]
    pub fn beside(&self) -> usize {
        self.people.beside.len()
    }

    /// The bytes of memory that the people in it take.
    #[must_use]
    pub fn size(&self) -> usize {
        self.people.size()
    }

    #[inline]
    pub(crate) fn record(&self, number: u32) -> Option<&[u64]> {
        self.people.record(self.layout, number)
    }

    pub(crate) const fn profiles(&self) -> &Profiles {
        &self.people.profiles
    }

    pub(crate) const fn layout(&self) -> Layout {
        self.layout
    }
}

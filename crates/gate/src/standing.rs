//! The standing: what the facts say now about one subject. Exact, and independent of any policy.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use policy::{Anchor, Channel};

use crate::deadline;
use crate::fact::{Event, Exemption, Fact, Signal};

/// What is known of one subject. The default is: nothing, which denies everything.
///
/// INVARIANT: it follows the facts, in their order, and nothing else; folding the same facts gives the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many facts there are: where one stands among the others.
    pub facts: u64,
    /// When the last of them happened.
    pub latest: Option<Timestamp>,
    /// Consent, by purpose.
    pub consents: BTreeMap<String, Consent>,
    /// Objections, by purpose.
    pub objections: BTreeMap<String, Objection>,
    /// Whether the person objected to all direct marketing.
    pub marketing_objection: bool,
    /// Whether processing is restricted.
    pub restricted: bool,
    /// Erased: the purposes for which something is still kept, and on which grounds.
    pub erased: Option<BTreeMap<String, Exemption>>,
    /// Erased for these purposes only.
    pub erased_for: BTreeSet<String>,
    /// Recipients the person refused.
    pub opted_out: BTreeSet<String>,
    /// What was collected, in order.
    pub collected: Vec<Collected>,
    /// When the moments that periods count from came.
    pub anchors: Vec<(Anchor, Timestamp)>,
    /// What the person said of a channel: allowed or refused.
    pub channels: BTreeMap<&'static str, bool>,
    /// The signals the browser sends, each with its place among the facts.
    pub signals: BTreeMap<Signal, u64>,
    /// Whether the age was attested; none: nobody asked.
    pub age_attested: Option<bool>,
    /// Where the person lives, if known: two capital letters.
    pub country: Option<String>,
    /// The purposes a customer instructed.
    pub instructed: BTreeSet<String>,
}

/// A consent, as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consent {
    /// What became of it.
    pub state: ConsentState,
    /// When.
    pub at: Timestamp,
    /// Until when it was given.
    pub expires: Option<Timestamp>,
    /// Under which policy.
    pub policy: Option<[u8; 32]>,
    /// Its place among the facts.
    pub place: u64,
}

/// What became of a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConsentState {
    /// Given.
    Given,
    /// Refused.
    Refused,
    /// Withdrawn.
    Withdrawn,
    /// Ran out.
    Expired,
}

impl Consent {
    /// Whether it stands at a moment.
    #[must_use]
    pub fn is_active(&self, now: Timestamp) -> bool {
        self.state == ConsentState::Given && self.ends().is_none_or(|end| now < end)
    }

    /// When it ends by itself.
    #[must_use]
    pub fn ends(&self) -> Option<Timestamp> {
        self.expires.map(|expires| deadline::end(self.at, expires))
    }
}

/// The state of an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection {
    /// It stands.
    Stands,
    /// Compelling grounds were shown; it still stands against marketing.
    Overridden,
}

/// One collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collected {
    /// The record.
    pub record: [u8; 16],
    /// When.
    pub at: Timestamp,
    /// Under which policy.
    pub policy: Option<[u8; 32]>,
    /// The purposes stated there and then.
    pub purposes: Vec<String>,
    /// The fields given.
    pub fields: Vec<String>,
}

impl Standing {
    /// The standing after these facts, in the ledger's order.
    #[must_use]
    pub fn fold<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut standing = Self::default();
        facts.into_iter().for_each(|fact| standing.apply(fact));
        standing
    }

    /// The standing as it was at a moment: only what had happened by then.
    #[must_use]
    pub fn as_of<'a>(facts: impl IntoIterator<Item = &'a Fact>, at: Timestamp) -> Self {
        Self::fold(facts.into_iter().filter(|fact| fact.at <= at))
    }

    /// Whether there is any fact at all.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        self.facts > 0
    }

    /// The standing after one more fact.
    pub fn apply(&mut self, fact: &Fact) {
        self.facts += 1;
        self.latest = self.latest.max(Some(fact.at));
        let at = fact.at;
        match &fact.event {
            Event::Collected { record, purposes, fields } => {
                purposes.iter().for_each(|purpose| drop(self.erased_for.take(purpose)));
                let (purposes, fields) = (purposes.clone(), fields.clone());
                self.collected.push(Collected { record: *record, at, policy: fact.policy, purposes, fields });
            }
            Event::ConsentGiven { purpose, expires } => {
                self.consent(purpose, fact, ConsentState::Given, *expires);
            }
            Event::ConsentRefused { purpose } => self.consent(purpose, fact, ConsentState::Refused, None),
            Event::ConsentWithdrawn { purpose } => self.consent(purpose, fact, ConsentState::Withdrawn, None),
            Event::ConsentExpired { purpose } => self.consent(purpose, fact, ConsentState::Expired, None),
            Event::Restricted => self.restricted = true,
            Event::RestrictionLifted => self.restricted = false,
            Event::AnchorMoved { anchor } => self.move_anchor(anchor, at),
            Event::OptedOut { recipient } => drop(self.opted_out.insert(recipient.clone())),
            Event::OptedIn { recipient } => drop(self.opted_out.take(recipient)),
            Event::Erased { kept } => self.erase(kept),
            Event::ErasedFor { purpose } => drop(self.erased_for.insert(purpose.clone())),
            Event::Objected { purpose } => self.object(purpose.as_deref(), true),
            Event::ObjectionWithdrawn { purpose } => self.object(purpose.as_deref(), false),
            Event::ObjectionOverridden { purpose } => {
                if let Some(objection) = self.objections.get_mut(purpose) {
                    *objection = Objection::Overridden;
                }
            }
            event => self.person(event),
        }
    }

    /// What is said of the person rather than of a use.
    fn person(&mut self, event: &Event) {
        match event {
            Event::ChannelAllowed { channel } => self.channel(*channel, true),
            Event::ChannelRefused { channel } => self.channel(*channel, false),
            Event::Signal { signal, on: true } => drop(self.signals.insert(*signal, self.facts)),
            Event::Signal { signal, on: false } => drop(self.signals.remove(signal)),
            Event::AgeAttested => self.age_attested = Some(true),
            Event::AgeRefused => self.age_attested = Some(false),
            Event::Country { country } => self.country = Some(country.to_ascii_uppercase()),
            Event::Instructed { purpose } => drop(self.instructed.insert(purpose.clone())),
            Event::InstructionEnded { purpose } => drop(self.instructed.take(purpose)),
            _ => {}
        }
    }

    /// When a moment that periods count from came last.
    #[must_use]
    pub fn anchor(&self, anchor: &Anchor) -> Option<Timestamp> {
        self.anchors.iter().find(|(known, _)| known == anchor).map(|(_, at)| *at)
    }

    fn consent(&mut self, purpose: &str, fact: &Fact, state: ConsentState, expires: Option<Timestamp>) {
        let consent = Consent { state, at: fact.at, expires, policy: fact.policy, place: self.facts };
        self.consents.insert(purpose.to_owned(), consent);
    }

    fn channel(&mut self, channel: Channel, allowed: bool) {
        self.channels.insert(channel.as_str(), allowed);
    }

    fn object(&mut self, purpose: Option<&str>, stands: bool) {
        match purpose {
            None => self.marketing_objection = stands,
            Some(purpose) if stands => {
                self.objections.insert(purpose.to_owned(), Objection::Stands);
            }
            Some(purpose) => {
                self.objections.remove(purpose);
            }
        }
    }

    /// An erasure keeps no more than the one before it kept.
    fn erase(&mut self, kept: &[(String, Exemption)]) {
        let kept: BTreeMap<_, _> = kept.iter().cloned().collect();
        self.erased = Some(match self.erased.take() {
            Some(before) => kept.into_iter().filter(|(name, _)| before.contains_key(name)).collect(),
            None => kept,
        });
    }

    fn move_anchor(&mut self, anchor: &Anchor, at: Timestamp) {
        match self.anchors.iter_mut().find(|(known, _)| known == anchor) {
            Some((_, moved)) => *moved = at,
            None => self.anchors.push((anchor.clone(), at)),
        }
    }
}

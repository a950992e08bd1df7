//! The standing: what the facts say now about one subject.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use policy::Anchor;

use crate::fact::{Event, Fact};

/// What is known of one subject. The default is: nothing, which denies everything.
///
/// INVARIANT: it follows the facts, in their order, and nothing else; folding the same facts gives the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether there is any fact at all.
    pub known: bool,
    /// Consent, by purpose.
    pub consents: BTreeMap<String, Consent>,
    /// Objections, by purpose.
    pub objections: BTreeMap<String, Objection>,
    /// Whether the person objected to all direct marketing.
    pub marketing_objection: bool,
    /// Whether processing is restricted.
    pub restricted: bool,
    /// Erased: the purposes for which something is still kept.
    pub erased: Option<BTreeSet<String>>,
    /// Erased for these purposes only.
    pub erased_for: BTreeSet<String>,
    /// Recipients the person refused.
    pub opted_out: BTreeSet<String>,
    /// What was collected, in order.
    pub collected: Vec<Collected>,
    /// When the moments that periods count from came.
    pub anchors: Vec<(Anchor, Timestamp)>,
}

/// The state of a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// Given.
    Given {
        /// When.
        at: Timestamp,
        /// Until when.
        expires: Option<Timestamp>,
        /// Under which policy.
        policy: Option<[u8; 32]>,
    },
    /// Refused.
    Refused {
        /// When.
        at: Timestamp,
    },
    /// Withdrawn.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
    /// Ran out.
    Expired {
        /// When.
        at: Timestamp,
    },
}

impl Consent {
    /// Whether it stands at a moment.
    #[must_use]
    pub fn is_active(&self, now: Timestamp) -> bool {
        match self {
            Self::Given { at, expires, .. } => *at <= now && expires.is_none_or(|expires| now < expires),
            _ => false,
        }
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

    /// The standing after one more fact.
    pub fn apply(&mut self, fact: &Fact) {
        self.known = true;
        let at = fact.at;
        match &fact.event {
            Event::Collected { record, purposes, fields } => {
                purposes.iter().for_each(|purpose| drop(self.erased_for.take(purpose)));
                let (purposes, fields) = (purposes.clone(), fields.clone());
                self.collected.push(Collected { record: *record, at, policy: fact.policy, purposes, fields });
            }
            Event::ConsentGiven { purpose, expires } => {
                self.consent(purpose, Consent::Given { at, expires: *expires, policy: fact.policy });
            }
            Event::ConsentRefused { purpose } => self.consent(purpose, Consent::Refused { at }),
            Event::ConsentWithdrawn { purpose } => self.consent(purpose, Consent::Withdrawn { at }),
            Event::ConsentExpired { purpose } => self.consent(purpose, Consent::Expired { at }),
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
        }
    }

    /// When a moment that periods count from came last.
    #[must_use]
    pub fn anchor(&self, anchor: &Anchor) -> Option<Timestamp> {
        self.anchors.iter().find(|(known, _)| known == anchor).map(|(_, at)| *at)
    }

    fn consent(&mut self, purpose: &str, consent: Consent) {
        self.consents.insert(purpose.to_owned(), consent);
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
    fn erase(&mut self, kept: &[String]) {
        let kept: BTreeSet<String> = kept.iter().cloned().collect();
        self.erased = Some(match self.erased.take() {
            Some(before) => before.intersection(&kept).cloned().collect(),
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

//! The standing as it is stored: a row for each thing that can stand so or otherwise, folded from the ledger's entries.
//!
//! INVARIANT: the rows say what the gate folds from the same entries. A second way to the same answer, held against the
//! first by a property test; and following in stretches leaves the rows of the whole history, held by that test and by
//! `abide doctor`.

use std::collections::{BTreeMap, BTreeSet};

use db::Write;
use db::entries::Entry;
use db::standing::{self as stored, Change, StandingRow};
use ledger::Kind;
use serde::Serialize;
use uuid::Uuid;

use super::facts::stated;

/// What a row is about, by the name of its aspect.
pub(crate) mod aspect {
    /// A consent, by purpose.
    pub const CONSENT: &str = "consent";
    /// An objection, by purpose; [`super::ALL`]: to all direct marketing.
    pub const OBJECTION: &str = "objection";
    /// A restriction, of [`super::ALL`].
    pub const RESTRICTION: &str = "restriction";
    /// A recipient.
    pub const RECIPIENT: &str = "recipient";
    /// A collection, by the id of its entry.
    pub const COLLECTED: &str = "collected";
    /// A purpose that was stated at a collection: the last one.
    pub const STATED: &str = "stated";
    /// Whether the age was attested, of [`super::ALL`].
    pub const AGE: &str = "age";
}

/// What a row is about that is about everything.
pub(crate) const ALL: &str = "*";

const GIVEN: &str = Change::GIVEN;
const REFUSED: &str = "refused";
const WITHDRAWN: &str = "withdrawn";
const EXPIRED: &str = "expired";
const STANDS: &str = "stands";
const UNFOUNDED: &str = "unfounded";
const SET: &str = "set";
const LIFTED: &str = "lifted";
const OUT: &str = "out";
const IN: &str = "in";
const ATTESTED: &str = "attested";

/// What a collection's row says.
#[derive(Serialize)]
struct Gave<'a> {
    purposes: &'a [String],
    fields: &'a [String],
}

type Key = (Uuid, String, String);

/// The changes of a stretch of the ledger, put together so that each key is written once where that can be.
#[derive(Default)]
pub(super) struct Changes {
    done: Vec<Write>,
    now: BTreeMap<Key, Change>,
    erased: BTreeSet<Uuid>,
    /// Whether it began with the first entry: then nothing stood before, and nothing is conditional.
    whole: bool,
}

/// The rows that a whole history leaves, in the order of their keys.
pub(super) fn left(service: &str, entries: &[Entry], until: u64) -> Vec<StandingRow> {
    let mut changes = Changes { whole: true, ..Changes::default() };
    changes.follow(service, entries, 0, until);
    changes.now.into_values().map(|change| change.row().clone()).collect()
}

impl Changes {
    /// What one person's entries change, of those from one index to another; the ones before are there to be understood
    /// with.
    pub(super) fn follow(&mut self, service: &str, entries: &[Entry], from: u64, to: u64) {
        for (at, entry) in entries.iter().enumerate() {
            if let Some(subject) = entry.facts.subject.filter(|_| entry.index >= from && entry.index < to) {
                self.add(service, subject, entry, entries.get(..at).unwrap_or_default());
            }
        }
    }

    fn add(&mut self, service: &str, subject: Uuid, entry: &Entry, before: &[Entry]) {
        if self.erased.contains(&subject) {
            return;
        }
        let facts = &entry.facts;
        let purpose = || facts.purpose.clone().unwrap_or_else(|| ALL.to_owned());
        let recipient = || facts.recipient.clone().unwrap_or_else(|| ALL.to_owned());
        let row = |aspect: &str, about: String, state: &str| StandingRow {
            subject,
            aspect: aspect.to_owned(),
            about,
            state: state.to_owned(),
            at: facts.at,
            until: None,
            policy: facts.policy,
            entry: entry.index,
        };
        match facts.kind {
            Kind::RecordCollected => {
                let purposes = stated(before, facts);
                let gave = Gave { purposes: &purposes, fields: &facts.categories };
                let state = serde_json::to_string(&gave).unwrap_or_default();
                self.put(row(aspect::COLLECTED, facts.id.to_string(), &state));
                purposes.into_iter().for_each(|purpose| self.put(row(aspect::STATED, purpose, GIVEN)));
            }
            Kind::ConsentGiven => {
                self.put(StandingRow { until: facts.expires, ..row(aspect::CONSENT, purpose(), GIVEN) });
            }
            Kind::ConsentRefused => self.put(row(aspect::CONSENT, purpose(), REFUSED)),
            Kind::ConsentWithdrawn => self.put(row(aspect::CONSENT, purpose(), WITHDRAWN)),
            Kind::ConsentExpired => self.expire(service, row(aspect::CONSENT, purpose(), EXPIRED)),
            Kind::Objection => self.put(row(aspect::OBJECTION, purpose(), STANDS)),
            Kind::ObjectionWithdrawn => self.put(row(aspect::OBJECTION, purpose(), WITHDRAWN)),
            Kind::ObjectionOverridden => self.overrule(service, row(aspect::OBJECTION, purpose(), UNFOUNDED)),
            Kind::RestrictionSet => self.put(row(aspect::RESTRICTION, ALL.to_owned(), SET)),
            Kind::RestrictionLifted => self.put(row(aspect::RESTRICTION, ALL.to_owned(), LIFTED)),
            Kind::RecipientOptedOut => self.put(row(aspect::RECIPIENT, recipient(), OUT)),
            Kind::RecipientOptedIn => self.put(row(aspect::RECIPIENT, recipient(), IN)),
            Kind::AgeAttested => self.put(row(aspect::AGE, ALL.to_owned(), ATTESTED)),
            Kind::AgeRefused => self.put(row(aspect::AGE, ALL.to_owned(), REFUSED)),
            Kind::SubjectErased => self.erase(service, subject),
            // signals, moved moments and instructions have no row: nobody looks for them among all people
            _ => {}
        }
    }

    /// Everything as writes, in their order.
    pub(super) fn into_writes(mut self, service: &str) -> Vec<Write> {
        self.flush(service);
        self.done
    }

    fn put(&mut self, row: StandingRow) {
        let change = Change::Put(row);
        self.now.insert(change.key(), change);
    }

    fn expire(&mut self, service: &str, row: StandingRow) {
        let change = Change::Expire(row);
        match self.now.get(&change.key()) {
            Some(Change::Put(before)) => {
                let row = change.row().clone();
                if before.state != GIVEN || before.until.is_some_and(|until| until <= row.at) {
                    self.put(row);
                }
            }
            _ => self.conditional(service, change),
        }
    }

    fn overrule(&mut self, service: &str, row: StandingRow) {
        let change = Change::Override(row);
        match self.now.get(&change.key()) {
            Some(Change::Put(before)) => {
                if Change::OVERRIDES.contains(&before.state.as_str()) {
                    self.put(StandingRow { state: Change::OVERRIDDEN.to_owned(), ..change.row().clone() });
                }
            }
            _ => self.conditional(service, change),
        }
    }

    /// What depends on how it stood is written by itself where it depends on something that does so too.
    fn conditional(&mut self, service: &str, change: Change) {
        if self.whole {
            return self.put(change.row().clone());
        }
        if self.now.contains_key(&change.key()) {
            self.flush(service);
        }
        self.now.insert(change.key(), change);
    }

    /// Nothing stands of somebody who is erased, and nothing will.
    fn erase(&mut self, service: &str, subject: Uuid) {
        self.now.retain(|(of, _, _), _| *of != subject);
        self.done.push(stored::delete_of(service, subject));
        self.erased.insert(subject);
    }

    fn flush(&mut self, service: &str) {
        let now = std::mem::take(&mut self.now);
        self.done.extend(stored::write(service, now.values()));
    }
}

//! How the standing moved: after each entry, the purposes whose answer it changed.

use std::collections::BTreeMap;

use db::entries::Entry;
use gate::{Decision, Question, Standing};
use texts::texts;

use super::{Use, facts};
use crate::service::Service;

/// For each entry of one person, in the ledger's order: the purposes that it allowed or denied, by the policy in force
/// now, as of the entry's time.
pub(crate) fn moved(service: &Service, entries: &[Entry], lang: &str) -> Vec<Vec<Use>> {
    let facts: BTreeMap<u64, gate::Fact> = facts::of(entries).into_iter().collect();
    let mut standing = Standing::default();
    let mut before: BTreeMap<&str, Decision> = BTreeMap::new();
    let mut all = Vec::with_capacity(entries.len());
    for entry in entries {
        let mut moved = vec![];
        if let Some(fact) = facts.get(&entry.index) {
            standing.apply(fact);
            for purpose in &service.policy.purposes {
                let asked = Question::about(&purpose.name, entry.facts.at);
                let decision = gate::decide(&service.rules(), &standing, &asked);
                let old = before.insert(&purpose.name, decision).filter(|old| old.allow);
                // what was never allowed and is not allowed now is no news
                let news = match old {
                    Some(old) => old.reason != decision.reason,
                    None => decision.allow,
                };
                if news {
                    moved.push(told(service, &purpose.name, decision, &standing, entry, lang));
                }
            }
        }
        all.push(moved);
    }
    all
}

/// What a purpose may do now, and since when.
pub(crate) struct Since {
    /// The answer now.
    pub decision: Decision,
    /// Which of the entries made it what it is: its place among them; none where none did.
    pub by: Option<usize>,
    /// Whether it changed since the last of them, with the day alone: a period or a consent ran out.
    pub lapsed: bool,
}

impl Since {
    /// Time went by: what changed with it alone goes back to the same entry still. Before any entry nothing can run out.
    fn passed(&mut self, decision: Decision) {
        self.lapsed |= self.by.is_some() && decision.reason != self.decision.reason;
        self.decision = decision;
    }
}

/// For each purpose of the policy, in its order: the answer now, and the entry of the person that it goes back to.
pub(crate) fn since(service: &Service, entries: &[Entry]) -> Vec<Since> {
    let facts: BTreeMap<u64, gate::Fact> = facts::of(entries).into_iter().collect();
    let (rules, now) = (service.rules(), service.now());
    let about = |standing: &Standing, purpose: &str, at| {
        gate::decide(&rules, standing, &Question::about(purpose, at))
    };
    let purposes = &service.policy.purposes;
    let mut standing = Standing::default();
    let mut last: Vec<Since> = purposes
        .iter()
        .map(|one| Since { decision: about(&standing, &one.name, now), by: None, lapsed: false })
        .collect();
    for (at, entry) in entries.iter().enumerate() {
        let Some(fact) = facts.get(&entry.index) else { continue };
        for (purpose, since) in purposes.iter().zip(&mut last) {
            since.passed(about(&standing, &purpose.name, entry.facts.at));
        }
        standing.apply(fact);
        for (purpose, since) in purposes.iter().zip(&mut last) {
            let decision = about(&standing, &purpose.name, entry.facts.at);
            if decision.reason != since.decision.reason {
                *since = Since { decision, by: Some(at), lapsed: false };
            }
        }
    }
    for (purpose, since) in purposes.iter().zip(&mut last) {
        since.passed(about(&standing, &purpose.name, now));
    }
    last
}

fn told(
    service: &Service,
    purpose: &str,
    decision: Decision,
    standing: &Standing,
    entry: &Entry,
    lang: &str,
) -> Use {
    let words = texts(service.language(lang));
    let title = service.policy.purpose(purpose).map_or("", |known| known.why.get(words.lang()));
    let given = standing.consents.get(purpose);
    Use {
        purpose: purpose.to_owned(),
        title: title.to_owned(),
        says: words.say(&format!("standing-{}", decision.reason.id())),
        can_withdraw: given.is_some_and(|given| given.is_active(entry.facts.at)),
        decision,
    }
}

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

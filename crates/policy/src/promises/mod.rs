//! The promises of a policy: the company's own, as it numbers them, and those that any other declaration makes.
//!
//! **Contract.** Every declaration is some promise's: what the company's own numbering does not name stands under its
//! place (`purposes/marketing`). A promise is stable: it changes its id only when the author renames what it rests on.
//! How a promise is kept follows from what it rests on, never from a word of the author's.
//!
//! **Absences.** Nothing here knows whether a promise holds now: that is looked at where the system runs.

mod keeper;
mod places;
mod table;

pub use keeper::{Keeper, Mechanism};

use crate::diagnostic::Span;
use crate::model::{Policy, Text};
use crate::sources::Sources;
use document::texts;
use std::collections::BTreeMap;

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Its stable id: the company's own (`PC-01`), else the place of the declaration (`purposes/marketing`).
    pub id: String,
    /// Whether the company numbers it itself.
    pub own: bool,
    /// What is promised.
    pub says: Text,
    /// What keeps it, each with the place of its declaration; never empty.
    pub kept: Vec<Kept>,
}

/// One thing that keeps a promise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    /// The place of the declaration, such as `purposes/marketing/keep`.
    pub place: String,
    /// What keeps it.
    pub by: Keeper,
}

impl Promise {
    /// How it is kept: every mechanism among its keepers, in order, each once.
    pub fn mechanisms(&self) -> Vec<Mechanism> {
        let mut found: Vec<Mechanism> = self.kept.iter().map(|kept| kept.by.mechanism()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Every promise: the company's own in the order written, then those of the declarations they do not name.
pub fn of(policy: &Policy) -> Vec<Promise> {
    let own = policy.promises.iter().map(|promise| Promise {
        id: promise.id.clone(),
        own: true,
        says: promise.says.clone(),
        kept: promise.kept_by.iter().flat_map(|place| kept(policy, place)).collect(),
    });
    let mut all: Vec<Promise> = own.collect();
    let named: Vec<&str> =
        policy.promises.iter().flat_map(|promise| promise.kept_by.iter().map(String::as_str)).collect();
    let left = places::of(policy).into_iter().filter(|(place, _)| !named.iter().any(|n| within(n, place)));
    all.extend(left.map(|(place, what)| derived(policy, place, what.as_ref())));
    all
}

/// Where a place such as `purposes/marketing/keep` is declared; `None` where nothing stands there.
pub fn declared_at(sources: &Sources, place: &str) -> Option<Span> {
    let mut node = sources.root();
    let mut at = None;
    for part in place.split('/') {
        let entry = node.entries()?.iter().find(|entry| entry.key.text == part)?;
        at = Some(entry.key.span);
        node = &entry.value;
    }
    at
}

/// Whether a place is the one named, or the one named lies in it.
fn within(named: &str, place: &str) -> bool {
    named.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn kept(policy: &Policy, place: &str) -> Vec<Kept> {
    table::keepers(policy, place).into_iter().map(|by| Kept { place: place.to_owned(), by }).collect()
}

/// The promise that a declaration makes by itself, in every language of the policy.
fn derived(policy: &Policy, place: String, what: Option<&Text>) -> Promise {
    let kept = kept(policy, &place);
    let reference = &policy.languages.reference;
    let languages = std::iter::once(reference).chain(&policy.languages.also);
    let says: BTreeMap<String, String> =
        languages.map(|lang| (lang.clone(), sentence(&kept, what, lang))).collect();
    Promise { id: place, own: false, says: Text::new(reference, says), kept }
}

fn sentence(kept: &[Kept], what: Option<&Text>, lang: &str) -> String {
    let words = texts::texts(lang);
    let all: Vec<String> =
        kept.iter().map(|kept| words.say(&format!("promise-{}", kept.by.as_str()))).collect();
    match what.map(|what| what.get(lang)).filter(|what| !what.is_empty()) {
        Some(what) => {
            words.with("promise-about", &[("what", what.into()), ("says", all.join(" ").as_str().into())])
        }
        None => all.join(" "),
    }
}

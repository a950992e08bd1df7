//! Store maps: a document of its own that says, for one of the company's databases, what every table and
//! column is. It compiles against a policy; it never touches a database (that is `stores`).
//!
//! **Contract.** [`compile_map`] never fails: it returns what it understood and every problem in one run; a map
//! comes out only without errors. What the law needs of a kept row is derived from the policy (the fields its
//! obligation uses), not repeated in the map.

mod cover;
pub(crate) mod keys;
mod lower;
mod model;
mod money;
mod names;
pub(crate) mod rules;
mod semantics;

pub use cover::{Uncovered, uncovered};
pub use money::Money;
pub(crate) use names::names;

pub use model::{
    Class, ColumnMap, Erase, IdentifiedBy, IdentifierKind, Keep, Link, Period, Person, SomebodyElse,
    StoreMap, TableMap,
};

use crate::diagnostic::{self, Diagnostic, Severity, Source};
use crate::levels::{self, LiveLevels, Scope, Weighed};
use crate::{Policy, quiet, shape, sources, tree};

/// What compiling a map gives: the map, if there was no error, and every problem.
#[derive(Debug, Clone)]
pub struct CompiledMap {
    /// The map; `None` if there was an error.
    pub map: Option<StoreMap>,
    /// Every problem, in the order a reader meets them.
    pub diagnostics: Vec<Diagnostic>,
    /// What the map allows, each with the reason it gives.
    pub allowed: Vec<Diagnostic>,
    /// The levels it gives to what only its database can tell.
    pub live: LiveLevels,
}

/// Compiles a store map against the policy it serves.
#[must_use]
pub fn compile_map(source: &Source, policy: &Policy) -> CompiledMap {
    let tree = tree::parse(&source.text);
    if let Some(told) = other_kind(tree.root()) {
        return CompiledMap {
            map: None,
            diagnostics: vec![told],
            allowed: Vec::new(),
            live: LiveLevels::default(),
        };
    }
    let mut checked = shape::check(tree.root(), &keys::MAP);
    let mut diagnostics = tree.errors().to_vec();
    diagnostics.append(&mut checked.told);
    let (map, told) = lower::map(tree.root(), policy);
    diagnostics.extend(told);
    semantics::check(tree.root(), &map, policy, &mut diagnostics);
    quiet::follow_ups(tree.root(), &tree.lost(), &checked.misshapen, &mut diagnostics);
    let Weighed { told: mut diagnostics, allowed } =
        levels::weigh(source, tree.root(), &checked, LEVELS, diagnostics);
    diagnostic::sort(&mut diagnostics);
    let live = LiveLevels::of(tree.root(), &checked, is_live);
    let clean = diagnostics.iter().all(|problem| problem.severity != Severity::Error);
    CompiledMap { map: clean.then_some(map), diagnostics, allowed, live }
}

/// The findings that have their level in a map.
const LEVELS: Scope = Scope {
    known: is_told,
    now: |code| is_told(code) && !is_live(code),
    help: "look the code up with `abide explain`; only A08… have one in a store map, A0814 and A0815 in the policy",
};

/// Whether it is told of a map.
fn is_told(code: &str) -> bool {
    rules::RULES.iter().any(|rule| rule.code.0 == code) && !levels::is_of_all_maps(code)
}

/// Whether only the map's database can tell it.
fn is_live(code: &str) -> bool {
    is_told(code) && code >= "A0850"
}

/// Tells of a policy that was given as a map: once, instead of every key of it.
fn other_kind(root: &tree::Node) -> Option<Diagnostic> {
    let key = root.entries()?.iter().find(|entry| entry.key.text == "abide")?.key.span;
    let told = sources::faults::OTHER_KIND.breach("this is a policy, not a store map").at(key);
    root.get("abide-map").is_none().then(|| told.help("begin a store map with `abide-map: 1`"))
}

/// The JSON Schema (draft 2020-12) of a store map, written from the same table that checks it.
#[must_use]
pub fn schema() -> serde_json::Value {
    crate::schema::of("https://abide.example/map.schema.json", "Abide store map", &keys::MAP)
}

#[cfg(test)]
mod tests;

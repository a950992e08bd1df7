//! Names: where each is declared, where each is used, and which lead nowhere.

use super::{Space, faults, nearest};
use crate::diagnostic::{Diagnostic, Span};
use std::collections::{BTreeMap, HashSet};

/// Every name of a file.
#[derive(Debug, Default)]
pub(crate) struct Names {
    declared: BTreeMap<Space, Vec<(String, Span)>>,
    used: Vec<(Space, String, Span)>,
}

impl Names {
    pub(super) fn declare(&mut self, space: Space, name: String, at: Span) {
        self.declared.entry(space).or_default().push((name, at));
    }

    pub(crate) fn refer(&mut self, space: Space, name: &str, at: Span) {
        self.used.push((space, name.to_owned(), at));
    }

    /// Every declaration: its space, its name and where it stands.
    pub(crate) fn declared(&self) -> impl Iterator<Item = (Space, &str, Span)> {
        self.declared
            .iter()
            .flat_map(|(space, names)| names.iter().map(move |(name, at)| (*space, name.as_str(), *at)))
    }

    /// Every use: the space, the name and where it stands.
    pub(crate) fn used(&self) -> impl Iterator<Item = (Space, &str, Span)> {
        self.used.iter().map(|(space, name, at)| (*space, name.as_str(), *at))
    }

    /// Tells of every name that leads nowhere; one look-up each.
    pub(super) fn dangling(&self, told: &mut Vec<Diagnostic>) {
        let known: HashSet<(Space, &str)> = self
            .declared
            .iter()
            .flat_map(|(space, names)| names.iter().map(|(name, _)| (*space, name.as_str())))
            .collect();
        let lost = self.used.iter().filter(|(space, name, _)| {
            let ours = *space == Space::Agreement && name == "privacy-policy";
            !ours && !known.contains(&(*space, name.as_str()))
        });
        // INVARIANT: the search for the nearest name is bounded, so that a file of wrong names stays linear.
        told.extend(lost.enumerate().map(|(n, (space, name, at))| self.lost(*space, name, *at, n < 50)));
    }

    fn lost(&self, space: Space, name: &str, at: Span, search: bool) -> Diagnostic {
        let declared = self.declared.get(&space).map(Vec::as_slice).unwrap_or_default();
        let near = if search { meant(space, name, declared) } else { None };
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None if declared.is_empty() => format!("declare it {}", place(space, name)),
            None => {
                format!("declare it {}, or use one of those declared: {}", place(space, name), some(declared))
            }
        };
        let message = format!("no {} is called `{}`", space.one(), super::scalar::short(name));
        let declaration = near.and_then(|near| declared.iter().find(|(n, _)| n == near));
        let told = faults::DANGLING.breach(message).at(at).absent(name).help(help);
        match declaration {
            Some((meant, declared)) => {
                told.label(*declared, "declared here").maybe(format!("write `{meant}`"), at, meant.as_str())
            }
            None => told,
        }
    }
}

/// The declared name that was probably meant: the nearest, or a field that is named without its category.
fn meant<'a>(space: Space, name: &str, declared: &'a [(String, Span)]) -> Option<&'a str> {
    let known = || declared.iter().take(2_000).map(|(name, _)| name.as_str());
    let bare = |known: &&str| known.rsplit_once('.').is_some_and(|(_, field)| field == name);
    let category = (space == Space::Field).then(|| known().find(bare)).flatten();
    category.or_else(|| nearest(name, known()))
}

/// Where, and as what, a name is declared.
fn place(space: Space, name: &str) -> String {
    let fit = |name: &str| match super::meant::name(name) {
        Some(fit) if fit != name => format!(" as `{fit}`"),
        _ => String::new(),
    };
    match (space, name.split_once('.')) {
        (Space::Field, Some((category, _))) => {
            format!("under `data/{}/fields`", super::scalar::short(category))
        }
        (Space::Field, None) => "under `data`, and name it as `category.field`".to_owned(),
        _ => format!("under `{}`{}", space.section(), fit(name)),
    }
}

/// The first few names.
fn some(declared: &[(String, Span)]) -> String {
    let mut names: Vec<String> = declared.iter().take(5).map(|(name, _)| format!("`{name}`")).collect();
    if declared.len() > 5 {
        names.push("…".into());
    }
    names.join(", ")
}

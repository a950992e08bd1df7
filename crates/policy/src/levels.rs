//! How much a finding matters here: the section `lints` of a policy or of a store map, by code and by place, each with
//! its reason. A level stands in the file in which the finding stands.
//!
//! **Contract.** A level never weakens an error, and never touches what is wrong with the writing. What is allowed is
//! given back with its reason, never lost. A level that changes nothing is itself told.

use crate::diagnostic::{Diagnostic, Fix, Places, Severity, Span};
use crate::rule::rules;
use crate::shape::{Checked, plain};
use crate::tree::{Entry, Node, Scalar};

mod live;

pub use live::LiveLevels;

rules! {
    /// ## What it means
    /// `lints` names a code that no rule of the language has, or one that tells of the writing itself. In a policy, what
    /// begins with A02 to A07 has a level, and A0814 and A0815, which are told at the policy's declarations; in a store
    /// map, what else begins with A08: a level stands in the file in which the finding stands.
    ///
    /// ## Example
    /// ```yaml
    /// lints:
    ///   A9999: { level: note, because: We know }
    /// ```
    /// ## Instead
    /// Look the code up with `abide explain`.
    UNKNOWN_CODE = "A0112", Error, "a level for nothing";
    /// ## What it means
    /// `lints` gives a level to a finding that is not there, or has that level anyway. What it once allowed has been
    /// mended; left in place it would hide the next one.
    ///
    /// ## Example
    /// ```yaml
    /// lints:
    ///   A0505: { level: allow, because: The archive needs it }
    /// ```
    /// ## Instead
    /// Remove it; `abide check --fix` does.
    UNUSED = "A0113", Warning, "a level that changes nothing";
    /// ## What it means
    /// `lints` makes a warning, a note or nothing of an error. An error does not compile: what it stands for has no
    /// meaning that could be kept.
    ///
    /// ## Instead
    /// Mend it. What may be weakened are warnings and notes.
    NOT_WEAKER = "A0114", Error, "an error that is made less of";
}

/// One level, as it is written.
struct Level<'a> {
    code: &'a Scalar,
    severity: Option<Severity>,
    word: Span,
    because: &'a str,
    at: Vec<(&'a Scalar, Option<Span>)>,
    /// The whole entry, where it is the only one of its code; the whole section, where that holds no other.
    entry: Option<Span>,
}

/// What is told, and what is allowed.
pub(crate) struct Weighed {
    pub(crate) told: Vec<Diagnostic>,
    pub(crate) allowed: Vec<Diagnostic>,
}

/// Which findings have their level in a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope {
    /// Those that have one there.
    pub(crate) known: fn(&str) -> bool,
    /// Those that are weighed now; the others are told by another look at the same file.
    pub(crate) now: fn(&str) -> bool,
    /// Which those are, for who names another.
    pub(crate) help: &'static str,
}

/// A policy by itself.
pub(crate) const POLICY: Scope = Scope {
    known: |code| is_lint(code) || is_of_all_maps(code),
    now: is_lint,
    help: "look the code up with `abide explain`; only A02… to A07…, A0814 and A0815 have one here",
};

/// A policy with all its maps.
pub(crate) const MAPS: Scope = Scope { now: is_of_all_maps, ..POLICY };

fn is_lint(code: &str) -> bool {
    crate::lints::LINTS.iter().any(|lint| lint.rule.code.0 == code)
}

/// What is told at a declaration of the policy once all maps are known.
pub(crate) fn is_of_all_maps(code: &str) -> bool {
    matches!(code, "A0814" | "A0815")
}

/// Gives every finding the level that the file says; `root` is its mapping.
pub(crate) fn weigh(
    places: &dyn Places,
    root: &Node,
    checked: &Checked,
    scope: Scope,
    found: Vec<Diagnostic>,
) -> Weighed {
    let levels = read(root, checked);
    let mut used = vec![Vec::new(); levels.len()];
    let mut weighed = Weighed { told: Vec::new(), allowed: Vec::new() };
    let mut weaker = Vec::new();
    for mut one in found {
        let of = levels
            .iter()
            .enumerate()
            .filter(|(_, level)| (scope.now)(one.code.0) && level.code.text == one.code.0);
        // The nearest place counts: one that is named before one that is everywhere.
        let nearest = of
            .filter_map(|(n, level)| Some((n, level, level.covers(one.span)?)))
            .max_by_key(|(.., near)| *near);
        let Some((n, level, near)) = nearest else {
            weighed.told.push(one);
            continue;
        };
        let changes = level.severity != Some(one.severity);
        if changes {
            used.get_mut(n).into_iter().for_each(|used| used.push(near));
        }
        one.reason = Some(level.because.to_owned());
        match level.severity {
            _ if !changes => weighed.told.push(Diagnostic { reason: None, ..one }),
            Some(Severity::Error) => weighed.told.push(Diagnostic { severity: Severity::Error, ..one }),
            _ if one.severity == Severity::Error => {
                weaker.push(level.word);
                weighed.told.push(Diagnostic { reason: None, ..one });
            }
            Some(severity) => weighed.told.push(Diagnostic { severity, ..one }),
            None => weighed.allowed.push(one),
        }
    }
    weaker.sort_unstable();
    weaker.dedup();
    let message = "an error stays one: it does not compile";
    weighed
        .told
        .extend(weaker.into_iter().map(|at| NOT_WEAKER.breach(message).at(at).help("mend what it tells of")));
    // Where all go, one stays until the next look: then the whole section is taken out.
    let mut removable = entries(root).len().saturating_sub(1).max(1);
    for (level, used) in levels.iter().zip(&used) {
        for mut fault in level.faults(places, scope, used) {
            match &fault.fix {
                Some(_) if removable == 0 => fault.fix = None,
                Some(_) => removable -= 1,
                None => {}
            }
            weighed.told.push(fault);
        }
    }
    weighed
}

impl Level<'_> {
    /// How near it covers a place: 0 is everywhere, else the number of the place from 1; the longest place is nearest.
    fn covers(&self, span: Option<Span>) -> Option<usize> {
        if self.at.is_empty() {
            return Some(0);
        }
        let start = span?.start;
        let inside = |place: &Span| place.start <= start && start < place.end.max(place.start + 1);
        let hit = self.at.iter().position(|(_, place)| place.as_ref().is_some_and(inside))?;
        Some(hit + 1)
    }

    fn faults(&self, places: &dyn Places, scope: Scope, used: &[usize]) -> Vec<Diagnostic> {
        let code = &self.code.text;
        if !(scope.known)(code) {
            let found = UNKNOWN_CODE.breach(format!("`{code}` has no level here")).at(self.code.span);
            return vec![found.help(scope.help)];
        }
        if !(scope.now)(code) {
            return Vec::new();
        }
        if self.at.is_empty() || used.is_empty() {
            let none = used.is_empty().then(|| {
                let found = UNUSED
                    .breach(format!("nothing of `{code}` is told that this changes"))
                    .at(self.code.span);
                let found = found.help("remove it");
                match self.entry.and_then(|entry| removal(places, entry)) {
                    Some(fix) => found.mended(fix),
                    None => found,
                }
            });
            return none.into_iter().collect();
        }
        let idle =
            self.at.iter().enumerate().filter(|(n, (_, place))| place.is_some() && !used.contains(&(n + 1)));
        idle.map(|(_, (place, _))| {
            let message = format!("nothing of `{code}` is told at `{}`", place.text);
            UNUSED.breach(message).at(place.span).help("remove this place")
        })
        .collect()
    }
}

/// The change that takes a whole entry out, with its lines, where it has them for itself.
fn removal(places: &dyn Places, entry: Span) -> Option<Fix> {
    let (source, local) = places.place(entry);
    let text = source.text.as_str();
    let from = text.get(..local.start)?.rfind('\n').map_or(0, |at| at + 1);
    let until = text.get(local.end..)?.find('\n').map_or(text.len(), |at| local.end + at + 1);
    let before = text.get(from..local.start)?;
    let after = text.get(local.end..until)?.trim();
    let alone = before.trim().is_empty() && (after.is_empty() || after.starts_with('#'));
    let back = entry.start - local.start;
    let lines = Span::new(from + back, until + back);
    alone.then(|| Fix { title: "remove it".to_owned(), edits: vec![(lines, String::new())], safe: true })
}

fn entries(root: &Node) -> &[Entry] {
    root.get("lints").and_then(Node::entries).unwrap_or_default()
}

/// Every level the file gives.
fn read<'a>(root: &'a Node, checked: &Checked) -> Vec<Level<'a>> {
    let entries = entries(root);
    let section = root.entries().unwrap_or_default().iter().find(|entry| entry.key.text == "lints");
    let section = section.filter(|_| entries.len() == 1).map(|entry| entry.key.span.to(entry.value.span));
    let each = entries.iter().flat_map(|entry| {
        let (records, single) = match entry.value.items() {
            Some(items) => (items, false),
            None => (std::slice::from_ref(&entry.value), true),
        };
        records.iter().filter_map(move |record| {
            let word = plain(record.get("level")?).0.scalar()?;
            Some(Level {
                code: &entry.key,
                severity: severity(&word.text)?,
                word: word.span,
                because: record
                    .get("because")
                    .and_then(|text| plain(text).0.scalar())
                    .map_or("", |text| text.text.trim()),
                at: places(record, checked),
                entry: single.then(|| section.unwrap_or(entry.key.span.to(entry.value.span))),
            })
        })
    });
    each.collect()
}

/// The severity of a word; `None` inside: it is allowed.
fn severity(word: &str) -> Option<Option<Severity>> {
    match word {
        "error" => Some(Some(Severity::Error)),
        "warning" => Some(Some(Severity::Warning)),
        "note" => Some(Some(Severity::Note)),
        "allow" => Some(None),
        _ => None,
    }
}

fn places<'a>(record: &'a Node, checked: &Checked) -> Vec<(&'a Scalar, Option<Span>)> {
    let items = record.get("at").and_then(Node::items).unwrap_or_default();
    let scalars = items.iter().filter_map(Node::scalar);
    scalars
        .map(|scalar| {
            let place = checked.places.get(scalar.text.as_str());
            (
                scalar,
                place.map(|place| {
                    if place.value.start < place.key.start { place.key } else { place.key.to(place.value) }
                }),
            )
        })
        .collect()
}

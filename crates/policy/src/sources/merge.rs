//! Joining the sections of several files.

use super::faults;
use crate::diagnostic::{Diagnostic, Span};
use crate::tree::{Entry, NodeKind, Scalar};
use std::collections::HashMap;

/// The entries of the files so far.
#[derive(Default)]
pub(super) struct Joined {
    entries: Vec<Entry>,
    sections: HashMap<String, Section>,
    pub(super) told: Vec<Diagnostic>,
}

/// A top-level key: where it stands, and the names below it if another file has it too.
struct Section {
    at: usize,
    key: Span,
    names: Option<HashMap<String, Span>>,
}

impl Joined {
    /// Adds the entries of one file. Keys that stand twice in one file stay: the check tells of them.
    pub(super) fn add(&mut self, entries: Vec<Entry>) {
        let mut mine = Vec::new();
        for entry in entries {
            match self.sections.get_mut(entry.key.text.as_str()) {
                None => mine.push(entry),
                Some(section) => {
                    let Some(there) = self.entries.get_mut(section.at) else { continue };
                    join(there, section, entry, &mut self.told);
                }
            }
        }
        for entry in mine {
            let section = Section { at: self.entries.len(), key: entry.key.span, names: None };
            self.sections.entry(entry.key.text.to_string()).or_insert(section);
            self.entries.push(entry);
        }
    }

    /// Every entry, in the order of the files.
    pub(super) fn entries(self) -> (Vec<Entry>, Vec<Diagnostic>) {
        (self.entries, self.told)
    }
}

/// Adds what stands under a key to what another file has under it.
fn join(there: &mut Entry, section: &mut Section, entry: Entry, told: &mut Vec<Diagnostic>) {
    let NodeKind::Mapping(more) = entry.value.kind else {
        if entry.value.kind != NodeKind::Broken {
            told.push(twice(&entry.key, section.key));
        }
        return;
    };
    match &mut there.value.kind {
        NodeKind::Mapping(entries) => {
            let names = section.names.get_or_insert_with(|| names(entries));
            let (again, new): (Vec<Entry>, Vec<Entry>) =
                more.into_iter().partition(|one| names.contains_key(one.key.text.as_str()));
            let first = |key: &Scalar| names.get(key.text.as_str()).copied().unwrap_or_default();
            told.extend(again.iter().map(|one| twice(&one.key, first(&one.key))));
            names.extend(self::names(&new));
            entries.extend(new);
        }
        NodeKind::Broken => {}
        _ => told.push(twice(&entry.key, section.key)),
    }
}

fn names(entries: &[Entry]) -> HashMap<String, Span> {
    entries.iter().rev().map(|entry| (entry.key.text.to_string(), entry.key.span)).collect()
}

fn twice(key: &Scalar, first: Span) -> Diagnostic {
    faults::DECLARED_TWICE
        .breach(format!("`{}` is declared in two files", key.text))
        .at(key.span)
        .label(first, "declared here first")
        .help("keep one of the two, or give the other its own name")
}

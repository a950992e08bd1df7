//! What an editor asks of a policy while it is written: meaning, completion, declaration, new names, changes.
//!
//! **Contract.** Every answer is a function of the text as it stands, also where it is incomplete; it never fails, it
//! gives nothing. The files are read once; what is known of all their names is gathered when a question asks for it,
//! and the lints are never run.
//!
//! **Absences.** No protocol, no files: what is spoken with the editor, and what is read, is the caller's.

mod actions;
mod complete;
mod hover;
mod names;
mod part;
mod position;
#[cfg(test)]
mod tests;
mod walk;

pub use actions::{Action, actions};
pub use complete::{Completion, What};
pub use hover::Hover;
pub use names::{Edit, Name, NoName};
pub use position::{Utf16, Utf16Lines};

use crate::diagnostic::{Places, Source, Span};
use crate::keys::POLICY;
use crate::shape::{self, Checked, Shape};
use crate::sources::Sources;
use crate::tree;
use std::sync::OnceLock;

/// A policy, or a store map, as an editor has it.
pub struct Opened {
    sources: Sources,
    /// What a walk of all files finds, once it is asked for.
    checked: OnceLock<Checked>,
    shape: &'static Shape,
    is_map: bool,
    /// The policy of a store map: its names are used there.
    policy: Option<Box<Opened>>,
}

/// A place in one of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The stretch, counted from that file's beginning.
    pub span: Span,
}

impl Opened {
    /// A policy with what it includes.
    pub fn policy(sources: Sources) -> Self {
        Opened { sources, checked: OnceLock::new(), shape: &POLICY, is_map: false, policy: None }
    }

    /// A store map; it uses the names of its policy, where that is known.
    pub fn map(source: &Source, policy: Option<Opened>) -> Self {
        let (sources, shape) = (Sources::one(source), &crate::map::keys::MAP);
        Opened { sources, checked: OnceLock::new(), shape, is_map: true, policy: policy.map(Box::new) }
    }

    fn checked(&self) -> &Checked {
        self.checked.get_or_init(|| {
            let root = self.sources.root();
            let mut checked = shape::check(root, self.shape);
            for (space, name, at) in crate::map::names(root).into_iter().filter(|_| self.is_map) {
                checked.names.refer(space, name, at);
            }
            checked
        })
    }

    /// The files.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// A place in a file as one among all files.
    fn global(&self, file: &str, offset: usize) -> Option<usize> {
        Some(self.sources.start_of(file)? + offset)
    }

    /// A stretch among all files as a place in one.
    fn local(&self, span: Span) -> Place {
        let (source, span) = self.sources.place(span);
        Place { file: source.name.clone(), span }
    }
}

/// Whether a text is a store map.
pub fn is_map(text: &str) -> bool {
    says(text, "abide-map")
}

/// Whether a file has to do with Abide: by its name, by its first key, or by what only a policy says. An editor shows
/// a server every YAML file, and most are none of its business.
pub fn is_ours(name: &str, text: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.strip_suffix(".yaml").or_else(|| file.strip_suffix(".yml")).unwrap_or(file);
    let named = ["policy", "map"].iter().any(|kind| stem == *kind || stem.ends_with(&format!(".{kind}")));
    named || is_first(text) || is_map(text) || (says(text, "controller") && says(text, "purposes"))
}

/// Whether a text is the first file of a policy, not one that is included.
pub fn is_first(text: &str) -> bool {
    says(text, "abide")
}

/// Whether a text has this key at its top. Where that key comes first, as it does in most files, nothing else is read.
fn says(text: &str, key: &str) -> bool {
    let comment = |line: &&str| line.is_empty() || line.starts_with('#');
    let first = text.lines().find(|line| !comment(line)).unwrap_or_default();
    let begins = first.strip_prefix(key).and_then(|rest| rest.strip_prefix(':'));
    begins.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        || (text.contains(key) || text.contains('\\')) && tree::parse(text).root().get(key).is_some()
}

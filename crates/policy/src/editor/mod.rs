//! What an editor asks of a policy while it is written: meaning, completion, declaration, new names, changes.
//!
//! **Contract.** Every answer is a function of the text as it stands, also where it is incomplete; it never fails, it
//! gives nothing. An answer costs one walk of the tree; the lints are not run for it.
//!
//! **Absences.** No protocol, no files: what is spoken with the editor, and what is read, is the caller's.

mod actions;
mod complete;
mod hover;
mod names;
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

/// A policy, or a store map, as an editor has it.
pub struct Opened {
    sources: Sources,
    checked: Checked,
    shape: &'static Shape,
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
        let checked = shape::check(sources.root(), &POLICY);
        Opened { sources, checked, shape: &POLICY, policy: None }
    }

    /// A store map; it uses the names of its policy, where that is known.
    pub fn map(source: &Source, policy: Option<Opened>) -> Self {
        let sources = Sources::one(source);
        let mut checked = shape::check(sources.root(), &crate::map::keys::MAP);
        for (space, name, at) in crate::map::names(sources.root()) {
            checked.names.refer(space, name, at);
        }
        Opened { sources, checked, shape: &crate::map::keys::MAP, policy: policy.map(Box::new) }
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
    tree::parse(text).root().get("abide-map").is_some()
}

/// Whether a file has to do with Abide: by its name, by its first key, or by what only a policy says. An editor shows
/// a server every YAML file, and most are none of its business.
pub fn is_ours(name: &str, text: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.strip_suffix(".yaml").or_else(|| file.strip_suffix(".yml")).unwrap_or(file);
    let named = ["policy", "map"].iter().any(|kind| stem == *kind || stem.ends_with(&format!(".{kind}")));
    let says = |key| tree::parse(text).root().get(key).is_some();
    named || ["abide", "abide-map"].into_iter().any(says) || (says("controller") && says("purposes"))
}

/// Whether a text is the first file of a policy, not one that is included.
pub fn is_first(text: &str) -> bool {
    tree::parse(text).root().get("abide").is_some()
}

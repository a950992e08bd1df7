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
pub use names::{Edit, NoName};
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
        Opened { sources, checked, shape: &POLICY }
    }

    /// A store map.
    pub fn map(source: &Source) -> Self {
        let sources = Sources::one(source);
        let checked = shape::check(sources.root(), &crate::map::keys::MAP);
        Opened { sources, checked, shape: &crate::map::keys::MAP }
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

/// Whether a text is the first file of a policy, not one that is included.
pub fn is_first(text: &str) -> bool {
    tree::parse(text).root().get("abide").is_some()
}

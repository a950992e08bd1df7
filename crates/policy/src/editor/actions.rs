//! The changes that mend what is told at a place.

use super::{Edit, Place};
use crate::diagnostic::{Diagnostic, Places, Span};
use crate::sources::Sources;

/// A change that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What it does.
    pub title: String,
    /// The code it mends.
    pub code: &'static str,
    /// Whether it may be made without asking.
    pub safe: bool,
    /// Its changes.
    pub edits: Vec<Edit>,
}

/// What mends the problems told in a stretch of a file.
pub fn actions(sources: &Sources, told: &[Diagnostic], file: &str, within: Span) -> Vec<Action> {
    let near = |d: &&Diagnostic| {
        let (source, span) = sources.place(d.span.unwrap_or_default());
        source.name == file && span.start <= within.end && within.start <= span.end
    };
    let fixes = told.iter().filter(near).filter_map(|d| Some((d, d.fix.as_ref()?)));
    fixes
        .map(|(d, fix)| {
            let edit = |(span, text): &(Span, String)| {
                let (source, span) = sources.place(*span);
                Edit { place: Place { file: source.name.clone(), span }, text: text.clone() }
            };
            let edits = fix.edits.iter().map(edit).collect();
            Action { title: format!("{} ({})", fix.title, d.code), code: d.code.0, safe: fix.safe, edits }
        })
        .collect()
}

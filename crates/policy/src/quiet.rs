//! After a fault of writing, what only follows from it is not told: a key in a part that could not be read is not
//! missing, and a name declared there does not lead nowhere. Of a part that has the wrong form nothing more is missing.
//!
//! **Contract.** Only what says that something is absent is ever left out, and only where a fault of writing or of form
//! is told.

use crate::diagnostic::{Diagnostic, Span};
use crate::keys::POLICY;
use crate::tree::{Lost, Node};
use std::collections::HashSet;

/// Leaves out what follows from the parts that were lost, and what is missing in a part of the wrong form.
pub(crate) fn follow_ups(root: &Node, lost: &Lost, misshapen: &HashSet<Span>, told: &mut Vec<Diagnostic>) {
    let section = POLICY.keys.iter().any(|key| lost.holds(key.name));
    let entries = root.entries().unwrap_or_default();
    let is_section = |d: &Diagnostic| entries.iter().any(|entry| Some(entry.key.span) == d.span);
    told.retain(|d| {
        let known_lost = d.absent.as_ref().is_some_and(|name| lost.holds(name));
        let incomplete = d.code.0.starts_with("A02");
        let in_misshapen = d.span.is_some_and(|span| misshapen.contains(&span));
        let in_lost = d.span.is_some_and(|span| lost.in_entry(span)) || (section && is_section(d));
        !(known_lost || incomplete && (in_lost || in_misshapen))
    });
}

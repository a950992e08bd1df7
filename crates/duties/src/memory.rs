//! What a node keeps in memory beside its parts: the compiled policy.
//!
//! Absences: no service (each is handed what it keeps), no database, no clock.

mod rules;

pub(crate) use rules::Compiled;

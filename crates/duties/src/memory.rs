//! What a node keeps in memory beside its parts: the compiled policy, everyone's standing, what tokens open.
//!
//! Absences: no service (each is handed what it keeps), no database, no clock.

mod people;
mod rules;
mod tokens;

pub(crate) use people::{Held, Seen};
pub use people::{Live, Reached};
pub(crate) use rules::Compiled;
pub(crate) use tokens::Remembered;

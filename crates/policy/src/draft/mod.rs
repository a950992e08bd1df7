//! A first policy, written as text: from an interview, or from a policy in another language.
//!
//! **Contract.** What it gives is laid out as `abide fmt` does, and compiles. What nobody has said yet stands as
//! `assumed`, with a comment that asks for it: the checker counts it in a note, and every page shows a placeholder.
//! Absences: no clock (the day is a parameter), nothing is read, nothing is made up for a company.

mod activities;
mod answers;
mod defaults;
mod interview;
mod names;
mod parts;
mod sentences;

pub use answers::{Activity, Answers, Processor};
pub(crate) use defaults::{authority, promises, representative, safeguard};
pub use interview::first_policy;
pub(crate) use names::{Names, clean, slug};
pub(crate) use parts::{Entry, Part, entry, text};
pub(crate) use sentences::Sentences;

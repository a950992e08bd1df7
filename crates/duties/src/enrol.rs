//! People who were there before Abide: who they are, where they stand in the company's stores, and what is known of
//! their consents, with the evidence there is.
//!
//! Contract: a line is one person and one unit, carried out once under its key: a file that was broken off is simply given
//! again. What is known of a consent is recorded as known from before, with its own time, and never as more than that.
//!
//! Absences: nothing is verified: an enrolled address finds nobody until its person shows it to be theirs, except where
//! the line says that the company verified it.

mod line;
mod write;

use uuid::Uuid;

use crate::error::Error;
pub use line::{ConsentLine, Format, KeyLine, Line, LinkLine, NotRead, read};
pub use write::{check, enrol};

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enrolled {
    /// The person is there now.
    New(Uuid),
    /// The line was carried out before; none: the person was erased since.
    Before(Option<Uuid>),
}

/// Why a line was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum NotEnrolled {
    /// What is wrong with it.
    #[error("{0}")]
    Refused(String),
    /// Something beneath failed: give the file again.
    #[error(transparent)]
    Failed(#[from] Error),
}

//! People who were there before Abide: who they are, where they stand in the company's stores, and what is known of
//! their consents, with the evidence there is.
//!
//! Contract: a line is one person and one unit, carried out once under its key: a file that was broken off is simply given
//! again. What is known of a consent is recorded as known from before, with its own time, and never as more than that.
//!
//! Whoever was erased, or is on a list of those who said no to everything, is stopped, unless they came back by
//! themselves since. What is known of a consent from before they said no is refused.
//!
//! Absences: nothing is verified: an enrolled address finds nobody until its person shows it to be theirs, except where
//! the line says that the company verified it.

mod line;
mod stops;
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
    /// The person must not come back by an import: they were erased, or said no to everything.
    #[error(
        "the person was erased or opted out, and is not brought in again; they may come back by themselves"
    )]
    Suppressed,
    /// Something beneath failed: give the file again.
    #[error(transparent)]
    Failed(#[from] Error),
}

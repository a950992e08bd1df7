//! What goes in and out of a connector. All of it can be written down (`serde`), because a plan is sealed and
//! persisted before anything destructive happens. The types hold personal data; their `Debug` is for tests.

mod erasure;
mod export;
mod finding;
mod found;
mod schema;

pub use erasure::{
    Change, ErasePlan, KeptCount, KeptRows, Mask, Mention, Outcome, Rehearsal, Remaining, RemainingIn, Root,
    SetColumn, Step, TableOutcome, TablePlan,
};
pub use export::{ColumnInfo, Export, Flag, Mentioned, TableRows, Withheld, WithheldWhy};
pub use finding::{Finding, Severity};
pub use found::{Found, Identifier, Match, Reason};
pub use schema::{Check, Column, Engine, ForeignKey, Index, Schema, Table};

//! The answer to an access request (Art. 15) and the report of an erasure: documents for reading, files for
//! using.
//!
//! Contract: every item of Art. 15(1)(a)–(h) and (2) is in every answer, also where it is "none"; other
//! people's data are withheld and that is said; the same input gives the same bytes. `answer.json` has a
//! format name and version (`abide-answer-v1`); within it, fields are added, never renamed or removed.
//!
//! Absences: gathers nothing itself (that is `rights`), no SQL, no keys, no clock.

mod explanation;
mod files;
mod grouped;
mod groups;
mod holding;
mod json;
mod outcome;
mod package;
mod paper;
mod report;
mod why;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use policy::Policy;

pub use explanation::{AuthorityRow, Explanation, RecipientRow, explain};
pub(crate) use files::guarded as harmless;
pub use grouped::{OutcomeLine, Until, grouped};
pub use groups::{
    group_of, is_fixed as is_fixed_group, position as group_position, title as group_title, words,
};
pub use holding::{
    Agreement, Cell, Column, Disclosure, Group, Held, HeldIdentifier, HeldReceipt, HeldRequest, Place,
    PlaceState, Row, Section, StaffLook, Why,
};
pub use outcome::{Outcome, OutcomeRow, RemainsRow};
pub use package::{NotMade, package, package_with_paper, package_without_paper, paper};
pub use paper::document;
pub use report::Report;
pub use why::{recipient as recipient_title, why_field, why_purpose};

/// Everything an answer is made of.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// What is held.
    pub held: &'a Held,
    /// What Art. 15 asks to be said besides.
    pub explanation: &'a Explanation,
    /// The request's reference.
    pub reference: String,
    /// When the request came.
    pub received_at: Timestamp,
    /// The zone dates are set in.
    pub zone: TimeZone,
}

impl Answer<'_> {
    /// The controller's name.
    pub fn controller(&self) -> &str {
        &self.policy.controller.name
    }
}

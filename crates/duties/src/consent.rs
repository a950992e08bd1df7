//! Consents that come another way than through a form: spoken or written and entered by staff, sent by the company's
//! own pages, or known from before Abide.
//!
//! Contract: each is one entry with the exact words, their version, language, surface and method, and who witnessed it
//! where nobody wrote anything (SO-11); a refusal is recorded as well as a consent. Giving again refreshes: the newest
//! counts. What the policy does not let be consented to, or not that way, is refused and not recorded.
//!
//! Absences: no judging whether it was freely given; forms are `collect`'s.

mod check;
mod enter;
mod later;
mod said;

use jiff::Timestamp;
use uuid::Uuid;

use crate::error::Error;
pub use check::problem;
pub use enter::{enter, once, wording};
pub(crate) use later::later_word;
pub use policy::ConsentBy;
pub(crate) use said::Said;

/// The longest wording, witness or surface, in bytes.
pub const LONGEST: usize = 4096;

/// What the person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Yes.
    Given,
    /// No.
    Refused,
    /// No longer.
    Withdrawn,
}

/// A consent, refusal or withdrawal to be recorded.
#[derive(Debug, Clone)]
pub struct NewConsent {
    /// Whose.
    pub subject: Uuid,
    /// For which purpose of the policy.
    pub purpose: String,
    /// What they said.
    pub answer: Answer,
    /// The exact words it was asked in; none: the policy's own for this purpose.
    pub wording: Option<String>,
    /// The language it was asked in.
    pub lang: String,
    /// Where: `telephone`, `app:settings` … On the ledger, so without any address or agent.
    pub surface: String,
    /// How it was given.
    pub method: ConsentBy,
    /// Who heard a spoken one. Sealed with the words.
    pub witness: Option<String>,
    /// When it was given, where that was before now.
    pub given_at: Option<Timestamp>,
    /// When it ends by itself.
    pub expires: Option<Timestamp>,
}

/// What was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The entry's id: also its receipt's.
    pub id: Uuid,
    /// Its index.
    pub index: u64,
    /// Whether it had been recorded before under the same key.
    pub repeated: bool,
}

/// Why a consent was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum NotRecorded {
    /// What is wrong with it, by field: a message's id.
    #[error("the consent cannot be recorded: {}", .0.id)]
    Refused(Problem),
    /// There is no such person here, or not any more.
    #[error("there is no such person here")]
    Unknown,
    /// Something else was recorded under the same key.
    #[error("something else was recorded under this key; what was sent now was not: take another key")]
    Reused,
    /// Something beneath failed; nothing was recorded.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// What is wrong, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    /// The field.
    pub field: &'static str,
    /// The message's id; also the stable code of the API.
    pub id: &'static str,
}

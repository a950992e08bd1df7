//! Data demanded outside what the policy shares (SO-19, WE-08): on one of the declared grounds, for a named authority with
//! its reference, approved by others than who asks, and on the ledger before a value is shown.
//!
//! Contract: nobody approves what they asked for, and nobody counts twice; only the fields that were named leave. The
//! person's answer names it, unless a law forbids telling them: then from the day after that on.
//!
//! Absences: no program can ask; the gate is not asked, because no purpose of the policy covers it. Whose processing is
//! restricted is for the approvers to weigh (Art. 18(2)).

mod act;
mod show;

use jiff::civil::Date;
use policy::{LegalGround, LegalNeed, Policy};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(crate) use act::given;
pub use act::{approve, ask, give, refuse};
pub use db::demands::Demand as Row;
pub(crate) use show::told_of;
pub use show::{Case, list, show, unproven};

/// How such a recipient stands on the ledger: it is none of the policy's. Its name is in the sealed words.
pub const RECIPIENT: &str = "legal-demand";
/// The longest of what is typed, in bytes.
const LONGEST: usize = 300;

/// What somebody demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// On which ground.
    pub ground: LegalGround,
    /// What it names.
    pub named: Named,
}

/// What a demand names: personal data, kept sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Who demands it.
    pub authority: String,
    /// Under which reference of theirs.
    pub reference: String,
    /// The statute and its section, or why the ground applies.
    pub statute: String,
    /// The fields, and no others.
    pub fields: Vec<String>,
    /// The last day on which a law forbids to tell the person.
    pub silent_until: Option<Date>,
}

/// Why a demand is not let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Lacks {
    /// The policy does not have this ground, or has none.
    #[error("the policy gives nothing on this ground")]
    Ground,
    /// No authority is named.
    #[error("the authority is not named")]
    Authority,
    /// No reference is named.
    #[error("the authority's reference is not named")]
    Reference,
    /// No statute is named, where it is the ground or the policy asks for it.
    #[error("the statute and its section, or why the ground applies, is not named")]
    Statute,
    /// No field is named, or one that the policy does not declare, or a password.
    #[error("the fields are not named, or one of them is not declared")]
    Fields,
    /// Others than who asked have not approved it, or too few.
    #[error("it needs the approval of more people, none of whom asked for it")]
    Approval,
}

/// What is missing before it may be asked for, everything of it but the approvals: no ground, or each part that is not
/// named as it must be.
#[must_use]
pub fn lacks(policy: &Policy, draft: &Draft) -> Vec<Lacks> {
    let rules = policy.legal_requests.as_ref().filter(|rules| rules.grounds.contains(&draft.ground));
    let Some(rules) = rules else { return vec![Lacks::Ground] };
    let needs = |need| rules.needs.contains(&need);
    let named = &draft.named;
    let statute = draft.ground == LegalGround::Statute || needs(LegalNeed::Statute);
    let missing = |text: &str, needed: bool| text.len() > LONGEST || (needed && text.trim().is_empty());
    let known = |field: &String| policy.field(field).is_some_and(|one| !one.kind.is_secret());
    let all = [
        (missing(&named.authority, true), Lacks::Authority),
        (missing(&named.reference, needs(LegalNeed::Reference)), Lacks::Reference),
        (missing(&named.statute, statute), Lacks::Statute),
        (named.fields.is_empty() || !named.fields.iter().all(known), Lacks::Fields),
    ];
    all.into_iter().filter_map(|(missing, what)| missing.then_some(what)).collect()
}

/// How many more must approve. Who asked does not count, nor does anybody twice.
#[must_use]
pub fn missing(needed: u32, asked_by: Uuid, approvals: &[Uuid]) -> usize {
    let mut others: Vec<&Uuid> = approvals.iter().filter(|one| **one != asked_by).collect();
    others.sort_unstable();
    others.dedup();
    usize::try_from(needed).unwrap_or(usize::MAX).saturating_sub(others.len())
}

/// How many must approve by the policy; without a rule, nobody ever can.
pub(crate) fn needed(policy: &Policy) -> u32 {
    policy.legal_requests.as_ref().map_or(u32::MAX, |rules| rules.approvers.into())
}

/// What stands against giving it out.
#[must_use]
pub fn weigh(policy: &Policy, draft: &Draft, asked_by: Uuid, approvals: &[Uuid]) -> Option<Lacks> {
    lacks(policy, draft)
        .into_iter()
        .next()
        .or_else(|| (missing(needed(policy), asked_by, approvals) > 0).then_some(Lacks::Approval))
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// Something is missing.
    #[error(transparent)]
    Lacks(#[from] Lacks),
    /// Who asked for it approves it, or somebody does twice.
    #[error("whoever asked for it, or has approved it, cannot approve it")]
    OwnEyes,
    /// It was given or refused already.
    #[error("it was given or refused already")]
    Over,
    /// None of the fields is held.
    #[error("none of these fields is held here")]
    Nothing,
    /// It could not be done.
    #[error(transparent)]
    Failed(#[from] crate::error::Error),
}

impl From<db::Error> for NotDone {
    fn from(error: db::Error) -> Self {
        Self::Failed(match error {
            db::Error::NotFound { .. } => crate::error::Error::NotFound("demand"),
            other => other.into(),
        })
    }
}

/// Where a demand stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It waits for approvals, or to be given out.
    Open,
    /// The data was given out.
    Given,
    /// Somebody refused it.
    Refused,
}

impl State {
    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Given => "given",
            Self::Refused => "refused",
        }
    }

    /// The state of that name; anything unknown is over.
    fn parse(name: &str) -> Self {
        [Self::Open, Self::Given].into_iter().find(|state| state.as_str() == name).unwrap_or(Self::Refused)
    }
}

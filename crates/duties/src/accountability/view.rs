//! Every view of personal data by staff, with its purpose, on the ledger.

use ledger::Kind;
use uuid::Uuid;

use crate::accounts::{Role, Staff};
use crate::entries;
use crate::error::Error;
use crate::service::Service;

/// Why a member of staff looks at a person's data; asked each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ViewPurpose {
    /// To answer a request of the person.
    AnswerRequest,
    /// To find out who somebody is, before answering.
    VerifyIdentity,
    /// To look into a complaint or an error.
    InvestigateProblem,
    /// Because a court, an authority or a claim asks for it.
    LegalDuty,
}

impl ViewPurpose {
    /// All of them, in the order pages offer them.
    pub const ALL: [Self; 4] =
        [Self::AnswerRequest, Self::VerifyIdentity, Self::InvestigateProblem, Self::LegalDuty];

    /// As posted and as on the ledger.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AnswerRequest => "answer-request",
            Self::VerifyIdentity => "verify-identity",
            Self::InvestigateProblem => "investigate-problem",
            Self::LegalDuty => "legal-duty",
        }
    }

    /// The purpose of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.as_str() == name)
    }
}

/// Writes down that a member of staff saw a person's data; call it before showing anything.
/// `what` names the kind of page (`request`, `person`), never data. A person who is erased has no key
/// to write under: the view then stands there without them.
///
/// # Errors
/// [`Error::Forbidden`] for a role without access to people.
pub async fn viewed(
    service: &Service,
    staff: &Staff,
    subject: Uuid,
    purpose: ViewPurpose,
    what: &str,
) -> Result<(), Error> {
    staff.must_be(Role::Support)?;
    let body = serde_json::json!({ "purpose": purpose.as_str(), "what": what }).to_string();
    let (key, about) = match service.keys.evidence(subject).await {
        Ok(key) => (key, Some(subject)),
        Err(Error::Erased) => (service.keys.service_evidence()?, None),
        Err(error) => return Err(error),
    };
    let facts = entries::facts(service, Kind::ViewedByStaff, about, &staff.actor());
    let entry = entries::entry(service, &key, facts, Some(body.as_bytes()))?;
    service.submit(service.unit().entry(entry)).await.map(|_| ())
}

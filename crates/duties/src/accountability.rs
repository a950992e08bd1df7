//! Being able to show it: every view of personal data on the ledger, the ledger signed and published.
//!
//! Order: commit → sign → publish and sync → only then is a checkpoint released to receipts and
//! pages, so that nothing signed can be contradicted after a loss.

use uuid::Uuid;

use crate::accounts::Staff;
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

/// How the ledger and what is published of it stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// Entries in the database.
    pub size: u64,
    /// Entries the released checkpoint covers.
    pub published: u64,
    /// The released checkpoint, as a signed note.
    pub checkpoint: Option<String>,
}

/// Writes down that a member of staff saw a person's data; call it before showing anything.
/// `what` names the kind of page (`request`, `person`), never data.
///
/// # Errors
/// [`Error::Forbidden`] for a role without access to people.
pub async fn viewed(service: &Service, staff: &Staff, subject: Uuid, purpose: ViewPurpose, what: &str) -> Result<(), Error> {
    todo!()
}

/// Signs, publishes and releases a checkpoint over everything committed, if there is anything new.
///
/// # Errors
/// [`Error::Behind`], where more is published than the database has.
pub async fn publish(service: &Service) -> Result<Ledger, Error> {
    todo!()
}

/// The released checkpoint as a signed note, and the sizes.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn checkpoint(service: &Service) -> Result<Ledger, Error> {
    todo!()
}

/// What a tombstone says, besides a random id and the time.
pub struct Tombstone {
    /// What is erased: `everything`, or a purpose's name.
    pub scope: String,
    /// The subject whose identifiers are named by keyed hashes.
    pub subject: Uuid,
}

/// Publishes and syncs a tombstone, with everything committed so far: before the first destructive
/// call of an erasure. Returns the tombstone's id.
///
/// # Errors
/// [`Error`]; then nothing may be destroyed yet.
pub async fn publish_tombstone(service: &Service, tombstone: &Tombstone) -> Result<Uuid, Error> {
    todo!()
}

/// The public verifier key of this service (C2SP: name, key hash, base64).
///
/// # Errors
/// [`Error`], where the key cannot be opened.
pub fn verifier_key(service: &Service) -> Result<String, Error> {
    todo!()
}

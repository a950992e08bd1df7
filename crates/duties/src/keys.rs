//! The keys of a service: two per subject (data, evidence) and a few of the service itself, all kept
//! wrapped in the key database and unwrapped for one use.
//!
//! INVARIANT: a subject's keys are committed before their data; no plaintext key outlives its use.

use uuid::Uuid;
use vault::SubjectKey;

use crate::error::Error;

/// The two keys of a subject, unwrapped; dropped (and wiped) after the use.
pub struct SubjectKeys {
    /// Records, identifiers, the text of requests.
    pub data: SubjectKey,
    /// Salts of facts, bodies of entries, receipts.
    pub evidence: SubjectKey,
}

//! What an entry's sealed body says about something given, accepted or agreed to: the exact words,
//! where and in which language they stood. JSON, so that anyone with the receipt can read it.
//!
//! Absences: no value that a person typed; that is the record's.

use ledger::Hash;
use serde::{Deserialize, Serialize};

/// The body of `record-collected`, `accepted`, `consent-asked` and `consent-given`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The form it was given in.
    pub form: String,
    /// The form's heading, as shown.
    pub title: String,
    /// The language it was shown in.
    pub lang: String,
    /// Where it was shown.
    pub surface: String,
    /// The policy's version, as a date.
    pub version: String,
    /// What the data is used for, as shown; empty where no data was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// The labels of the fields that were filled in, as shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// The boxes, with their exact words.
    pub boxes: Vec<Words>,
    /// The hash of what the policy said about this form ([`ledger::linked::notice_hash`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Hash>,
}

/// One box and what was done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The purpose consented to; `None` for an acceptance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// What was accepted, each with its version (`privacy-policy 2026-11-01`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// The words beside the box.
    pub wording: String,
    /// SHA-256 of those words.
    pub hash: Hash,
    /// Whether it was ticked.
    pub ticked: bool,
    /// A ticked consent that counts only once the address is shown to be the person's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waits: bool,
}

impl Evidence {
    /// As bytes, to be sealed.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // INVARIANT: text, lists and flags only: writing them as JSON cannot fail.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// As read from an opened body; `None` where it is of another kind.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

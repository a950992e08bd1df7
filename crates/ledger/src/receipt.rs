//! The receipt: one entry, handed to the person it concerns, with all that is needed to check it offline.

use serde::{Deserialize, Serialize};

use crate::facts::Facts;
use crate::hash::Hash;
use crate::leaf::Leaf;
use crate::text;

/// The value of `format`.
pub const RECEIPT_FORMAT: &str = "abide-receipt-v1";
/// The value of `format` of a receipt that has one of the fields that came later.
pub const RECEIPT_FORMAT_2: &str = "abide-receipt-v2";

/// A receipt, as JSON. See `docs/ledger-format.md`.
///
/// INVARIANT: unknown fields are refused, so that nothing stands in a receipt that its checks do not cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// [`RECEIPT_FORMAT`]; [`RECEIPT_FORMAT_2`] where `notice` or `introductions` is there.
    pub format: String,
    /// The service whose log it is: the last part of `origin`.
    pub service: String,
    /// The log: [`origin`](crate::origin).
    pub origin: String,
    /// The key that signs the log's checkpoints, as `name+hash+base64`.
    pub verifier_key: String,
    /// The entry's leaf; its position is `leaf.index`.
    pub leaf: Leaf,
    /// What the entry says, readable.
    pub facts: Facts,
    /// The salt of the commitment to the facts, base64.
    #[serde(with = "text::base64_bytes")]
    pub salt: [u8; 32],
    /// The sealed body, base64, if the entry has one.
    #[serde(with = "text::base64_opt", default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Vec<u8>>,
    /// The key that opens this body and nothing else, base64.
    #[serde(with = "text::base64_opt", default, skip_serializing_if = "Option::is_none")]
    pub entry_key: Option<[u8; 32]>,
    /// That the leaf is in the published log; missing until it has been published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
    /// What the policy said at that moment about this use, as the sealed body commits to it by its hash. This crate
    /// hands it on: the body must be opened to check it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<serde_json::Value>,
    /// The signed introductions of the log's keys, the oldest first; none where the key was never changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub introductions: Vec<String>,
}

/// That a leaf is in the log of a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The inclusion proof of RFC 6962, from the leaf's sibling upwards.
    pub inclusion: Vec<Hash>,
    /// The checkpoint, as a signed note.
    pub checkpoint: String,
}

/// A text that is no receipt.
#[derive(Debug, thiserror::Error)]
#[error("this is no Abide receipt: line {}, column {}: {}", .0.line(), .0.column(), reason(.0))]
pub struct ReceiptError(#[from] serde_json::Error);

impl Receipt {
    /// The format that these fields need: the first one, unless a later field is there.
    #[must_use]
    pub fn format_needed(&self) -> &'static str {
        let later = self.notice.is_some() || !self.introductions.is_empty();
        if later { RECEIPT_FORMAT_2 } else { RECEIPT_FORMAT }
    }

    /// Reads a receipt's JSON.
    ///
    /// # Errors
    /// If it is no JSON, or a field is missing, unknown or of the wrong form.
    pub fn from_json(json: &[u8]) -> Result<Self, ReceiptError> {
        Ok(serde_json::from_slice(json)?)
    }

    /// The receipt as JSON, indented, ending in a newline.
    ///
    /// # Errors
    /// Never, for all that is known; the JSON writer's own.
    pub fn to_json(&self) -> Result<String, ReceiptError> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

/// The JSON reader's reason, without the values of the receipt (they are somebody's).
fn reason(error: &serde_json::Error) -> &'static str {
    match error.classify() {
        serde_json::error::Category::Syntax => "it is not JSON",
        serde_json::error::Category::Eof => "it ends in the middle",
        serde_json::error::Category::Io => "it could not be read",
        serde_json::error::Category::Data => "a field is missing, unknown or has the wrong form",
    }
}

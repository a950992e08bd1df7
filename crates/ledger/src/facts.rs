//! What an entry says that Abide itself needs: who, what, when, for which purpose, under which policy.
//!
//! A leaf commits to the facts without showing them: [`commit`] hashes a secret salt and the canonical bytes.
//! Whoever has facts and salt can check them against the leaf; whoever has only the leaf learns nothing, and
//! once the salt is destroyed nobody can guess them from it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::hash::{Hash, sha256_of};
use crate::kind::Kind;
use crate::text;

/// The version of the canonical bytes: their first byte.
const VERSION: u8 = 1;
/// What every commitment to facts starts with, so that it can be no other hash.
const COMMIT_TAG: &[u8] = b"abide-facts-v1\n";

/// The facts of one entry. Times count in whole microseconds; anything finer is cut off.
///
/// INVARIANT: unknown JSON fields are refused: a receipt must not carry words that its proof does not cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The entry's own id (UUID version 7).
    pub id: Uuid,
    /// When it happened.
    #[serde(with = "text::micros")]
    pub at: Timestamp,
    /// What happened.
    pub kind: Kind,
    /// Whom it concerns; none for what concerns nobody (a policy, a breach).
    pub subject: Option<Uuid>,
    /// The purpose, by its name in the policy.
    pub purpose: Option<String>,
    /// The data categories or fields, by their names in the policy, in the order given.
    pub categories: Vec<String>,
    /// The recipient, by its name in the policy.
    pub recipient: Option<String>,
    /// When what it sets ends (a consent's expiry).
    #[serde(with = "text::micros_opt")]
    pub expires: Option<Timestamp>,
    /// The policy in force: SHA-256 of its canonical JSON.
    #[serde(with = "crate::hash::opt")]
    pub policy: Option<[u8; 32]>,
    /// Who did it: `person`, `staff:<id>` or `abide`. Never a name or an address.
    pub actor: String,
}

impl Facts {
    /// The bytes that are committed to, as `docs/ledger-format.md` specifies them.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        let mut out = Bytes(vec![VERSION]);
        out.raw(self.id.as_bytes());
        out.raw(&self.at.as_microsecond().to_be_bytes());
        out.text(self.kind.as_str());
        out.option(self.subject.as_ref(), |out, subject| out.raw(subject.as_bytes()));
        out.option(self.purpose.as_ref(), |out, purpose| out.text(purpose));
        out.length(self.categories.len());
        self.categories.iter().for_each(|category| out.text(category));
        out.option(self.recipient.as_ref(), |out, recipient| out.text(recipient));
        out.option(self.expires.as_ref(), |out, at| out.raw(&at.as_microsecond().to_be_bytes()));
        out.option(self.policy.as_ref(), |out, policy| out.raw(policy));
        out.text(&self.actor);
        out.0
    }
}

/// The commitment that a leaf carries: SHA-256("abide-facts-v1\n" ‖ salt ‖ canonical bytes).
///
/// The salt must be secret and used for this entry only; `vault` derives it from the subject's evidence key.
#[must_use]
pub fn commit(facts: &Facts, salt: &[u8; 32]) -> Hash {
    sha256_of(&[COMMIT_TAG, salt, &facts.canonical()])
}

/// The canonical bytes being written.
struct Bytes(Vec<u8>);

impl Bytes {
    fn raw(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// A length or count as eight bytes, so that no two different facts share their bytes.
    fn length(&mut self, length: usize) {
        self.raw(&(length as u64).to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        self.raw(text.as_bytes());
    }

    fn option<T>(&mut self, value: Option<&T>, write: impl FnOnce(&mut Self, &T)) {
        self.0.push(u8::from(value.is_some()));
        if let Some(value) = value {
            write(self, value);
        }
    }
}

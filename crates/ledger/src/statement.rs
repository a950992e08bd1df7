//! What checking a receipt has to say, one sentence a finding.

use std::fmt;

use crate::witness::Cosigned;

/// One thing that is proven, or that is not. `Display` says it in English; pages say it in their language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Statement {
    /// The facts shown are those the leaf commits to.
    FactsMatch,
    /// The sealed body is the one the leaf names.
    BodyMatches,
    /// The entry key is the one the leaf commits to.
    KeyMatches,
    /// The entry has no body.
    NoBody,
    /// The entry has a body, but the receipt does not carry it.
    BodyWithheld,
    /// The leaf is in the log of this checkpoint.
    Included {
        /// The entry's position.
        index: u64,
        /// The log's size at the checkpoint.
        size: u64,
    },
    /// The checkpoint is signed with the key the reader trusts.
    SignedByTrustedKey(String),
    /// The checkpoint is signed with the key named in the receipt, which nobody vouched for.
    SignedByOwnKey(String),
    /// The checkpoint is signed with a key that the trusted one vouches for, as its successor or predecessor.
    SignedByVouchedKey {
        /// The key that signed.
        key: String,
        /// The key the reader trusts.
        trusted: String,
        /// Whether the trusted key is the earlier one.
        later: bool,
    },
    /// A witness the reader trusts saw this state of the log.
    Cosigned(Cosigned),
    /// A witness the reader trusts did not sign.
    NotCosigned(String),
    /// What witnesses do not prove.
    TruthNotProven,
    /// What stands around the proof is what the proof covers.
    RecordMatches,
    /// No proof yet.
    NotYetPublished,
    /// Without a key of one's own the receipt proves only that it fits itself.
    OnlySelfConsistent,
    /// What no receipt proves: that the company showed everybody the same log.
    SameLogNotProven,
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FactsMatch => f.write_str("The facts shown are exactly those the log entry commits to."),
            Self::BodyMatches => f.write_str("The sealed content is exactly the one the log entry names."),
            Self::KeyMatches => {
                f.write_str("The key opens that content, and the log entry allows no other key.")
            }
            Self::NoBody => f.write_str("The entry has no sealed content."),
            Self::BodyWithheld => {
                f.write_str("The entry has sealed content that this receipt does not carry.")
            }
            Self::Included { index, size } => {
                write!(f, "It is entry number {index} of the log as it stood with {size} entries.")
            }
            Self::SignedByTrustedKey(key) => {
                write!(f, "The state of the log is signed with the key you trust: {key}")
            }
            Self::SignedByOwnKey(key) => {
                write!(f, "The state of the log is signed with the key named in the receipt itself: {key}")
            }
            Self::SignedByVouchedKey { key, trusted, later: true } => write!(
                f,
                "The state of the log is signed with the key {key}, which the key you trust introduced: {trusted}"
            ),
            Self::SignedByVouchedKey { key, trusted, later: false } => write!(
                f,
                "The state of the log is signed with the key {key}, which was the log's key before the one you trust, \
                 and the log was then no larger than when the keys were changed: {trusted}"
            ),
            Self::Cosigned(Cosigned { witness, at }) => {
                let at = i64::try_from(*at).ok().and_then(|at| jiff::Timestamp::from_second(at).ok());
                let at = at.map_or_else(|| "an unknown time".to_owned(), |at| at.to_string());
                write!(
                    f,
                    "The witness {witness} saw this state of the log at {at}: whoever trusts it is shown the same log."
                )
            }
            Self::NotCosigned(witness) => {
                write!(f, "The witness {witness} did not sign this state of the log.")
            }
            Self::RecordMatches => f.write_str(
                "The record shown (who is responsible, for what, on which basis, how long) is exactly what the entry and \
                 the notice it names say.",
            ),
            Self::TruthNotProven => f.write_str("Not proven: that what the entry says is true."),
            Self::NotYetPublished => f.write_str(
                "Not yet published: the receipt carries no proof that the entry is in the log. \
                 Fetch it again in a few seconds.",
            ),
            Self::OnlySelfConsistent => f.write_str(
                "Nobody vouched for that key here: this proves only that the receipt fits itself. \
                 Compare the key with the one the service publishes, and give it as the trusted key.",
            ),
            Self::SameLogNotProven => f.write_str(
                "Not proven: that everybody else is shown the same log (that takes witnesses), \
                 and that what the entry says is true.",
            ),
        }
    }
}

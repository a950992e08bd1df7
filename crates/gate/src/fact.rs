//! What the gate needs of a ledger entry. `duties` maps entries to facts.

use jiff::Timestamp;
use policy::Anchor;

/// One thing that happened and that counts for decisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// When.
    pub at: Timestamp,
    /// The policy in force: its hash.
    pub policy: Option<[u8; 32]>,
    /// What.
    pub event: Event,
}

/// What happened. Purposes, recipients and fields are named as in the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Data was collected.
    Collected {
        /// The record, by its id.
        record: [u8; 16],
        /// The purposes stated to the person there and then: the form's own, in the version in force.
        purposes: Vec<String>,
        /// The fields that were given (`contact.email`).
        fields: Vec<String>,
    },
    /// Consent was given.
    ConsentGiven {
        /// For what.
        purpose: String,
        /// Until when, if it ends by itself.
        expires: Option<Timestamp>,
    },
    /// Consent was refused.
    ConsentRefused {
        /// For what.
        purpose: String,
    },
    /// Consent was withdrawn.
    ConsentWithdrawn {
        /// For what.
        purpose: String,
    },
    /// Consent ran out.
    ConsentExpired {
        /// For what.
        purpose: String,
    },
    /// The person objected.
    Objected {
        /// To what; none: to all direct marketing (Art. 21(2)).
        purpose: Option<String>,
    },
    /// The person took the objection back.
    ObjectionWithdrawn {
        /// To what; none: to all direct marketing.
        purpose: Option<String>,
    },
    /// The controller showed compelling grounds (Art. 21(1)). Never counts against a marketing objection.
    ObjectionOverridden {
        /// Against which purpose.
        purpose: String,
    },
    /// Processing was restricted.
    Restricted,
    /// The restriction ended.
    RestrictionLifted,
    /// The subject was erased.
    Erased {
        /// The purposes for which something is still kept, on the grounds of Art. 17(3).
        kept: Vec<String>,
    },
    /// The subject was erased for one purpose.
    ErasedFor {
        /// Which.
        purpose: String,
    },
    /// The person refused a recipient.
    OptedOut {
        /// Which.
        recipient: String,
    },
    /// The person allowed a recipient again.
    OptedIn {
        /// Which.
        recipient: String,
    },
    /// The moment a period counts from came, or moved.
    AnchorMoved {
        /// Which.
        anchor: Anchor,
    },
}

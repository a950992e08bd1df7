//! What the gate needs of a ledger entry. `duties` maps entries to facts.

use jiff::Timestamp;
use policy::{Anchor, Basis, Channel};

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
        /// The purposes for which something is still kept, each on its ground.
        kept: Vec<(String, Exemption)>,
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
    /// The person agreed to messages by a channel.
    ChannelAllowed {
        /// Which.
        channel: Channel,
    },
    /// The person refused messages by a channel.
    ChannelRefused {
        /// Which.
        channel: Channel,
    },
    /// The person's browser sends a signal, or no longer does.
    Signal {
        /// Which.
        signal: Signal,
        /// Whether it is sent.
        on: bool,
    },
    /// The person attested to be old enough, or a guardian agreed.
    AgeAttested,
    /// The person did not, or is younger.
    AgeRefused,
    /// Where the person lives.
    Country {
        /// Two letters.
        country: String,
    },
    /// The customer whose data it is instructed a use (Art. 28(3)(a)).
    Instructed {
        /// For which purpose.
        purpose: String,
    },
    /// The customer took the instruction back.
    InstructionEnded {
        /// For which purpose.
        purpose: String,
    },
}

/// A signal of a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signal {
    /// Global Privacy Control.
    Gpc,
    /// Do Not Track.
    Dnt,
}

/// Why something is kept although its subject was erased (Art. 17(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exemption {
    /// Freedom of expression and information (a).
    Expression,
    /// A law obliges, or a public task (b).
    LegalObligation,
    /// Public health (c).
    PublicHealth,
    /// Archives, research, statistics (d).
    Archives,
    /// Legal claims (e).
    Claims,
}

impl Exemption {
    /// Every exemption.
    pub const ALL: &'static [Self] =
        &[Self::Expression, Self::LegalObligation, Self::PublicHealth, Self::Archives, Self::Claims];

    /// The provision.
    #[must_use]
    pub const fn article(self) -> &'static str {
        match self {
            Self::Expression => "Art. 17(3)(a)",
            Self::LegalObligation => "Art. 17(3)(b)",
            Self::PublicHealth => "Art. 17(3)(c)",
            Self::Archives => "Art. 17(3)(d)",
            Self::Claims => "Art. 17(3)(e)",
        }
    }

    /// Whether something can be kept on this ground for a purpose that rests on this basis. What rests on consent ends
    /// with the erasure, which takes the consent back; a law keeps only what a law, or a public task, asks for.
    #[must_use]
    pub const fn carries(self, basis: Basis) -> bool {
        match basis {
            Basis::Consent => false,
            Basis::LegalObligation | Basis::PublicTask => true,
            Basis::Contract | Basis::VitalInterests | Basis::LegitimateInterest => {
                !matches!(self, Self::LegalObligation)
            }
        }
    }
}

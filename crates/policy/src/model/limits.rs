//! What stands against data leaving or vanishing: demands of authorities, holds, bulk exports, kept evidence.

use super::{Channel, Length};
use crate::words::words;
use serde::{Deserialize, Serialize};

/// When authorities get data (WE-08, SO-19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalRequests {
    /// Only where a statute obliges.
    pub statute_only: bool,
    /// On which grounds.
    #[serde(default)]
    pub grounds: Vec<LegalGround>,
    /// How many people must approve.
    pub approvers: u8,
    /// What each must name.
    #[serde(default)]
    pub needs: Vec<LegalNeed>,
}

words! {
    /// A ground on which an authority gets data.
    LegalGround {
        /// A statute obliges.
        Statute = "statute",
        /// The security of the service.
        Security = "security",
        /// The protection of people or rights.
        Protection = "protection",
        /// An emergency.
        Emergency = "emergency",
    }
}

words! {
    /// What a disclosure to an authority must name.
    LegalNeed {
        /// The statute and its section.
        Statute = "statute",
        /// The authority.
        Authority = "authority",
        /// The authority's reference.
        Reference = "reference",
    }
}

/// When erasure waits (SO-10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holds {
    /// What for.
    pub reasons: Vec<HoldReason>,
    /// What each must name.
    pub needs: Vec<HoldNeed>,
}

words! {
    /// Why data is held.
    HoldReason {
        /// Legal claims.
        Claims = "claims",
        /// Compliance with a law.
        Compliance = "compliance",
        /// An audit.
        Audit = "audit",
        /// A merger or sale of the company.
        Merger = "merger",
    }
}

words! {
    /// What a hold must name.
    HoldNeed {
        /// Its reason.
        Reason = "reason",
        /// The day it ends.
        End = "end",
    }
}

/// How much may leave at once (PC-19): only to recipients declared for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bulk {
    /// An export of more people than this counts as bulk.
    pub more_than: u32,
    /// By which channels the privacy lead hears of an attempt.
    pub alert: Vec<Channel>,
}

/// How long evidence is kept, by group; `None`: the built-in period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EvidencePeriods {
    /// Consents asked, given and withdrawn.
    pub consent: Option<Length>,
    /// Acceptances.
    pub acceptance: Option<Length>,
    /// Requests of people and their answers.
    pub requests: Option<Length>,
    /// Disclosures to recipients.
    pub disclosures: Option<Length>,
    /// What staff looked at.
    pub staff_views: Option<Length>,
    /// Notices sent.
    pub notices: Option<Length>,
    /// Breaches.
    pub breaches: Option<Length>,
    /// What retention deleted.
    pub retention: Option<Length>,
}

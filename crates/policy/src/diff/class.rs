//! What a difference is.

use super::notice::Notice;
use super::tree::Raw;
use crate::words::words;
use serde_json::Value;

words! {
    /// How much a difference takes from people; the order is that of gravity.
    Class {
        /// Wording, addresses, what was assumed and is now published.
        Minor = "minor",
        /// Of substance, but nobody has less than before.
        Significant = "significant",
        /// Somebody has less than before: less control, less time, less protection.
        RightsAffecting = "rights-affecting",
    }
}

words! {
    /// What happened at a place.
    Kind {
        /// It was not there before.
        Added = "added",
        /// It is not there any more.
        Removed = "removed",
        /// It says something else.
        Changed = "changed",
        /// The same things stand in another order.
        Reordered = "reordered",
    }
}

/// Whom a difference concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concerns {
    /// Everybody.
    Everybody,
    /// Those whose data is held for one of these purposes, by name.
    DataFor(Vec<String>),
    /// Those who read in these languages, by code.
    Readers(Vec<String>),
    /// Those who visit the pages.
    Visitors,
    /// Those who send this form.
    Senders(String),
    /// Those who entrust data of others: customers.
    Customers,
}

words! {
    /// Whether data collected before falls under a difference (CN-16).
    OldData {
        /// It is not about data that was collected.
        Unaffected = "unaffected",
        /// It holds for data collected before as well.
        Follows = "follows",
        /// It holds for data collected before, for it is declared compatible (Art. 6(4)).
        Compatible = "compatible",
        /// It does not hold for data collected before, unless the person consents.
        AskFirst = "ask-first",
    }
}

/// One difference between two versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// How much it takes.
    pub class: Class,
    /// Whom it concerns.
    pub concerns: Concerns,
    /// Whether data collected before falls under it.
    pub old_data: OldData,
    /// Which notice it needs.
    pub notice: Notice,
    /// Where, and what stood and stands there.
    pub(super) raw: Raw,
}

impl Difference {
    /// Where in the policy: `purposes/marketing/basis`.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.raw.place
    }

    /// What happened there.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.raw.kind()
    }

    /// Why it has its class.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        super::rules::of(&self.raw.pattern).map_or("nothing is said of it", |rule| rule.why)
    }

    /// What stood there, as in the canonical form.
    #[must_use]
    pub fn before(&self) -> Option<&Value> {
        self.raw.before.as_ref()
    }

    /// What stands there now.
    #[must_use]
    pub fn after(&self) -> Option<&Value> {
        self.raw.after.as_ref()
    }
}

//! Who receives data, and what is kept in the browser.

use super::{Length, Stated, Text};
use crate::words::words;
use serde::{Deserialize, Serialize};

/// Who receives data (Art. 4(9)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Its name in the file.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// What it does for the controller.
    pub what: Option<Text>,
    /// Its role.
    pub role: Role,
    /// The country it answers from, two letters.
    pub country: String,
    /// The country where the data is stored, where another.
    pub stored_in: Option<String>,
    /// On whose servers, where another's.
    pub hosted_by: Option<String>,
    /// Its representative in the European Economic Area.
    pub representative: Option<String>,
    /// What makes a transfer out of the European Economic Area lawful (Art. 44 to 49).
    pub safeguard: Option<Safeguard>,
    /// Where the contract with it is (Art. 28).
    pub agreement: Option<Stated>,
    /// The fields it gets, each `category.field`; no others ever leave.
    pub gets: Vec<String>,
    /// Whether it may pass data on or use it for itself.
    pub onward: bool,
    /// Which of the above are not published but assumed, by their keys: `role`, `country`, `safeguard`.
    pub assumed: Vec<String>,
}

words! {
    /// A recipient's role.
    Role {
        /// Acts on the controller's instructions only (Art. 28).
        Processor = "processor",
        /// Decides for itself what it needs the data for.
        Controller = "controller",
        /// Decides together with the controller (Art. 26).
        JointController = "joint-controller",
        /// An authority that a law entitles.
        Authority = "authority",
    }
}

words! {
    /// What makes a transfer out of the European Economic Area lawful.
    Safeguard {
        /// The Commission found the country adequate (Art. 45).
        Adequacy = "adequacy",
        /// The importer is certified under the EU–US Data Privacy Framework (Art. 45).
        Dpf = "dpf",
        /// Standard contractual clauses (Art. 46(2)(c)).
        Scc = "scc",
        /// Binding corporate rules (Art. 47).
        Bcr = "bcr",
        /// An approved code of conduct or certification (Art. 46(2)(e) and (f)).
        Certification = "certification",
        /// The person agreed to this transfer, knowing its risks (Art. 49(1)(a)).
        ExplicitConsent = "explicit-consent",
        /// The contract with the person needs this transfer (Art. 49(1)(b)).
        ContractNeeds = "contract-needs",
    }
}

impl Safeguard {
    /// The provision.
    pub fn article(self) -> &'static str {
        match self {
            Safeguard::Adequacy | Safeguard::Dpf => "Art. 45",
            Safeguard::Scc => "Art. 46(2)(c)",
            Safeguard::Bcr => "Art. 47",
            Safeguard::Certification => "Art. 46(2)(e)",
            Safeguard::ExplicitConsent => "Art. 49(1)(a)",
            Safeguard::ContractNeeds => "Art. 49(1)(b)",
        }
    }
}

/// Something stored in the browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cookie {
    /// Its name as the browser shows it; a `*` at the end stands for any ending.
    pub name: String,
    /// Who sets it: a recipient, or `None` for the service itself.
    pub set_by: Option<String>,
    /// What it is for.
    pub purpose: String,
    /// How long it stays.
    pub lasts: Lasts,
    /// Whether the service cannot work without it (no consent needed).
    pub necessary: bool,
    /// What it does.
    pub what: Option<Text>,
}

/// How long something stays in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lasts {
    /// Until the browser is closed.
    Session,
    /// So long.
    For(Length),
}

//! Who receives data.

use super::{Length, Stated, Text};
use crate::words::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who receives data (Art. 4(9)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Its name in the file.
    pub name: String,
    /// Its name for people, in the reference language.
    pub title: String,
    /// Its name in each language, where it is no proper name but words such as "your colleagues".
    #[serde(default)]
    pub title_by_language: Option<Text>,
    /// What it does for the controller.
    pub what: Option<Text>,
    /// Its role.
    pub role: Role,
    /// The country it answers from, two letters; empty for other users and for the public, who are everywhere.
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
    /// Whom it uses itself.
    #[serde(default)]
    pub sub_processors: Vec<SubProcessor>,
    /// Whether a person can rule out just this recipient (WX-12).
    #[serde(default)]
    pub opt_out: bool,
    /// Whether it is bound to confidentiality (WX-10).
    #[serde(default)]
    pub confidential: bool,
    /// What it does with the data when the contract ends (Art. 28(3)(g)).
    #[serde(default)]
    pub at_end: Option<AtEnd>,
    /// Within how long it confirms that (SO-17).
    #[serde(default)]
    pub confirms_within: Option<Length>,
    /// Whether it acts on instructions only.
    #[serde(default)]
    pub instructions_only: bool,
    /// The assessment of the transfer: a document.
    #[serde(default)]
    pub transfer: Option<String>,
    /// How to reach it.
    #[serde(default)]
    pub contact: Option<Stated>,
    /// The day its contract began.
    #[serde(default)]
    pub contract_since: Option<Date>,
    /// The day it was last seen on the list of those certified under the Data Privacy Framework.
    #[serde(default)]
    pub certified: Option<Date>,
    /// What its contract says, of what the law wants in a processor's contract.
    #[serde(default)]
    pub terms: Vec<ContractTerm>,
    /// Which of the above are not published but assumed, by their keys: `role`, `country`, `safeguard`.
    pub assumed: Vec<String>,
}

impl Recipient {
    /// Its name for people who read `language`.
    pub fn title_in(&self, language: &str) -> &str {
        self.title_by_language.as_ref().map_or(&self.title, |titles| titles.get(language))
    }
}

/// Whom a recipient uses itself (Art. 28(2) and (4)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubProcessor {
    /// Its name in the file.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// The country, two letters.
    pub country: String,
    /// What it does.
    pub what: Option<Text>,
}

words! {
    /// What becomes of data when a contract ends.
    AtEnd default Delete {
        /// It is deleted.
        Delete = "delete",
        /// It is given back.
        Return = "return",
        /// There is nothing: it keeps nothing.
        KeepsNothing = "keeps-nothing",
    }
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
        /// A company of the same group.
        GroupCompany = "group-company",
        /// Other users of the service.
        OtherUsers = "other-users",
        /// Everybody: what is published.
        Public = "public",
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

words! {
    /// What a processor's contract must say.
    ContractTerm {
        /// Subject, duration, nature and purpose, the data and the people (Art. 28(3), first sentence).
        Subject = "subject",
        /// It acts on documented instructions only (Art. 28(3)(a)).
        Instructions = "instructions",
        /// Its people are bound to confidentiality (Art. 28(3)(b)).
        Confidentiality = "confidentiality",
        /// It takes the measures of Art. 32 (Art. 28(3)(c)).
        Security = "security",
        /// It engages others only with leave, on the same terms (Art. 28(3)(d)).
        SubProcessors = "sub-processors",
        /// It helps to answer people's requests (Art. 28(3)(e)).
        Rights = "rights",
        /// It helps with security, breaches and impact assessments (Art. 28(3)(f)).
        Assistance = "assistance",
        /// It deletes or returns the data at the end (Art. 28(3)(g)).
        End = "end",
        /// It shows that it keeps all this, and allows audits (Art. 28(3)(h)).
        Audits = "audits",
    }
}

impl Role {
    /// Whether it stands for people everywhere rather than for one body in a country.
    pub fn is_everywhere(self) -> bool {
        matches!(self, Role::OtherUsers | Role::Public)
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

//! What data is used for, on what basis, and how long.

use super::{Channel, Length, Text};
use crate::words::words;
use serde::{Deserialize, Serialize};

/// One use of data (Art. 5(1)(b)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purpose {
    /// Its name in the file.
    pub name: String,
    /// What it is, as an action: "Deliver what you ordered".
    pub why: Text,
    /// Its legal basis (Art. 6).
    pub basis: Basis,
    /// Whether the basis is not published but assumed.
    pub basis_assumed: bool,
    /// The legitimate interest, where that is the basis.
    pub interest: Option<Text>,
    /// The law that obliges, where that is the basis.
    pub law: Option<Text>,
    /// The ground for special categories (Art. 9(2)).
    pub ground: Option<Ground>,
    /// The fields it uses, each `category.field`.
    pub uses: Vec<String>,
    /// The recipients it shares with.
    pub shares_with: Vec<String>,
    /// How long data is kept for it.
    pub keep: Keep,
    /// Where its data comes from.
    pub sources: Vec<Origin>,
    /// Who gives it, where others than the person do, and whether everybody can see it there (Art. 14(2)(f)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// Whether the person has to give the data (Art. 13(2)(e)).
    pub duty: Option<Duty>,
    /// What follows if the person does not give it.
    pub consequence: Option<Text>,
    /// The agreements it belongs to.
    pub agreements: Vec<String>,
    /// Which kind of messages it sends, if it sends any.
    pub messages: Option<Messages>,
    /// Nobody can be identified in what it keeps.
    pub anonymous: bool,
    /// By which channels it reaches people.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// Whether it evaluates people (Art. 4(4)).
    #[serde(default)]
    pub profiling: bool,
    /// The weighing of the interest: a document.
    #[serde(default)]
    pub balancing: Option<String>,
    /// The impact assessment: a document (Art. 35).
    #[serde(default)]
    pub impact: Option<String>,
    /// Earlier purposes whose data it may use (Art. 6(4)).
    #[serde(default)]
    pub compatible_with: Vec<String>,
    /// Why it is compatible with them.
    #[serde(default)]
    pub compatibility: Option<Text>,
    /// The countries in which it goes on until the person opts out (CN-06).
    #[serde(default)]
    pub opt_out_in: Vec<String>,
    /// How its consent may be given (SO-11); empty: at forms and banners.
    #[serde(default)]
    pub consent_by: Vec<ConsentBy>,
    /// How long a consent holds before it runs out; none: until it is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent_lasts: Option<Length>,
    /// Whether a spoken consent needs a witness.
    #[serde(default)]
    pub witness: bool,
    /// The smallest group its statistics show, where they are aggregates only (SO-04).
    #[serde(default)]
    pub smallest_group: Option<u32>,
    /// Whether a customer must have instructed it (WX-26, CN-20).
    #[serde(default)]
    pub instructed_by_customer: bool,
    /// Whether nothing of it is published before the person approved that exact text (WX-06).
    #[serde(default)]
    pub approved_before_publication: bool,
}

words! {
    /// How a consent is given.
    ConsentBy {
        /// A box at a form.
        Form = "form",
        /// In writing.
        Written = "written",
        /// By word of mouth.
        Verbal = "verbal",
        /// The banner.
        Banner = "banner",
        /// Going on browsing: void, it is none (Art. 4(11)).
        Browsing = "browsing",
    }
}

words! {
    /// A legal basis (Art. 6(1)).
    Basis {
        /// The person has agreed to this purpose (Art. 6(1)(a)).
        Consent = "consent",
        /// A contract with the person, or steps before one that they asked for (Art. 6(1)(b)).
        Contract = "contract",
        /// A law obliges the controller (Art. 6(1)(c)).
        LegalObligation = "legal-obligation",
        /// Somebody's life is at stake (Art. 6(1)(d)).
        VitalInterests = "vital-interests",
        /// A task in the public interest (Art. 6(1)(e)).
        PublicTask = "public-task",
        /// An interest that outweighs the person's (Art. 6(1)(f)).
        LegitimateInterest = "legitimate-interest",
    }
}

impl Basis {
    /// The provision.
    pub fn article(self) -> &'static str {
        match self {
            Basis::Consent => "Art. 6(1)(a)",
            Basis::Contract => "Art. 6(1)(b)",
            Basis::LegalObligation => "Art. 6(1)(c)",
            Basis::VitalInterests => "Art. 6(1)(d)",
            Basis::PublicTask => "Art. 6(1)(e)",
            Basis::LegitimateInterest => "Art. 6(1)(f)",
        }
    }

    /// Whether a person can object to it (Art. 21(1)).
    pub fn can_object(self) -> bool {
        matches!(self, Basis::PublicTask | Basis::LegitimateInterest)
    }

    /// Whether what the person gave can be taken along (Art. 20(1)).
    pub fn is_portable(self) -> bool {
        matches!(self, Basis::Consent | Basis::Contract)
    }
}

words! {
    /// A ground for special categories (Art. 9(2)).
    Ground {
        /// The person agreed expressly (Art. 9(2)(a)).
        ExplicitConsent = "explicit-consent",
        /// Duties of employment and social law (Art. 9(2)(b)).
        Employment = "employment",
        /// Somebody's life is at stake (Art. 9(2)(c)).
        VitalInterests = "vital-interests",
        /// Members of a non-profit body (Art. 9(2)(d)).
        Membership = "membership",
        /// The person has made it public (Art. 9(2)(e)).
        MadePublic = "made-public",
        /// Legal claims (Art. 9(2)(f)).
        LegalClaims = "legal-claims",
        /// Substantial public interest by law (Art. 9(2)(g)).
        PublicInterest = "public-interest",
        /// Health care (Art. 9(2)(h)).
        HealthCare = "health-care",
        /// Public health (Art. 9(2)(i)).
        PublicHealth = "public-health",
        /// Archives, research, statistics by law (Art. 9(2)(j)).
        Research = "research",
    }
}

/// How long data is kept, counted from when, and what then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keep {
    /// How long.
    pub length: Length,
    /// From when.
    pub from: Anchor,
    /// What then.
    pub then: Then,
    /// Whether the period is not published but assumed.
    pub assumed: bool,
    /// How long a law wants it kept at least.
    #[serde(default)]
    pub at_least: Option<Length>,
    /// How long a law allows at most.
    #[serde(default)]
    pub at_most: Option<Length>,
    /// How long it may stay locked away before it is deleted for good (SO-21).
    #[serde(default)]
    pub isolated_for: Option<Length>,
    /// The law that sets the period.
    #[serde(default)]
    pub law: Option<Text>,
    /// The moment in words, where it is an event of the company's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moment: Option<Text>,
}

/// The moment a period counts from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// When it was collected.
    Collection,
    /// When the person last was in touch.
    LastContact,
    /// When the contract ended.
    ContractEnd,
    /// When the financial year of the event ended.
    FiscalYearEnd,
    /// When consent was withdrawn or ran out.
    ConsentEnd,
    /// When a named event of the company's happened, such as `delivered`.
    Event(String),
}

impl Anchor {
    /// The words for it, and what they mean; `event:<name>` besides.
    pub const WORDS: &'static [(&'static str, &'static str)] = &[
        ("collection", "when it was collected"),
        ("last-contact", "when the person was last in touch"),
        ("contract-end", "when the contract ended"),
        ("fiscal-year-end", "when the financial year ended"),
        ("consent-end", "when consent was withdrawn or ran out"),
        ("event:<name>", "when a named event of yours happened, such as `event:delivered`"),
    ];

    /// The anchor of a word.
    pub fn parse(word: &str) -> Option<Anchor> {
        match word {
            "collection" => Some(Anchor::Collection),
            "last-contact" => Some(Anchor::LastContact),
            "contract-end" => Some(Anchor::ContractEnd),
            "fiscal-year-end" => Some(Anchor::FiscalYearEnd),
            "consent-end" => Some(Anchor::ConsentEnd),
            _ => word.strip_prefix("event:").filter(|n| !n.is_empty()).map(|n| Anchor::Event(n.to_owned())),
        }
    }
}

words! {
    /// What happens when a period is over.
    Then {
        /// It is deleted.
        Delete = "delete",
        /// What identifies is removed, the rest stays.
        Anonymise = "anonymise",
        /// It is locked away until it can be deleted.
        Isolate = "isolate",
    }
}

words! {
    /// Where data comes from (Art. 14(2)(f), Art. 15(1)(g)).
    Origin {
        /// The person gave it.
        Person = "person",
        /// It arises when the service is used.
        Use = "use",
        /// Other users gave it.
        Others = "others",
        /// Partners gave it.
        Partners = "partners",
        /// The person's employer or organisation gave it.
        Organisation = "organisation",
        /// It comes from public sources.
        Public = "public",
        /// It comes from social media.
        SocialMedia = "social-media",
    }
}

words! {
    /// Whether a person has to give data (Art. 13(2)(e)).
    Duty {
        /// Nothing obliges.
        Voluntary = "voluntary",
        /// The contract needs it.
        Contract = "contract",
        /// A law needs it.
        Law = "law",
    }
}

words! {
    /// Which kind of messages a purpose sends.
    Messages {
        /// About security, privacy, orders, the account: not stopped by a marketing objection.
        Service = "service",
        /// Offers and news: stopped at once by an objection (Art. 21(3)).
        Marketing = "marketing",
    }
}

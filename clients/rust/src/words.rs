//! The words of the interface, as `/v1/openapi.json` has them; a test compares the two.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// Words that are sent as text: each variant with its spelling; `own` are not of the interface.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($word:ident = $text:literal,)* } own { $($(#[$why:meta])* $own:ident = $said:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = concat!("`", $text, "`")] $word,)*
            $($(#[$why])* $own,)*
        }

        impl $name {
            /// Every word of the interface.
            pub const ALL: &'static [Self] = &[$(Self::$word,)*];

            /// As it is sent.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$word => $text,)*
                    $(Self::$own => $said,)*
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
    };
}

/// Words that a newer server may have more of.
macro_rules! told {
    ($name:ident) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                let known = Self::ALL.iter().copied().find(|word| word.as_str() == text);
                Ok(known.unwrap_or(Self::Other))
            }
        }
    };
}

words! {
    /// Why a use is allowed or denied.
    Reason {
        Consent = "consent",
        Contract = "contract",
        LegalObligation = "legal-obligation",
        VitalInterests = "vital-interests",
        PublicTask = "public-task",
        LegitimateInterest = "legitimate-interest",
        PurposeNotDeclared = "purpose-not-declared",
        SubjectUnknown = "subject-unknown",
        Erased = "erased",
        Restricted = "restricted",
        NotStatedAtCollection = "not-stated-at-collection",
        NotInstructed = "not-instructed",
        NoConsent = "no-consent",
        ConsentRefused = "consent-refused",
        ConsentWithdrawn = "consent-withdrawn",
        ConsentExpired = "consent-expired",
        Objected = "objected",
        MarketingObjected = "marketing-objected",
        ChannelNotDeclared = "channel-not-declared",
        ChannelRefused = "channel-refused",
        ChannelNotPermitted = "channel-not-permitted",
        Signalled = "signalled",
        TooYoung = "too-young",
        RecipientNotDeclared = "recipient-not-declared",
        RecipientOptedOut = "recipient-opted-out",
        TransferUnsafe = "transfer-unsafe",
        FieldNotForRecipient = "field-not-for-recipient",
        FieldNotDeclared = "field-not-declared",
        RetentionOver = "retention-over",
        Stale = "stale",
        ClockBehind = "clock-behind",
        AskTheLedger = "ask-the-ledger",
    } own {
        /// No answer could be had.
        Unavailable = "unavailable",
        /// A reason that this client is too old to know.
        Other = "other",
    }
}
told!(Reason);

words! {
    /// What would change an answer.
    Remedy {
        Nothing = "nothing",
        DeclareIt = "declare-it",
        Collect = "collect",
        AskConsent = "ask-consent",
        PersonChanges = "person-changes",
        WeighObjection = "weigh-objection",
        LiftRestriction = "lift-restriction",
        Instruct = "instruct",
        AskChannel = "ask-channel",
        AttestAge = "attest-age",
        SafeTransfer = "safe-transfer",
        TryAgain = "try-again",
        AskConsistently = "ask-consistently",
    } own {
        /// A remedy that this client is too old to know.
        Other = "other",
    }
}
told!(Remedy);

words! {
    /// How a use reaches the person.
    Channel {
        PrivacyCentre = "privacy-centre",
        Email = "email",
        Sms = "sms",
        Push = "push",
        Site = "site",
        SocialMedia = "social-media",
        Post = "post",
        Phone = "phone",
        Message = "message",
    } own {}
}

words! {
    /// Why a restriction would not stand in the way (GDPR, Art. 18(2)).
    Exception {
        Storage = "storage",
        LegalClaims = "legal-claims",
        OthersRights = "others-rights",
        PublicInterest = "public-interest",
    } own {}
}

words! {
    /// What somebody said about a purpose.
    Said {
        Given = "given",
        Refused = "refused",
        Withdrawn = "withdrawn",
    } own {}
}

words! {
    /// How they said it.
    Method {
        Form = "form",
        Written = "written",
        Verbal = "verbal",
        Banner = "banner",
    } own {}
}

/// What a question may say besides of whom and for what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Conditions {
    /// A field such as `contact.email`, or a category such as `contact`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The use gives the data to this recipient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
    /// The use reaches the person this way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Only the data of this record counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<Uuid>,
    /// Why a restriction would not stand in the way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exception: Option<Exception>,
    /// As of a past moment, such as `2026-11-30T12:00:00Z`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// From the ledger itself rather than from memory.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub consistent: bool,
}

/// Whether a use is allowed, and why.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Answer {
    /// Whether it is.
    pub allow: bool,
    /// Why.
    pub reason: Reason,
    /// The article of law; empty where no answer could be had.
    pub article: String,
    /// What would change the answer.
    pub remedy: Remedy,
    /// The place in the policy it follows from.
    pub place: Option<String>,
    /// The hash of the policy it was decided by.
    pub policy: String,
    /// How many entries of the ledger were seen; none: the ledger itself was read, or nothing was.
    pub position: Option<u64>,
    /// The moment it is about.
    pub at: String,
}

impl Answer {
    /// What an answer is called that could not be had.
    pub(crate) fn unavailable() -> Self {
        Self {
            allow: false,
            reason: Reason::Unavailable,
            article: String::new(),
            remedy: Remedy::TryAgain,
            place: None,
            policy: String::new(),
            position: None,
            at: String::new(),
        }
    }
}

/// The declared fields of somebody.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Disclosed {
    /// The entry of the ledger that tells of it.
    pub entry: Uuid,
    /// Field by field.
    pub fields: BTreeMap<String, String>,
    /// The hash of the policy it was decided by.
    pub policy: String,
}

impl fmt::Debug for Disclosed {
    /// The fields' names only: what they say is somebody's.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&String> = self.fields.keys().collect();
        f.debug_struct("Disclosed")
            .field("entry", &self.entry)
            .field("fields", &names)
            .finish_non_exhaustive()
    }
}

/// What somebody said about a purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Consent {
    /// Whose.
    pub subject: Uuid,
    /// A purpose of the policy that rests on consent.
    pub purpose: String,
    /// What they said.
    pub answer: Said,
    /// Where it was asked, such as `app:settings`; no address, no agent.
    pub surface: String,
    /// The exact words it was asked in; none: the policy's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    /// The language it was asked in; none: the policy's language of reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// How it was given; none: by a form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// Who heard a spoken yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// When it was given, where that was before now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_at: Option<String>,
    /// When it ends by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
}

impl Consent {
    /// Said on a page or in an app of one's own.
    #[must_use]
    pub fn new(subject: Uuid, purpose: &str, answer: Said, surface: &str) -> Self {
        Self {
            subject,
            purpose: purpose.to_owned(),
            answer,
            surface: surface.to_owned(),
            wording: None,
            lang: None,
            method: None,
            witness: None,
            given_at: None,
            expires: None,
        }
    }
}

/// What was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Recorded {
    /// The entry's id; its receipt has the same.
    pub entry: Uuid,
    /// Its place in the ledger.
    pub index: u64,
    /// Whether it had been recorded before under the same key.
    pub repeated: bool,
}

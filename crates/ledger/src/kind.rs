//! What can happen: the kinds of entry, and how long each may be kept as evidence.
//!
//! The name of a kind is permanent: it is part of what a leaf commits to. Kinds may be added, never renamed.
//! A kind this version does not know stays readable as [`Kind::Other`].

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// For how long an entry's facts and body may be kept as evidence. The lengths are the policy's and the law's
/// (dated data), not this crate's; here stands only which rule applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// Concerns no person: kept as long as the ledger.
    Permanent,
    /// As long as claims can arise from it (Art. 7(1), 17(3)(e)).
    Claims,
    /// As long as the state it sets is in force, then as [`Evidence::Claims`].
    InForce,
    /// As long as the record it tells of, then it goes with it.
    Record,
    /// Twelve months: who looked at what.
    Year,
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $variant:ident $name:literal $evidence:ident,)*) => {
        /// What happened. Who decides by kinds names each: a new one does not compile until it was decided on.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[doc = $doc])* $variant,)*
            /// A kind written by a newer version. Get it from [`Kind::parse`], which knows the known ones.
            Other(String),
        }

        impl Kind {
            /// Every kind this version knows.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The permanent name: lower-case words joined by hyphens.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self { $(Self::$variant => $name,)* Self::Other(name) => name }
            }

            /// The kind of that name.
            #[must_use]
            pub fn parse(name: &str) -> Self {
                match name { $($name => Self::$variant,)* other => Self::Other(other.to_owned()) }
            }

            /// The rule for how long it may be kept. An unknown kind is kept as evidence of claims: a version
            /// that does not know what it is must not destroy it.
            #[must_use]
            pub fn evidence(&self) -> Evidence {
                match self { $(Self::$variant => Evidence::$evidence,)* Self::Other(_) => Evidence::Claims }
            }
        }
    };
}

kinds! {
    /// A version of the policy came into force.
    PolicyPublished "policy-published" Permanent,
    /// The person accepted a text. Never a legal basis.
    Accepted "accepted" Claims,
    /// Consent was asked for.
    ConsentAsked "consent-asked" Claims,
    /// Consent was given.
    ConsentGiven "consent-given" InForce,
    /// Consent was refused.
    ConsentRefused "consent-refused" Claims,
    /// Consent was withdrawn.
    ConsentWithdrawn "consent-withdrawn" Claims,
    /// Consent ran out.
    ConsentExpired "consent-expired" Claims,
    /// The person objected (Art. 21).
    Objection "objection" InForce,
    /// The person took an objection back.
    ObjectionWithdrawn "objection-withdrawn" Claims,
    /// An objection was weighed and did not prevail (Art. 21(1)).
    ObjectionOverridden "objection-overridden" InForce,
    /// Processing is restricted (Art. 18).
    RestrictionSet "restriction-set" InForce,
    /// The restriction ended.
    RestrictionLifted "restriction-lifted" Claims,
    /// A signal of the person's browser (GPC, DNT).
    Signal "signal" InForce,
    /// The person refused one recipient.
    RecipientOptedOut "recipient-opted-out" InForce,
    /// The person allowed the recipient again.
    RecipientOptedIn "recipient-opted-in" InForce,
    /// An age was attested.
    AgeAttested "age-attested" InForce,
    /// The age was not attested, or too low.
    AgeRefused "age-refused" Claims,
    /// An identifier was shown to be the person's.
    IdentifierVerified "identifier-verified" InForce,
    /// Somebody who was there before came in by enrolment.
    Enrolled "enrolled" InForce,
    /// Data were collected.
    RecordCollected "record-collected" Claims,
    /// Data were corrected.
    RecordCorrected "record-corrected" Record,
    /// A record was deleted.
    RecordDeleted "record-deleted" Claims,
    /// The day a period counts from moved (contract ended, last contact …).
    AnchorMoved "anchor-moved" Record,
    /// Data were disclosed to a recipient.
    Disclosed "disclosed" Claims,
    /// An instruction to a processor.
    Instruction "instruction" Claims,
    /// A right to see or do something was given to somebody.
    GrantGiven "grant-given" InForce,
    /// That right was taken back.
    GrantRevoked "grant-revoked" Claims,
    /// Somebody was invited to have a staff account.
    StaffInvited "staff-invited" Claims,
    /// A staff account was closed.
    StaffClosed "staff-closed" Claims,
    /// Staff looked at personal data, for a purpose they stated.
    ViewedByStaff "viewed-by-staff" Year,
    /// A person's request arrived.
    RequestOpened "request-opened" Claims,
    /// The first reply went out.
    RequestReplied "request-replied" Claims,
    /// The requester was identified.
    RequestIdentified "request-identified" Claims,
    /// The plan was made and rehearsed.
    RequestPlanned "request-planned" Claims,
    /// The plan was started.
    RequestStarted "request-started" Claims,
    /// One step was carried out and verified.
    RequestStepVerified "request-step-verified" Claims,
    /// One step could not be carried out.
    RequestStepFailed "request-step-failed" Claims,
    /// All steps were verified.
    RequestVerified "request-verified" Claims,
    /// Part was done, part was not.
    RequestPartlyDone "request-partly-done" Claims,
    /// The time limit was extended, with reasons (Art. 12(3)).
    RequestExtended "request-extended" Claims,
    /// The request was refused, on a ground.
    RequestRefused "request-refused" Claims,
    /// The requester took it back.
    RequestWithdrawn "request-withdrawn" Claims,
    /// The requester could not be identified in time.
    RequestExpired "request-expired" Claims,
    /// The answer was given.
    RequestAnswered "request-answered" Claims,
    /// The answer was fetched.
    AnswerFetched "answer-fetched" Claims,
    /// The recipients were told (Art. 19).
    RecipientsTold "recipients-told" Claims,
    /// The request was closed.
    RequestClosed "request-closed" Claims,
    /// A notice was sent.
    NoticeSent "notice-sent" Claims,
    /// A period of retention was over and was applied.
    RetentionApplied "retention-applied" Claims,
    /// Data must be kept despite their period (legal hold).
    HoldSet "hold-set" InForce,
    /// The hold ended.
    HoldLifted "hold-lifted" Claims,
    /// The person must not come back by import.
    Suppressed "suppressed" InForce,
    /// The subject was erased: the tombstone.
    SubjectErased "subject-erased" Claims,
    /// A breach became known or its handling moved on.
    Breach "breach" Claims,
    /// Somebody attested that a promise is kept.
    Attested "attested" Permanent,
    /// A key that signs the ledger introduced the next one.
    KeyIntroduced "key-introduced" Permanent,
    /// The database was restored from a backup and brought up to date.
    Restored "restored" Permanent,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|name| Self::parse(&name))
    }
}

//! What is promised beside the uses of data: signals, changes, breach, security, attestations.

use super::{Channel, Length, Stated, Text};
use crate::words::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What browser signals do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signals {
    /// Global Privacy Control.
    pub gpc: Signal,
    /// Do Not Track.
    pub dnt: Signal,
}

words! {
    /// What a browser signal does.
    Signal {
        /// It counts as an objection to what needs consent or legitimate interest.
        Honour = "honour",
        /// It does nothing.
        Ignore = "ignore",
    }
}

/// How changes of the policy are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Changes of wording only.
    pub minor: Change,
    /// Changes of substance.
    pub significant: Change,
    /// Changes that take something from people.
    pub rights_affecting: Change,
    /// Whether earlier versions stay readable for everybody (SO-29).
    #[serde(default)]
    pub public_archive: bool,
    /// What going on using the service counts as.
    #[serde(default)]
    pub continued_use: ContinuedUse,
    /// When a change takes effect.
    #[serde(default)]
    pub takes_effect: TakesEffect,
    /// By which channels people hear of a merger or sale (SO-20).
    #[serde(default)]
    pub merger: Vec<Channel>,
    /// What a purpose that is new needs for data collected before (CN-16).
    #[serde(default)]
    pub new_purposes: NewPurposes,
}

words! {
    /// What going on using the service after a change counts as.
    ContinuedUse default Notice {
        /// A notice was given, and the service was used since: no more than that.
        Notice = "notice",
        /// Consent: void, it is none (Art. 4(11)).
        Consent = "consent",
    }
}

words! {
    /// When a change takes effect.
    TakesEffect default AfterNotice {
        /// As soon as it is posted.
        OnPosting = "on-posting",
        /// When the time of its notice is over.
        AfterNotice = "after-notice",
    }
}

words! {
    /// What a new purpose needs for data collected before it was declared.
    NewPurposes default Consent {
        /// The person's consent.
        Consent = "consent",
        /// Consent, unless it is declared compatible (Art. 6(4)).
        Compatible = "compatible",
        /// A notice only.
        Notice = "notice",
    }
}

/// How one class of change is told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Change {
    /// By which channels.
    pub by: Vec<Channel>,
    /// How long before it takes effect.
    pub ahead: Option<Length>,
    /// Whether that time is not published but assumed.
    pub assumed: bool,
}

/// What happens after a breach of security.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breach {
    /// When the authority is told at the latest (Art. 33).
    pub tell_authority_within: Length,
    /// By which channels people are told (Art. 34).
    pub tell_people_by: Vec<Channel>,
    /// Whether people are told of every breach, without a threshold of risk (WE-15).
    pub tell_people_always: bool,
    /// Of which breaches people are told.
    #[serde(default)]
    pub tell_people: TellPeople,
}

words! {
    /// Of which breaches people are told.
    TellPeople default HighRisk {
        /// Where their rights are at high risk, as the law asks.
        HighRisk = "high-risk",
        /// Where harm is likely.
        Risk = "risk",
        /// Of every breach, whatever the risk.
        Always = "always",
    }
}

/// What is promised of transport and store.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Security {
    /// The smallest key of the transport's cipher, in bits (WE-14).
    pub tls_bits: Option<u16>,
    /// After how many days nothing erased can come back from a backup of the keys.
    pub backups_gone_after_days: Option<u16>,
    /// Whether that is assumed, not promised by the controller yet.
    #[serde(default)]
    pub backups_assumed: bool,
    /// Whether passwords are kept as Argon2id hashes only.
    #[serde(default)]
    pub passwords_hashed: bool,
    /// The recipient that keeps the backups (PC-17).
    #[serde(default)]
    pub backups_at: Option<String>,
    /// Whether data is encrypted where it lies.
    #[serde(default)]
    pub encrypted_at_rest: bool,
}

/// A promise that people keep and a person vouches for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    /// Its name in the file.
    pub name: String,
    /// What is promised.
    pub promise: Text,
    /// Who vouches for it: a role, never a person.
    pub owner: Text,
    /// Whether the owner is not published but assumed.
    pub owner_assumed: bool,
    /// How often it is reviewed.
    pub every: Length,
    /// The recipient it is about, if about one (SO-37).
    #[serde(default)]
    pub of: Option<String>,
    /// The document that shows it.
    #[serde(default)]
    pub evidence: Option<String>,
    /// When it was last confirmed before Abide kept count.
    #[serde(default)]
    pub last: Option<Date>,
}

/// A promise under the company's own number, and the declarations that keep it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Its number, such as `PC-01`.
    pub id: String,
    /// What it says.
    pub says: Text,
    /// The places of this policy that keep it, such as `purposes/marketing/basis`.
    pub kept_by: Vec<String>,
}

/// Terms a person agrees to besides the policy (WE-09).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its name in the file.
    pub name: String,
    /// Its name for people.
    pub title: Text,
    /// Its version.
    pub version: String,
    /// Where to read it.
    pub url: Option<Stated>,
    /// What it covers.
    pub covers: Text,
}

/// A further section of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its name in the file.
    pub name: String,
    /// Its heading.
    pub title: Text,
    /// Its text; a blank line begins a paragraph.
    pub text: Text,
}

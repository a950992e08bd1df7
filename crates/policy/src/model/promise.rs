//! What is promised beside the uses of data: clocks, signals, changes, breach, security.

use super::{Length, Stated, Text};
use crate::words::words;
use serde::{Deserialize, Serialize};

/// How requests are answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    /// When a request is answered at the latest (Art. 12(3)).
    pub answer: Clock,
    /// When a first reply is given at the latest, if promised.
    pub first_reply: Option<Clock>,
    /// How an answer can reach the person.
    pub answer_by: Vec<Channel>,
    /// How a consent can be withdrawn.
    pub withdraw: Vec<Channel>,
    /// How long a prepared answer stays available.
    pub answer_kept: Length,
}

impl Rights {
    /// The answer's clock in whole months; one where it counts otherwise.
    pub fn answer_months(&self) -> u32 {
        self.answer.within.months().unwrap_or(1)
    }

    /// The first reply's clock in hours, if promised in hours or days.
    pub fn first_reply_hours(&self) -> Option<u32> {
        self.first_reply.and_then(|clock| clock.within.hours())
    }
}

/// A promised time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// How long.
    pub within: Length,
    /// What counts.
    pub counted_in: Counted,
}

words! {
    /// What a clock counts.
    Counted {
        /// Every hour and day, by Regulation 1182/71.
        Calendar = "calendar",
        /// Office hours only.
        OfficeHours = "office-hours",
    }
}

words! {
    /// A way to reach a person, or for them to reach the company.
    Channel {
        /// The privacy centre: a page.
        PrivacyCentre = "privacy-centre",
        /// E-mail.
        Email = "email",
        /// Text message.
        Sms = "sms",
        /// A notice on the site.
        Site = "site",
        /// Post on paper.
        Post = "post",
        /// Telephone.
        Phone = "phone",
        /// The message in which it was offered, such as a link at its end.
        Message = "message",
    }
}

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
}

/// When authorities get data (WE-08).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalRequests {
    /// Only where a statute obliges.
    pub statute_only: bool,
    /// How many people must approve.
    pub approvers: u8,
}

/// What is promised of transport and store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Security {
    /// The smallest key of the transport's cipher, in bits (WE-14).
    pub tls_bits: Option<u16>,
    /// After how many days nothing erased can come back from a backup of the keys.
    pub backups_gone_after_days: Option<u16>,
    /// Whether that is assumed, not promised by the controller yet.
    #[serde(default)]
    pub backups_assumed: bool,
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

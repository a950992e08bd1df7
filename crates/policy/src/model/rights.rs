//! How people's requests are answered.

use super::Length;
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
    /// How a request can reach the company.
    #[serde(default)]
    pub ask_by: Vec<Channel>,
    /// What a person does without asking (PC-03).
    #[serde(default)]
    pub self_service: Vec<SelfService>,
    /// Whether everybody has them, wherever they live (WX-15).
    #[serde(default)]
    pub everywhere: bool,
    /// In which formats data is taken along (Art. 20).
    #[serde(default)]
    pub portability: Vec<Format>,
    /// What a dispute stops (Art. 18).
    #[serde(default)]
    pub restriction: Restriction,
    /// What an objection stops (Art. 21).
    #[serde(default)]
    pub objection: Objection,
    /// Whom a correction reaches (Art. 16 and 19).
    #[serde(default)]
    pub rectification: Rectification,
    /// When a complaint is answered, if promised (CN-19).
    #[serde(default)]
    pub complaint: Option<Clock>,
    /// The recipients a person turns to themselves (SO-23).
    #[serde(default)]
    pub third_parties: Vec<String>,
    /// How far the time can be extended (Art. 12(3)).
    #[serde(default)]
    pub extension: Option<Extension>,
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

/// What a dispute stops (Art. 18, SO-25). An administrator has no say in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// From the moment the request is opened.
    pub on_opening: bool,
    /// The person is told before it is lifted (Art. 18(3)).
    pub tell_before_lifting: bool,
    /// Whether the text lets an administrator stop it: void, and refused by the checker.
    #[serde(default)]
    pub vetoed: bool,
}

impl Default for Restriction {
    fn default() -> Self {
        Restriction { on_opening: true, tell_before_lifting: true, vetoed: false }
    }
}

/// What an objection stops (Art. 21, SO-14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Use stops until the decision.
    pub stops_meanwhile: bool,
    /// When it is decided at the latest.
    pub decided_within: Option<Length>,
}

impl Default for Objection {
    fn default() -> Self {
        Objection { stops_meanwhile: true, decided_within: None }
    }
}

/// Whom a correction reaches (Art. 16, 19; PC-22, WX-14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rectification {
    /// Every recipient is told (Art. 19).
    pub reaches_recipients: bool,
    /// A statement can be added beside what is held.
    pub supplements: bool,
}

impl Default for Rectification {
    fn default() -> Self {
        Rectification { reaches_recipients: true, supplements: true }
    }
}

/// How far the time of an answer can be extended (Art. 12(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// By how long.
    pub by: Length,
    /// Within how long the person is told of it and why.
    pub told_within: Length,
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
    /// What a person does without asking anybody.
    SelfService {
        /// See and change personal data.
        PersonalData = "personal-data",
        /// Change the account.
        Account = "account",
        /// Choose which messages come.
        Preferences = "preferences",
        /// Delete the account.
        DeleteAccount = "delete-account",
    }
}

words! {
    /// A file format.
    Format {
        /// JSON.
        Json = "json",
        /// Comma-separated values.
        Csv = "csv",
        /// A workbook.
        Xlsx = "xlsx",
        /// PDF.
        Pdf = "pdf",
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
        /// A notification on the telephone.
        Push = "push",
        /// A notice on the site.
        Site = "site",
        /// Social media.
        SocialMedia = "social-media",
        /// Post on paper.
        Post = "post",
        /// Telephone.
        Phone = "phone",
        /// The message in which it was offered, such as a link at its end.
        Message = "message",
    }
}

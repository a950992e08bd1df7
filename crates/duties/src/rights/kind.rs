//! The kinds a request can be of and the states it can be in. Both are stored by their names;
//! an unknown name read back is an error, never a guess.

use serde::{Deserialize, Serialize};

use crate::standing::Choice;

/// What the person asks for (the articles are the GDPR's).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequestKind {
    /// A copy of everything held, with the explanations of Art. 15.
    Access,
    /// Deletion, Art. 17.
    Erasure,
    /// Correction, Art. 16.
    Rectification,
    /// Storage only, Art. 18.
    Restriction,
    /// The data to take elsewhere, Art. 20.
    Portability,
    /// Against a use, Art. 21.
    Objection,
    /// Taking a consent back, Art. 7(3).
    Withdrawal,
    /// A complaint to the controller.
    Complaint,
    /// Any question or enquiry.
    Question,
}

impl RequestKind {
    /// All kinds, in the order pages offer them.
    pub const ALL: [Self; 9] = [
        Self::Access,
        Self::Erasure,
        Self::Rectification,
        Self::Restriction,
        Self::Portability,
        Self::Objection,
        Self::Withdrawal,
        Self::Complaint,
        Self::Question,
    ];

    /// The name in rows, URLs and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Erasure => "erasure",
            Self::Rectification => "rectification",
            Self::Restriction => "restriction",
            Self::Portability => "portability",
            Self::Objection => "objection",
            Self::Withdrawal => "withdrawal",
            Self::Complaint => "complaint",
            Self::Question => "question",
        }
    }

    /// The kind of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// What it is called in pages: "A copy of your data".
    pub fn title(self, lang: &str) -> String {
        texts::texts(lang).say(&format!("rights-kind-{}", self.as_str()))
    }

    /// What asking for it means, in a sentence.
    pub fn explanation(self, lang: &str) -> String {
        texts::texts(lang).say(&format!("rights-kind-{}-explained", self.as_str()))
    }

    /// Whether Abide carries it out itself; the others are answered by staff, by hand.
    pub fn is_carried_out(self) -> bool {
        matches!(self, Self::Access | Self::Erasure)
    }

    /// The choice that holds from the moment it is asked for; other kinds change nothing before they are answered.
    pub(crate) fn choice(self) -> Option<Choice> {
        match self {
            Self::Withdrawal => Some(Choice::Withdrawal),
            Self::Objection => Some(Choice::Objection),
            Self::Restriction => Some(Choice::Restriction),
            _ => None,
        }
    }

    /// The article that grants it, as printed beside the clock.
    pub fn law(self) -> &'static str {
        match self {
            Self::Access => "GDPR Art. 15",
            Self::Erasure => "GDPR Art. 17",
            Self::Rectification => "GDPR Art. 16",
            Self::Restriction => "GDPR Art. 18",
            Self::Portability => "GDPR Art. 20",
            Self::Objection => "GDPR Art. 21",
            Self::Withdrawal => "GDPR Art. 7(3)",
            Self::Complaint | Self::Question => "GDPR Art. 12",
        }
    }
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequestState {
    /// Received; staff have not planned it.
    Open,
    /// A plan is drawn and shown; nothing has changed anywhere.
    Planned,
    /// Steps are being carried out.
    Running,
    /// Some steps are verified, at least one waits or is being tried again. Never shown as done.
    PartlyDone,
    /// Carried out, verified, answered.
    Done,
    /// Answered by staff, by hand.
    Answered,
    /// Refused with a ground.
    Refused,
    /// Taken back by the person.
    Withdrawn,
}

impl RequestState {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Open,
        Self::Planned,
        Self::Running,
        Self::PartlyDone,
        Self::Done,
        Self::Answered,
        Self::Refused,
        Self::Withdrawn,
    ];

    /// The name in rows and class names.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Planned => "planned",
            Self::Running => "running",
            Self::PartlyDone => "partly-done",
            Self::Done => "done",
            Self::Answered => "answered",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// What it is called in pages: "Received".
    pub fn title(self, lang: &str) -> String {
        texts::texts(lang).say(&format!("rights-state-{}", self.as_str()))
    }

    /// Whether nothing more will happen.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Answered | Self::Refused | Self::Withdrawn)
    }
}

/// The grounds on which a request may be refused; each is told to the person with the way to complain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Who asks could not be established, Art. 12(2) and (6).
    NotIdentified,
    /// Manifestly unfounded or excessive, Art. 12(5).
    Excessive,
    /// Other people's rights stand against it, Art. 15(4), 20(4).
    OthersRights,
    /// A law obliges the controller to keep or not to disclose, Art. 17(3)(b), 23.
    LegalObligation,
    /// Legal claims, Art. 17(3)(e).
    LegalClaims,
    /// Nothing the article speaks of applies.
    NotApplicable,
}

impl Refusal {
    /// All grounds, in the order forms offer them.
    pub const ALL: [Self; 6] = [
        Self::NotIdentified,
        Self::Excessive,
        Self::OthersRights,
        Self::LegalObligation,
        Self::LegalClaims,
        Self::NotApplicable,
    ];

    /// The name in forms and entries.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotIdentified => "not-identified",
            Self::Excessive => "excessive",
            Self::OthersRights => "others-rights",
            Self::LegalObligation => "legal-obligation",
            Self::LegalClaims => "legal-claims",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// The ground of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.as_str() == name)
    }

    /// The ground in words, with its article.
    pub fn title(self, lang: &str) -> String {
        texts::texts(lang).say(&format!("rights-refusal-{}", self.as_str()))
    }
}

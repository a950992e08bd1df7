//! What somebody wants to do: by name, and by number.

use jiff::Timestamp;
use policy::Channel;

use crate::deadline::Moment;

/// What somebody wants to do, in the policy's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// For which purpose.
    pub purpose: &'a str,
    /// With which data: a field (`contact.email`) or a whole category (`contact`). None: with none in particular.
    pub category: Option<&'a str>,
    /// Giving it to whom.
    pub recipient: Option<&'a str>,
    /// Reaching the person by which channel.
    pub channel: Option<Channel>,
    /// With the data of this record only; none: with what there is of the subject.
    pub record: Option<[u8; 16]>,
    /// Why a restriction would not stand in the way.
    pub exception: Option<Exception>,
    /// When.
    pub at: Timestamp,
}

impl<'a> Question<'a> {
    /// About a purpose, with all there is of the subject.
    #[must_use]
    pub const fn about(purpose: &'a str, at: Timestamp) -> Self {
        Self { purpose, category: None, recipient: None, channel: None, record: None, exception: None, at }
    }
}

/// A question with its names resolved by [`crate::Rules::ask`]: made once, asked of many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ask {
    pub(crate) purpose: u16,
    pub(crate) recipient: Option<u16>,
    pub(crate) data: Option<u16>,
    pub(crate) channel: Option<Channel>,
    pub(crate) record: Option<[u8; 16]>,
    pub(crate) exception: Option<Exception>,
    pub(crate) at: Moment,
}

impl Ask {
    /// The same at another moment.
    #[must_use]
    pub fn at(self, at: Timestamp) -> Self {
        Self { at: Moment::from(at), ..self }
    }
}

/// What is allowed although processing is restricted (Art. 18(2)); consented use is recognised without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exception {
    /// Storing it, and nothing else.
    Storage,
    /// For legal claims.
    LegalClaims,
    /// For somebody else's rights.
    OthersRights,
    /// For an important public interest.
    PublicInterest,
}

impl Exception {
    /// Every exception.
    pub const ALL: &'static [Self] =
        &[Self::Storage, Self::LegalClaims, Self::OthersRights, Self::PublicInterest];

    /// Its permanent name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Storage => "storage",
            Self::LegalClaims => "legal-claims",
            Self::OthersRights => "others-rights",
            Self::PublicInterest => "public-interest",
        }
    }
}

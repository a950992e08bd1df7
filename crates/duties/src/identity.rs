//! How a person shows that an address is theirs: a link by mail, opened with a button.
//!
//! Contract: asking answers the same, with the same work, for known and unknown addresses; a link is
//! 256 bits of randomness, kept as its SHA-256, valid for half an hour and once. Looking at a link
//! changes nothing (mail scanners follow links); opening it makes the address a verified identifier.

mod erased;
mod link;
mod session;

use jiff::{SignedDuration, Timestamp};
use texts::texts;
use uuid::Uuid;

use crate::error::Error;
pub(crate) use erased::erased;
pub use erased::was_erased;
pub use link::{ask_link, open_link, peek_link};
pub use session::{person, sign_out};

/// How long a link is good for.
pub const LINK_LASTS: SignedDuration = SignedDuration::from_mins(30);
/// How long a person stays signed in.
pub const SESSION_LASTS: SignedDuration = SignedDuration::from_hours(2);

/// Why no link was sent. Says nothing about whether the address is known.
#[derive(Debug, thiserror::Error)]
pub enum NotAsked {
    /// What was typed is no mail address.
    #[error("this is not a mail address")]
    NotAnAddress,
    /// Too many links in a short time, for this address or at all.
    #[error("too many links were asked for in a short time")]
    TooMany,
    /// Something beneath failed.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// What a link is worth now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// It can be opened.
    Valid,
    /// It was opened before.
    Used,
    /// Its half hour is over.
    Expired,
    /// There never was such a link here, or it was changed on the way.
    Unknown,
}

impl LinkState {
    /// The sentence that helps, in the person's language.
    #[must_use]
    pub fn say(self, lang: &str) -> String {
        let words = texts(lang);
        match self {
            Self::Valid => words.say("link-valid"),
            Self::Used => words.say("link-used"),
            Self::Expired => words.with("link-expired", &[("minutes", LINK_LASTS.as_mins().into())]),
            Self::Unknown => words.say("link-unknown"),
        }
    }
}

/// Why a link did not open.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// It is used, expired or unknown: never `Valid`.
    #[error("the link cannot be opened")]
    Link(LinkState),
    /// Something beneath failed; the link is as good as before.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// A person's session, as it is given out once.
pub struct PersonSession {
    /// Goes into the cookie; kept here only as its SHA-256.
    pub token: String,
    /// When it ends.
    pub expires: Timestamp,
    /// The language the link was asked for in.
    pub lang: String,
}

/// A signed-in person.
#[derive(Debug, Clone)]
pub struct Person {
    /// The subject.
    pub subject: Uuid,
    /// The language of their mails and pages.
    pub lang: String,
    /// When the session ends.
    pub expires: Timestamp,
}

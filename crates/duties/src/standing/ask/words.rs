//! The words of a question and of its answer: the same whether they come by HTTP, by a proxy or on the command line.
//!
//! Contract: a word that is none of those it may be is refused with its condition's name, never dropped; what is said of
//! it does not hold what was written.

use jiff::Timestamp;
use policy::Channel;
use serde::Serialize;
use uuid::Uuid;

use super::{Answer, Exception};

/// A condition with a word that is none of those it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` must be {expected}")]
pub struct NoSuch {
    /// The condition.
    pub name: &'static str,
    /// What it may be.
    pub expected: &'static str,
}

/// How the person is reached.
///
/// # Errors
/// [`NoSuch`], as for each of these.
pub fn channel(word: Option<&str>) -> Result<Option<Channel>, NoSuch> {
    known("channel", "a channel, such as `email`, `sms` or `post`", word, Channel::parse)
}

/// Why a restriction would not stand in the way (Art. 18(2)).
///
/// # Errors
/// [`NoSuch`].
pub fn exception(word: Option<&str>) -> Result<Option<Exception>, NoSuch> {
    let expected = "`storage`, `legal-claims`, `others-rights` or `public-interest`";
    known("exception", expected, word, |word| {
        Exception::ALL.iter().copied().find(|exception| exception.id() == word)
    })
}

/// Where the people of an audience live. Countries of which no law is known here are not told apart, so nobody can be
/// asked for by them.
///
/// # Errors
/// [`NoSuch`].
pub fn country(word: Option<&str>) -> Result<Option<String>, NoSuch> {
    let expected = "a country whose law is known here, by its two letters, such as `NO`";
    known("country", expected, word, |word| {
        Some(word.to_ascii_uppercase()).filter(|code| policy::law::countries().contains(&code.as_str()))
    })
}

/// A person or a record by id.
///
/// # Errors
/// [`NoSuch`].
pub fn id(name: &'static str, word: &str) -> Result<Uuid, NoSuch> {
    Uuid::try_parse(word).map_err(|_| NoSuch { name, expected: "a UUID" })
}

/// A moment.
///
/// # Errors
/// [`NoSuch`].
pub fn time(name: &'static str, word: &str) -> Result<Timestamp, NoSuch> {
    word.parse().map_err(|_| NoSuch { name, expected: "a time such as `2026-11-30T12:00:00Z`" })
}

fn known<T>(
    name: &'static str,
    expected: &'static str,
    word: Option<&str>,
    find: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, NoSuch> {
    word.map(|word| find(word).ok_or(NoSuch { name, expected })).transpose()
}

/// An answer as it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Whether the use is allowed.
    pub allow: bool,
    /// Why, by its permanent name.
    pub reason: &'static str,
    /// The article it follows from.
    pub article: &'static str,
    /// What would change it.
    pub remedy: &'static str,
    /// The place in the policy that it follows from.
    pub place: Option<String>,
    /// The policy it was decided by: its hash, in hexadecimal digits.
    pub policy: String,
    /// How many entries of the ledger it was made from; none: from the ledger itself.
    pub position: Option<u64>,
    /// The moment it is about.
    pub at: String,
}

impl From<Answer> for Told {
    fn from(answer: Answer) -> Self {
        let reason = answer.decision.reason;
        Self {
            allow: answer.decision.allow,
            reason: reason.id(),
            article: reason.article(),
            remedy: reason.remedy().id(),
            place: answer.place,
            policy: policy::hex(&answer.decision.policy),
            position: answer.position,
            at: answer.at.to_string(),
        }
    }
}

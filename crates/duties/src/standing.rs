//! What a person's data may be used for now: the ledger's entries as facts for the gate, and the choices that change
//! them at once.
//!
//! Contract: a choice is one entry; from the moment it is durable the next decision follows it (Art. 7(3), 21(3)). A
//! decision as of a past time is made from the entries up to then, so it still answers as it did (SO-13).
//!
//! One person has few entries, so for a page they are folded when asked. For the company's own code everyone's standing
//! is in memory ([`live`]), and follows the ledger.
//!
//! Absences: no table of its own; the table `standing` stays empty.

pub mod ask;
pub mod audience;
mod choose;
mod facts;
pub mod live;
mod pending;

use gate::{Decision, Question, Standing};
use jiff::Timestamp;
use uuid::Uuid;

pub use choose::withdraw;
pub(crate) use choose::{Choice, entries_back, entries_for, overridden};
pub use pending::{Waiting, settle, waiting};

use crate::Service;
use crate::error::Error;

/// What the ledger says now about one person.
///
/// # Errors
/// [`Error::Db`], where the database does not answer: then nothing is allowed.
pub async fn of(service: &Service, subject: Uuid) -> Result<Standing, Error> {
    as_of(service, subject, service.now()).await
}

/// What the ledger said at a moment.
///
/// # Errors
/// As [`of`].
pub async fn as_of(service: &Service, subject: Uuid, at: Timestamp) -> Result<Standing, Error> {
    let entries = db::entries::list_of(&service.db, &service.name, subject).await?;
    let until: Vec<_> = entries.into_iter().filter(|entry| entry.facts.at <= at).collect();
    Ok(Standing::fold(&facts::of(&until)))
}

/// Whether a person's data may be used for a purpose at a moment.
///
/// # Errors
/// As [`of`].
pub async fn decide(
    service: &Service,
    subject: Uuid,
    purpose: &str,
    at: Timestamp,
) -> Result<Decision, Error> {
    let standing = as_of(service, subject, at).await?;
    Ok(gate::decide(&service.rules(), &standing, &Question::about(purpose, at)))
}

/// The standing after these entries of one person.
pub(crate) fn fold(entries: &[db::entries::Entry]) -> Standing {
    Standing::fold(&facts::of(entries))
}

/// What one purpose may do with a person's data now.
#[derive(Debug, Clone)]
pub struct Use {
    /// The purpose's name.
    pub purpose: String,
    /// What it is, in words.
    pub title: String,
    /// Whether it is allowed, and why.
    pub decision: Decision,
    /// The reason in words.
    pub says: String,
    /// Whether the person can take a consent back here.
    pub can_withdraw: bool,
}

/// Every purpose that was ever put to this person, in the policy's order, with what it may do now.
///
/// # Errors
/// As [`of`].
pub async fn uses(service: &Service, subject: Uuid, lang: &str) -> Result<Vec<Use>, Error> {
    let (standing, words) = (of(service, subject).await?, texts::texts(service.language(lang)));
    let rules = service.rules();
    let put = service.policy.purposes.iter().filter(|purpose| {
        let name = &purpose.name;
        standing.consents.contains_key(name)
            || standing.collected.iter().any(|collected| collected.purposes.contains(name))
    });
    let told = put.map(|purpose| {
        let decision = gate::decide(&rules, &standing, &Question::about(&purpose.name, service.now()));
        let active = standing.consents.get(&purpose.name).is_some_and(|given| given.is_active(service.now()));
        Use {
            purpose: purpose.name.clone(),
            title: purpose.why.get(words.lang()).to_owned(),
            decision,
            says: words.say(&format!("standing-{}", decision.reason.id())),
            can_withdraw: active,
        }
    });
    Ok(told.collect())
}

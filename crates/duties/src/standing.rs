//! What a person's data may be used for now: the ledger's entries as facts for the gate, and the choices that change
//! them at once.
//!
//! Contract: a choice is one entry; from the moment it is durable the next decision follows it (Art. 7(3), 21(3)). A
//! decision as of a past time is made from the entries up to then, so it still answers as it did (SO-13).
//!
//! One person has few entries: their standing is folded from the ledger when asked, so a decision never lags. Questions
//! about many people are answered from the stored standing, which follows the ledger (`stored`); the two are the same
//! by test, and `abide doctor` compares them. For the company's own code everyone's standing is in memory ([`live`]),
//! and follows the ledger too.

pub mod ask;
pub mod audience;
mod choose;
mod expiry;
mod facts;
mod history;
pub mod live;
mod pending;
mod rows;
mod stored;

use gate::{Decision, Question, Standing};
use jiff::Timestamp;
use uuid::Uuid;

pub use choose::withdraw;
pub(crate) use choose::{Choice, entries_back, entries_for, overridden};
pub use expiry::expire;
pub(crate) use history::{Since, moved, since};
pub use pending::{Waiting, settle, waiting};
pub use stored::{Followed, follow, follow_up_to, how_far, rebuild};

use crate::Service;
use crate::error::Error;

/// What the ledger says now about one person: all of it, whatever the clock says. A withdrawal that is durable counts
/// also when the clock was set back since.
///
/// # Errors
/// [`Error::Db`], where the database does not answer: then nothing is allowed.
pub async fn of(service: &Service, subject: Uuid) -> Result<Standing, Error> {
    Ok(fold(&db::entries::list_of(&service.db, &service.name, subject).await?))
}

/// What the ledger said at a moment; one that has not passed is now.
///
/// # Errors
/// As [`of`].
pub async fn as_of(service: &Service, subject: Uuid, at: Timestamp) -> Result<Standing, Error> {
    if at >= service.now() {
        return of(service, subject).await;
    }
    let entries = db::entries::list_of(&service.db, &service.name, subject).await?;
    let until: Vec<_> = entries.into_iter().filter(|entry| entry.facts.at <= at).collect();
    Ok(fold(&until))
}

/// The standing after these entries of one person.
pub(crate) fn fold(entries: &[db::entries::Entry]) -> Standing {
    let facts = facts::of(entries);
    Standing::fold(facts.iter().map(|(_, fact)| fact))
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

/// The rows the stored standing has of a person once it has followed so far.
#[must_use]
pub fn expected(service: &str, entries: &[db::entries::Entry], stood: u64) -> Vec<db::standing::StandingRow> {
    rows::left(service, entries, stood)
}

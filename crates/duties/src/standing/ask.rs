//! Questions of the company's own code, and their answers: from memory, or from the ledger where that is asked for.

mod words;

use gate::{Decision, Gate, Question, Standing};
pub use gate::{Exception, Reason, Remedy};
use jiff::Timestamp;
use policy::Channel;
use uuid::Uuid;

use super::facts;
use crate::error::Error;
use crate::service::Service;

pub use words::{NoSuch, Told, channel, country, exception, id, time};

/// A question, in the policy's names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// About whom.
    pub subject: Uuid,
    /// For which purpose.
    pub purpose: String,
    /// With which field (`contact.email`) or category.
    pub category: Option<String>,
    /// Giving it to whom.
    pub recipient: Option<String>,
    /// Reaching the person by which channel.
    pub channel: Option<Channel>,
    /// With the data of one record only, by the entry that tells of it.
    pub record: Option<Uuid>,
    /// Why a restriction would not stand in the way.
    pub exception: Option<Exception>,
    /// As of a past moment; none: now.
    pub at: Option<Timestamp>,
    /// From the ledger itself rather than from memory.
    pub consistent: bool,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Whether the use is allowed, why, and by which policy.
    pub decision: Decision,
    /// The place in the policy that it follows from.
    pub place: Option<String>,
    /// How many entries of the ledger it was made from; none: from the ledger itself, as it was then.
    pub position: Option<u64>,
    /// The moment it is about.
    pub at: Timestamp,
}

impl Asked {
    /// About a purpose, now.
    #[must_use]
    pub fn about(subject: Uuid, purpose: &str) -> Self {
        Self {
            subject,
            purpose: purpose.to_owned(),
            category: None,
            recipient: None,
            channel: None,
            record: None,
            exception: None,
            at: None,
            consistent: false,
        }
    }

    fn question(&self, now: Timestamp) -> Question<'_> {
        Question {
            purpose: &self.purpose,
            category: self.category.as_deref(),
            recipient: self.recipient.as_deref(),
            channel: self.channel,
            record: self.record.map(Uuid::into_bytes),
            exception: self.exception,
            at: self.at.unwrap_or(now),
        }
    }

    /// Whether only the ledger can answer it.
    const fn needs_the_ledger(&self) -> bool {
        self.consistent || self.at.is_some() || self.record.is_some()
    }

    fn answer(&self, decision: Decision, position: Option<u64>, at: Timestamp) -> Answer {
        let place = decision.reason.part().place(&self.purpose, self.recipient.as_deref());
        Answer { decision, place, position, at }
    }
}

/// Answers questions, in their order. Those from memory are all of one state and one policy.
///
/// # Errors
/// [`Error::Db`], where a question needs the ledger and it cannot be read: then nothing is allowed.
pub async fn answers(service: &Service, asked: &[Asked]) -> Result<Vec<Answer>, Error> {
    let now = service.now();
    let mut all = from_memory(service, asked, now);
    for (answer, asked) in all.iter_mut().zip(asked).filter(|(_, asked)| asked.needs_the_ledger()) {
        *answer = from_the_ledger(service, asked, now).await?;
    }
    Ok(all)
}

fn from_memory(service: &Service, asked: &[Asked], now: Timestamp) -> Vec<Answer> {
    let gate = service.live.gate();
    let one = |asked: &Asked| match gate.as_ref() {
        Some(gate) => asked.answer(in_memory(gate, asked, now), Some(gate.position()), now),
        None => {
            let policy = service.policy.hash;
            asked.answer(Decision { allow: false, reason: Reason::Stale, policy }, Some(0), now)
        }
    };
    asked.iter().map(one).collect()
}

/// The reasons for many people, from one state and one policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfEach {
    /// The policy they were decided by: its hash.
    pub policy: [u8; 32],
    /// How many entries of the ledger were seen; none: the ledger itself was read.
    pub position: Option<u64>,
    /// The moment they are about.
    pub at: Timestamp,
    /// A reason for each, in their order.
    pub reasons: Vec<Reason>,
}

/// Answers one question about many people, in their order.
///
/// # Errors
/// As [`answers`].
pub async fn answers_of(service: &Service, asked: &Asked, subjects: &[Uuid]) -> Result<OfEach, Error> {
    let now = service.now();
    if !asked.needs_the_ledger() {
        return Ok(of_each(service, asked, subjects, now));
    }
    let mut reasons = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let asked = Asked { subject: *subject, ..asked.clone() };
        reasons.push(from_the_ledger(service, &asked, now).await?.decision.reason);
    }
    let at = asked.at.unwrap_or(now);
    Ok(OfEach { policy: service.policy.hash, position: None, at, reasons })
}

fn of_each(service: &Service, asked: &Asked, subjects: &[Uuid], now: Timestamp) -> OfEach {
    let held = service.live.gate();
    let Some(gate) = held.as_ref() else {
        let reasons = vec![Reason::Stale; subjects.len()];
        return OfEach { policy: service.policy.hash, position: Some(0), at: now, reasons };
    };
    let reasons = match gate.rules().ask(&asked.question(now)) {
        Ok(ask) => subjects.iter().map(|subject| gate.decide_for(&ask, subject.as_bytes()).reason).collect(),
        Err(reason) => vec![reason; subjects.len()],
    };
    OfEach { policy: gate.rules().policy, position: Some(gate.position()), at: now, reasons }
}

fn in_memory(gate: &Gate, asked: &Asked, now: Timestamp) -> Decision {
    match gate.rules().ask(&asked.question(now)) {
        Ok(ask) => gate.decide_for(&ask, asked.subject.as_bytes()),
        Err(reason) => Decision { allow: false, reason, policy: gate.rules().policy },
    }
}

/// By the entries up to the moment in question, under the policy in force now.
async fn from_the_ledger(service: &Service, asked: &Asked, now: Timestamp) -> Result<Answer, Error> {
    let entries = db::entries::list_of(&service.db, &service.name, asked.subject).await?;
    let question = asked.question(now);
    let standing = match asked.at {
        Some(at) => Standing::as_of(facts::of(&entries).iter().map(|(_, fact)| fact), at),
        None => super::fold(&entries),
    };
    Ok(asked.answer(gate::decide(&service.rules(), &standing, &question), None, question.at))
}

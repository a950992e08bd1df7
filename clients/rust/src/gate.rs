//! The gate, as it is reached over HTTP.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::{Audience, Filters};
use crate::error::{Error, Problem};
use crate::kept::{BEHIND, Clock, Kept};
use crate::wire::Wire;
use crate::words::{Answer, Conditions, Consent, Disclosed, Reason, Recorded, Remedy};

/// How many people one call may ask about.
const MOST: usize = 10_000;

/// How a gate is reached.
pub struct Options {
    /// How long an answer may be used again; at most a second. Zero: never.
    pub ttl: Duration,
    /// How long an answer is waited for, and each piece of a stream.
    pub timeout: Duration,
    /// The time since some moment; never goes back.
    pub clock: Box<dyn Fn() -> Duration + Send + Sync>,
}

impl Default for Options {
    fn default() -> Self {
        let begun = Instant::now();
        let clock: Clock = Box::new(move || begun.elapsed());
        Self { ttl: BEHIND, timeout: Duration::from_secs(2), clock }
    }
}

/// A gate. Threads may share it.
pub struct Gate {
    wire: Wire,
    kept: Kept,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<Uuid>,
    purpose: &'a str,
    #[serde(flatten)]
    conditions: Conditions,
}

#[derive(Serialize)]
struct Batch<'a> {
    question: Question<'a>,
    subjects: &'a [Uuid],
}

#[derive(Deserialize)]
struct BatchAnswer {
    policy: String,
    position: Option<u64>,
    at: String,
    reasons: BTreeMap<String, Meaning>,
    answers: Vec<String>,
}

#[derive(Deserialize)]
struct Meaning {
    allow: bool,
    article: String,
    remedy: Remedy,
    place: Option<String>,
}

#[derive(Serialize)]
struct Disclosure<'a> {
    subject: Uuid,
    recipient: &'a str,
    purpose: &'a str,
}

#[derive(Deserialize)]
struct Count {
    count: u64,
}

impl Gate {
    /// At Abide's address, with a token that `abide token add` made.
    #[must_use]
    pub fn new(base: &str, token: &str) -> Self {
        Self::with(base, token, Options::default())
    }

    /// The same otherwise.
    #[must_use]
    pub fn with(base: &str, token: &str, options: Options) -> Self {
        Self { wire: Wire::new(base, token, options.timeout), kept: Kept::new(options.ttl, options.clock) }
    }

    /// Whether one use is allowed.
    ///
    /// # Errors
    /// [`Problem`], where the question or the token is wrong.
    pub fn decide(&self, subject: Uuid, purpose: &str, conditions: &Conditions) -> Result<Answer, Problem> {
        let mut conditions = conditions.clone();
        conditions.consistent |= self.kept.wrote(subject);
        let question = Question { subject: Some(subject), purpose, conditions };
        let key = serde_json::to_string(&question).unwrap_or_default();
        if let Some(kept) = self.kept.find(&key) {
            return Ok(kept);
        }
        let asked = self.kept.now();
        let answer =
            or_denied(self.wire.post("/v1/decide", &question, None))?.unwrap_or_else(Answer::unavailable);
        self.kept.keep(key, subject, &answer, asked);
        Ok(answer)
    }

    /// The same about many people, asked in parts; each part is answered from one state.
    ///
    /// # Errors
    /// [`Problem`], where the question or the token is wrong.
    pub fn decide_many(
        &self,
        subjects: &[Uuid],
        purpose: &str,
        conditions: &Conditions,
    ) -> Result<HashMap<Uuid, Answer>, Problem> {
        let (written, others): (Vec<Uuid>, Vec<Uuid>) =
            subjects.iter().copied().partition(|subject| self.kept.wrote(*subject));
        let mut answers = HashMap::with_capacity(subjects.len());
        for (some, consistent) in [(others, false), (written, true)] {
            let conditions =
                Conditions { consistent: consistent || conditions.consistent, ..conditions.clone() };
            for part in some.chunks(MOST) {
                let question = Question { subject: None, purpose, conditions: conditions.clone() };
                let told =
                    or_denied(self.wire.post("/v1/decide/batch", &Batch { question, subjects: part }, None))?;
                self.put(&mut answers, part, told.as_ref());
            }
        }
        Ok(answers)
    }

    fn put(&self, answers: &mut HashMap<Uuid, Answer>, part: &[Uuid], told: Option<&BatchAnswer>) {
        if let Some((told, position)) = told.and_then(|told| Some((told, told.position?))) {
            self.kept.saw(position, &told.policy);
        }
        for (at, subject) in part.iter().enumerate() {
            let answer = told.and_then(|told| told.answer(at)).unwrap_or_else(Answer::unavailable);
            answers.insert(*subject, answer);
        }
    }

    /// Everyone who may be used for a purpose now.
    ///
    /// # Errors
    /// [`Error`]; also as an item, where the stream breaks off: then it was not the whole audience.
    pub fn audience(&self, purpose: &str, filters: &Filters) -> Result<Audience, Error> {
        let answer = self.wire.stream(&audience(purpose), &filters.pairs())?;
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok());
        if let Some(position) = header("abide-position").and_then(|text| text.parse().ok()) {
            self.kept.saw(position, header("abide-policy").unwrap_or_default());
        }
        Ok(Audience::of(answer.into_body().into_reader()))
    }

    /// How many they are.
    ///
    /// # Errors
    /// [`Error`].
    pub fn count(&self, purpose: &str, filters: &Filters) -> Result<u64, Error> {
        let query = [filters.pairs(), vec![("count", "only")]].concat();
        Ok(self.wire.get::<Count>(&audience(purpose), &query)?.count)
    }

    /// The declared fields of somebody for a recipient; the ledger has the disclosure before they arrive here.
    ///
    /// # Errors
    /// [`Error`]; a denial is a [`Problem`] whose code is the reason.
    pub fn disclose(&self, subject: Uuid, recipient: &str, purpose: &str) -> Result<Disclosed, Error> {
        self.wire.post("/v1/disclose", &Disclosure { subject, recipient, purpose }, None)
    }

    /// Records what somebody said; durable before this returns. With an idempotency key it may be sent again after a
    /// failure and is recorded once.
    ///
    /// # Errors
    /// [`Error`]; where it is [`Error::Unavailable`] it may have been recorded all the same.
    pub fn record_consent(
        &self,
        consent: &Consent,
        idempotency_key: Option<&str>,
    ) -> Result<Recorded, Error> {
        self.kept.writes(consent.subject);
        let done = self.wire.post("/v1/consents", consent, idempotency_key);
        self.kept.writes(consent.subject);
        done
    }

    /// Drops what is kept about somebody, or everything: after a write of your own another way.
    pub fn forget(&self, subject: Option<Uuid>) {
        self.kept.forget(subject);
    }
}

impl BatchAnswer {
    fn answer(&self, at: usize) -> Option<Answer> {
        let reason = self.answers.get(at)?;
        let meaning = self.reasons.get(reason)?;
        Some(Answer {
            allow: meaning.allow,
            reason: Reason::ALL
                .iter()
                .copied()
                .find(|known| known.as_str() == reason)
                .unwrap_or(Reason::Other),
            article: meaning.article.clone(),
            remedy: meaning.remedy,
            place: meaning.place.clone(),
            policy: self.policy.clone(),
            position: self.position,
            at: self.at.clone(),
        })
    }
}

/// None: no answer could be had.
fn or_denied<T>(asked: Result<T, Error>) -> Result<Option<T>, Problem> {
    match asked {
        Ok(answer) => Ok(Some(answer)),
        Err(Error::Unavailable(_)) => Ok(None),
        Err(Error::Problem(problem)) => Err(problem),
    }
}

/// A purpose is a name of the policy's; whatever else it holds must not become part of the address.
fn audience(purpose: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let spelled: String = purpose
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    format!("/v1/audience/{spelled}")
}

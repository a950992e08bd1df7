//! A question as it is sent. A key that is not known is refused, never dropped: who misspells a condition must not get
//! an answer without it.

use duties::standing::ask::{Answer, Asked, Exception};
use jiff::Timestamp;
use policy::Channel;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use axum::http::StatusCode;

use super::problem::Problem;

/// What is asked, besides of whom.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sent {
    pub subject: Option<String>,
    pub purpose: String,
    pub category: Option<String>,
    pub recipient: Option<String>,
    pub channel: Option<String>,
    pub record: Option<String>,
    pub exception: Option<String>,
    pub at: Option<String>,
    #[serde(default)]
    pub consistent: bool,
}

impl Sent {
    /// The question about one subject.
    pub fn about(&self, subject: Uuid) -> Result<Asked, Problem> {
        Ok(Asked {
            category: self.category.clone(),
            recipient: self.recipient.clone(),
            channel: self.channel.as_deref().map(channel).transpose()?,
            record: self.record.as_deref().map(|id| uuid("record", id)).transpose()?,
            exception: self.exception.as_deref().map(exception).transpose()?,
            at: self.at.as_deref().map(|text| time("at", text)).transpose()?,
            consistent: self.consistent,
            ..Asked::about(subject, &self.purpose)
        })
    }
}

pub(crate) fn channel(name: &str) -> Result<Channel, Problem> {
    Channel::parse(name)
        .ok_or_else(|| Problem::value("channel", "a channel, such as `email`, `sms` or `post`"))
}

fn exception(name: &str) -> Result<Exception, Problem> {
    let known = Exception::ALL.iter().copied().find(|exception| exception.id() == name);
    known.ok_or_else(|| {
        Problem::value("exception", "`storage`, `legal-claims`, `others-rights` or `public-interest`")
    })
}

pub(crate) fn time(name: &str, text: &str) -> Result<Timestamp, Problem> {
    text.parse().map_err(|_| Problem::value(name, "a time such as `2026-11-30T12:00:00Z`"))
}

pub(crate) fn uuid(name: &str, text: &str) -> Result<Uuid, Problem> {
    Uuid::try_parse(text).map_err(|_| Problem::value(name, "a UUID"))
}

/// The JSON of a body.
pub(crate) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(body).map_err(|error| {
        // the message names keys and places, never what stood there
        let detail = match error.classify() {
            serde_json::error::Category::Data if error.to_string().starts_with("unknown field") => {
                format!("a key is not known, at line {} column {}", error.line(), error.column())
            }
            serde_json::error::Category::Data if error.to_string().starts_with("missing field") => {
                error.to_string()
            }
            _ => format!("no such JSON as is asked for, at line {} column {}", error.line(), error.column()),
        };
        Problem::new(StatusCode::BAD_REQUEST, "question", detail)
    })
}

/// An answer as it is sent.
#[derive(Debug, Serialize)]
pub(crate) struct Told {
    pub allow: bool,
    pub reason: &'static str,
    pub article: &'static str,
    pub remedy: &'static str,
    pub place: Option<String>,
    pub policy: String,
    pub position: Option<u64>,
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
            policy: hex(&answer.decision.policy),
            position: answer.position,
            at: answer.at.to_string(),
        }
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

//! A question as it is sent. A key that is not known is refused, never dropped: who misspells a condition must not get
//! an answer without it.

use duties::standing::ask::{self, Asked, NoSuch};
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
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
            channel: ask::channel(self.channel.as_deref())?,
            record: self.record.as_deref().map(|id| uuid("record", id)).transpose()?,
            exception: ask::exception(self.exception.as_deref())?,
            at: self.at.as_deref().map(|text| time("at", text)).transpose()?,
            consistent: self.consistent,
            ..Asked::about(subject, &self.purpose)
        })
    }
}

pub(crate) fn time(name: &'static str, text: &str) -> Result<Timestamp, Problem> {
    Ok(ask::time(name, text)?)
}

pub(crate) fn uuid(name: &'static str, text: &str) -> Result<Uuid, Problem> {
    Ok(ask::id(name, text)?)
}

impl From<NoSuch> for Problem {
    fn from(NoSuch { name, expected }: NoSuch) -> Self {
        Self::value(name, expected)
    }
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

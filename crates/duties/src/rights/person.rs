//! The person's side of a request: their list, one request, taking it back, writing, fetching the answer.

use uuid::Uuid;

use super::{Error, PersonRequest, RequestSummary, Result};
use crate::Service;

/// A file to send to the browser.
#[derive(Clone, Debug)]
pub struct Download {
    /// The name to save it under; no personal data.
    pub file_name: String,
    /// Its media type.
    pub media: &'static str,
    /// Its bytes. Personal data.
    pub bytes: Vec<u8>,
}

/// The person's requests, the latest first.
pub async fn list_for(service: &Service, subject: Uuid, lang: &str) -> Result<Vec<RequestSummary>> {
    let _ = (service, subject, lang);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// One request of the person. Somebody else's looks like one that does not exist.
pub async fn get_for(service: &Service, subject: Uuid, id: Uuid, lang: &str) -> Result<PersonRequest> {
    let _ = (service, subject, id, lang);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// Adds the person's message to the conversation.
pub async fn write_for(service: &Service, subject: Uuid, id: Uuid, text: &str) -> Result<()> {
    let _ = (service, subject, id, text);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// Takes the request back; possible until it runs.
pub async fn withdraw_for(service: &Service, subject: Uuid, id: Uuid) -> Result<()> {
    let _ = (service, subject, id);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// The answer's zip. Refused once expired, whoever asks; each fetch is an entry.
pub async fn answer_for(service: &Service, subject: Uuid, id: Uuid) -> Result<Download> {
    let _ = (service, subject, id);
    Err(Error::Unfinished("not built yet".to_owned()))
}

//! Receipts: the proof of what was recorded, for the one it is about. Verifies offline.
//!
//! Absences: nobody else's receipt can be told apart from one that never was.

use document::Document;
use ledger::Receipt;
use uuid::Uuid;

use crate::error::Error;
use crate::service::Service;

/// Who asks for a receipt.
#[derive(Clone, Copy)]
pub enum Reader<'a> {
    /// A signed-in person.
    Person(Uuid),
    /// Whoever has the view token of the redirect or of the mail.
    Token(&'a str),
}

/// A receipt in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The receipt's id: that of its entry.
    pub id: Uuid,
    /// When it happened.
    pub at: jiff::Timestamp,
    /// What happened.
    pub kind: ledger::Kind,
    /// The purpose, where there is one.
    pub purpose: Option<String>,
}

/// One receipt. Its proof is there as soon as a checkpoint that covers it is published.
///
/// # Errors
/// [`Error::NotFound`], also where it is somebody else's; [`Error::Erased`] after an erasure.
pub async fn get(service: &Service, id: Uuid, reader: Reader<'_>) -> Result<Receipt, Error> {
    todo!()
}

/// All receipts of a person, newest first.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn list(service: &Service, subject: Uuid) -> Result<Vec<Listed>, Error> {
    todo!()
}

/// The receipt as a page to read, in plain words.
#[must_use]
pub fn document(service: &Service, receipt: &Receipt, lang: &str) -> Document {
    todo!()
}

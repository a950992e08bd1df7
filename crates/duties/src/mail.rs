//! Mail: composed when queued, sealed in the outbox, delivered with leases and retries.
//!
//! Absences: no address and no text of a letter in a log, an error or a `Debug`.

pub mod mailer;

use uuid::Uuid;

use crate::error::Error;
use crate::service::Service;
pub use mailer::{Mail, Mailbox, Mailer, NotSent};

/// A letter to be queued: message ids of `mail.ftl`, in one language.
pub struct Letter<'a> {
    /// The address.
    pub to: &'a str,
    /// The language.
    pub lang: &'a str,
    /// The letter's name: `mail-<name>-subject`, `-because`, `-text`, `-action`, `-after`.
    pub name: &'a str,
    /// The values its messages take.
    pub values: &'a [(&'a str, String)],
    /// The page the one action leads to.
    pub link: Option<String>,
    /// The subject it concerns, so that an erasure finds it; `None` where nobody is known.
    pub subject: Option<Uuid>,
}

/// What a round of delivery did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Delivered {
    /// Taken over by the mail server.
    pub sent: usize,
    /// To be tried again later.
    pub later: usize,
    /// Given up.
    pub given_up: usize,
}

/// Composes and seals a letter for the outbox of a unit.
///
/// # Errors
/// [`Error`], where the service's mail key cannot be opened.
pub fn queue(service: &Service, letter: &Letter<'_>) -> Result<db::NewMail, Error> {
    todo!()
}

/// Sends what is due; each letter under a lease, so that two nodes do not send it twice.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn deliver_due(service: &Service, mailer: &dyn Mailer) -> Result<Delivered, Error> {
    todo!()
}

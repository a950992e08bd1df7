//! The way out for mail: the trait, the letter, and a mailbox in memory for the demo and tests.
//! SMTP is the binary's adapter. A letter's `Debug` shows no address and no text.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Mutex;

/// One letter, ready to send: plain text and simple HTML that say the same.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mail {
    /// The id of the outbox row; the Message-ID is built from it, so a repeat is recognisable.
    pub id: uuid::Uuid,
    /// The recipient's address.
    pub to: String,
    /// The subject line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as simple HTML: no image, no tracking, no style sheet from elsewhere.
    pub html: String,
}

impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A letter was not taken over. The reason must name no person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// Try again later: the server is away or busy.
    #[error("the mail server did not take the letter over for now: {0}")]
    Later(String),
    /// Never try again: the server refused this letter for good.
    #[error("the mail server refused the letter: {0}")]
    Never(String),
}

/// What sends mail.
pub trait Mailer: Send + Sync {
    /// Returns once the letter is taken over by the next server.
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>>;
}

/// A mailbox in memory: the demo shows it as a page, tests read from it.
#[derive(Default)]
pub struct Mailbox {
    letters: Mutex<Vec<Mail>>,
}

impl Mailbox {
    /// All letters so far, oldest first.
    #[must_use]
    pub fn letters(&self) -> Vec<Mail> {
        self.lock().clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Mail>> {
        self.letters.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Mailer for Mailbox {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        let mut letters = self.lock();
        if !letters.iter().any(|known| known.id == mail.id) {
            letters.push(mail.clone());
        }
        Box::pin(async { Ok(()) })
    }
}

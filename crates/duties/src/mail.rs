//! Mail: composed when queued, sealed in the outbox, delivered with leases and retries.
//!
//! Absences: no address and no text of a letter in a log, an error or a `Debug`.

mod compose;
mod deliver;
pub mod mailer;

use uuid::Uuid;
use vault::Place;

use crate::error::Error;
use crate::keys::KEY_VERSION;
use crate::service::Service;
pub use db::outbox::GivenUp;
pub use deliver::{Delivered, deliver_due};
pub use mailer::{Mail, Mailbox, Mailer, NotSent};

/// A letter to be queued: message ids of `mail.ftl`, in one language.
pub struct Letter<'a> {
    /// The address.
    pub to: &'a str,
    /// The language.
    pub lang: &'a str,
    /// The letter's name: `mail-<name>-subject`, `-because`, `-text`, `-action`, `-after`.
    pub name: &'a str,
    /// The values its messages take; `controller` is filled in.
    pub values: &'a [(&'a str, String)],
    /// The page the one action leads to.
    pub link: Option<String>,
    /// The subject it concerns, so that an erasure finds it; `None` where nobody is known.
    pub subject: Option<Uuid>,
}

/// Composes and seals a letter for the outbox of a unit.
///
/// # Errors
/// [`Error`], where the service's mail key cannot be opened.
pub fn queue(service: &Service, letter: &Letter<'_>) -> Result<db::NewMail, Error> {
    let id = service.new_id();
    let mail = compose::compose(service, letter, id);
    let plain = zeroize::Zeroizing::new(serde_json::to_vec(&mail).map_err(|_| Error::Damaged("letter"))?);
    let sealed = service.keys.service_data()?.seal(&place(service, id), &plain, service.entropy.as_ref())?;
    let kind = letter.name.to_owned();
    Ok(db::NewMail {
        id,
        kind,
        subject: letter.subject,
        request: None,
        sealed,
        key_version: KEY_VERSION,
        at: service.now(),
    })
}

/// Where a letter is sealed.
fn place(service: &Service, id: Uuid) -> Place<'_> {
    Place { service: &service.name, table: "outbox", id, field: "mail" }
}

/// Letters that could not be delivered and are not tried any more, kind by kind: somebody was not told.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn given_up(service: &Service) -> Result<Vec<GivenUp>, Error> {
    Ok(db::outbox::given_up(&service.db, &service.name).await?)
}

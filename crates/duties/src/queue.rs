//! Requests that come while the database is behind what is published: nothing is signed, decided or read out then, but
//! withdrawals, objections and requests are taken in, and their clocks run from that moment.
//!
//! Contract: each waits in a file of its own, sealed, outside of the database and its backups; durable before it is
//! acknowledged. Once the database is whole again the address it came with is written to; when its person, signed in
//! under it, says that it was them, the request is opened as of the moment it came, once. What nobody stands by within
//! thirty days is forgotten.
//!
//! Absences: whether an address is known is not looked at when it is taken in, and never said.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{IdentifierKind, Place};
use zeroize::Zeroizing;

use crate::address::is_email;
use crate::error::Error;
use crate::mail::{self, Letter};
use crate::published::Published;
use crate::rights::{self, RequestKind};
use crate::service::Service;
use crate::subjects;

/// The folder of the queue's files.
const FOLDER: &str = "request";
/// The most that wait at once.
const MOST: usize = 10_000;
/// How long somebody may take to stand by what they sent.
const WAITS: SignedDuration = SignedDuration::from_hours(24 * 30);
/// The longest text, in characters.
const LONGEST: usize = 4000;

/// A request as it is typed.
#[derive(Clone)]
pub struct NewQueued {
    /// What is asked.
    pub kind: RequestKind,
    /// In the person's words.
    pub detail: String,
    /// The address to answer to.
    pub email: String,
    /// The language they were spoken to in.
    pub lang: String,
}

/// A request that waits.
#[derive(Clone, Serialize, Deserialize)]
pub struct Queued {
    /// Its id; later the request's.
    pub id: Uuid,
    /// What is asked.
    pub kind: RequestKind,
    /// In the person's words.
    pub detail: String,
    /// The address to answer to.
    pub email: String,
    /// The language they were spoken to in.
    pub lang: String,
    /// When it came: its clocks run from here.
    pub received_at: Timestamp,
    /// When the address was written to.
    pub asked_at: Option<Timestamp>,
}

/// Why a request was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum NotQueued {
    /// No mail address.
    #[error("this is not a mail address")]
    NotAnAddress,
    /// No words where there must be some, or too many.
    #[error("the words are missing or too long")]
    Text,
    /// Too many in a short time, or waiting.
    #[error("too many requests")]
    TooMany,
    /// There is no queue, or it cannot be written.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// Takes a request in; durable when this returns.
///
/// # Errors
/// [`NotQueued`]; nothing waits then.
pub async fn accept(service: &Service, new: NewQueued) -> Result<Queued, NotQueued> {
    let email = new.email.trim().to_owned();
    if !is_email(&email) {
        return Err(NotQueued::NotAnAddress);
    }
    let needed =
        matches!(new.kind, RequestKind::Rectification | RequestKind::Complaint | RequestKind::Question);
    let detail = new.detail.trim().to_owned();
    if (needed && detail.is_empty()) || detail.chars().count() > LONGEST {
        return Err(NotQueued::Text);
    }
    let queue = queue(service).ok_or(Error::NotFound("queue"))?;
    let address = vault::normalise(IdentifierKind::Email, &email).map_err(|_| NotQueued::NotAnAddress)?;
    let key = service.keys.index(IdentifierKind::Email)?.index(&address);
    let full = queue.list(FOLDER).await.map_err(Error::from)?.len() >= MOST;
    if full || !service.limits.forms.take(key, service.now()) {
        return Err(NotQueued::TooMany);
    }
    let waits = Queued {
        id: service.new_id(),
        kind: new.kind,
        detail,
        email,
        lang: service.language(&new.lang).to_owned(),
        received_at: service.now(),
        asked_at: None,
    };
    put(service, queue, &waits).await?;
    Ok(waits)
}

/// Everything that waits, the earliest first. A file that does not open is told of in the log and left where it is.
///
/// # Errors
/// [`Error`], where the queue or the service's key cannot be read.
pub async fn list(service: &Service) -> Result<Vec<Queued>, Error> {
    let Some(queue) = queue(service) else { return Ok(vec![]) };
    let key = service.keys.service_data()?;
    let mut all = vec![];
    for path in queue.list(FOLDER).await? {
        let Some(bytes) = queue.get(&path).await? else { continue };
        let id = path.rsplit('/').next().and_then(|name| name.parse().ok());
        // a file that was being written when the power went was never acknowledged
        let Some(id) = id else { continue };
        let plain = key.open(&place(service, id), &bytes).ok();
        match plain.and_then(|plain| serde_json::from_slice(&plain).ok()) {
            Some(one) => all.push(one),
            None => {
                tracing::error!(%id, "a waiting request cannot be read: its file was changed, or its key is gone")
            }
        }
    }
    all.sort_by_key(|one: &Queued| one.received_at);
    Ok(all)
}

/// Writes to each address that was not written to, and forgets what nobody stood by in time; how many letters.
///
/// # Errors
/// [`Error`], where something does not answer; what waits goes on waiting.
pub async fn settle(service: &Service) -> Result<usize, Error> {
    let Some(queue) = queue(service) else { return Ok(0) };
    let mut asked = 0;
    for one in list(service).await? {
        match one.asked_at {
            None => {
                ask(service, queue, one).await?;
                asked += 1;
            }
            Some(at) if at.checked_add(WAITS).is_ok_and(|end| end <= service.now()) => {
                remove(queue, one.id).await?;
            }
            Some(_) => {}
        }
    }
    Ok(asked)
}

/// What waits under a verified address of this person: whoever typed it may have been somebody else, so it counts once
/// they stand by it.
///
/// # Errors
/// As [`list`]; [`Error::Erased`].
pub async fn of(service: &Service, subject: Uuid) -> Result<Vec<Queued>, Error> {
    let waiting = list(service).await?;
    if waiting.is_empty() {
        return Ok(waiting);
    }
    let normal = |email: &str| vault::normalise(IdentifierKind::Email, email).ok();
    let known: Vec<_> =
        subjects::verified_emails(service, subject).await?.iter().filter_map(|one| normal(one)).collect();
    let theirs = |one: &Queued| normal(&one.email).is_some_and(|email| known.contains(&email));
    Ok(waiting.into_iter().filter(theirs).collect())
}

/// The person's word on what waits under their address: theirs, and opened as of the moment it came; or not, and gone.
/// What does not wait for them is not touched.
///
/// # Errors
/// As [`of`]; [`Error::Changed`], where the request cannot be opened as it is.
pub async fn answer(service: &Service, subject: Uuid, id: Uuid, theirs: bool) -> Result<(), Error> {
    let Some(queue) = queue(service) else { return Ok(()) };
    let Some(one) = of(service, subject).await?.into_iter().find(|one| one.id == id) else { return Ok(()) };
    if theirs {
        let received = (one.id, one.received_at);
        match rights::open_received(service, subject, one.kind, &one.detail, &one.lang, received).await {
            Ok(_) => {}
            Err(rights::Error::Failed(error)) => return Err(error),
            Err(_) => return Err(Error::Changed("request")),
        }
    }
    remove(queue, id).await
}

async fn remove(queue: &dyn Published, id: Uuid) -> Result<(), Error> {
    queue.remove(&path(id)).await?;
    Ok(queue.sync().await?)
}

/// The letter may go twice if the process ends in between; never not at all.
async fn ask(service: &Service, queue: &dyn Published, one: Queued) -> Result<(), Error> {
    let words = texts::texts(&one.lang);
    let zone = rights::clocks::zone(&service.policy);
    let values = [
        ("kind", one.kind.title(&one.lang)),
        ("when", words.date_time(one.received_at, &zone)),
        ("email", one.email.clone()),
    ];
    let link = Some(format!("{}/privacy", service.base_url));
    let letter =
        Letter { to: &one.email, lang: &one.lang, name: "queued", values: &values, link, subject: None };
    service.submit(service.unit().mail(mail::queue(service, &letter)?)).await?;
    put(service, queue, &Queued { asked_at: Some(service.now()), ..one }).await
}

fn queue(service: &Service) -> Option<&dyn Published> {
    service.queue.as_deref()
}

async fn put(service: &Service, queue: &dyn Published, one: &Queued) -> Result<(), Error> {
    let plain = Zeroizing::new(serde_json::to_vec(one).map_err(|_| Error::Damaged("waiting request"))?);
    let key = service.keys.service_data()?;
    let sealed = key.seal(&place(service, one.id), &plain, service.entropy.as_ref())?;
    queue.put(&path(one.id), &sealed).await?;
    Ok(queue.sync().await?)
}

fn path(id: Uuid) -> String {
    format!("{FOLDER}/{id}")
}

fn place(service: &Service, id: Uuid) -> Place<'_> {
    Place { service: &service.name, table: "queue", id, field: "request" }
}

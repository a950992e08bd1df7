//! A consent that is written down later than it was given must not undo what the person said in between.

use db::entries::Entry;
use jiff::Timestamp;
use ledger::Kind;
use uuid::Uuid;
use vault::SubjectKey;

use crate::entries;
use crate::error::Error;
use crate::service::Service;

/// Whether the person said something about a purpose after a moment.
///
/// # Errors
/// [`Error`], where the ledger or a body cannot be read.
pub(crate) async fn later_word(
    service: &Service,
    key: &SubjectKey,
    subject: Uuid,
    purpose: &str,
    than: Timestamp,
) -> Result<bool, Error> {
    let all = db::entries::list_of(&service.db, &service.name, subject).await?;
    for entry in all.iter().filter(|entry| about(entry, purpose)) {
        if said_at(service, key, entry).await? > than {
            return Ok(true);
        }
    }
    Ok(false)
}

fn about(entry: &Entry, purpose: &str) -> bool {
    let of_it = entry.facts.purpose.as_deref() == Some(purpose);
    match entry.facts.kind {
        Kind::ConsentGiven | Kind::ConsentRefused | Kind::ConsentWithdrawn => of_it,
        // against everything, or against this
        Kind::Objection | Kind::ObjectionWithdrawn => of_it || entry.facts.purpose.is_none(),
        _ => false,
    }
}

/// When it was said: before it was written down, where the sealed words tell so.
async fn said_at(service: &Service, key: &SubjectKey, entry: &Entry) -> Result<Timestamp, Error> {
    let said = entries::evidence(service, key, entry).await?;
    let stated = said.and_then(|said| said.given_at).and_then(|at| at.parse().ok());
    Ok(stated.unwrap_or(entry.facts.at))
}

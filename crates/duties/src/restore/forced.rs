//! Going on without what happened since: an explicit act that stands on the ledger and that every reader sees.

use ledger::Checkpoint;
use serde::Serialize;

use super::{Error, no_sessions, restored, take};
use crate::Service;
use crate::accountability;
use crate::published::CHECKPOINT;

/// What the entry says of it.
#[derive(Serialize)]
struct Forced<'a> {
    forced: bool,
    reason: &'a str,
    /// Entries the database has.
    database: u64,
    /// Entries that were published.
    published: u64,
    /// The checkpoint that is no longer continued, as it was signed.
    checkpoint: String,
}

/// Breaks the published ledger off where the database ends, and goes on from there. The checkpoint that is no longer
/// continued stays beside (`former/<size>`) and in the entry `restored`: whoever kept one can tell what is missing.
///
/// # Errors
/// [`Error::NotBehind`]; where the database or the published folder does not answer.
pub async fn force(service: &Service, reason: &str) -> Result<Checkpoint, Error> {
    let published = service.published.clone().ok_or(Error::NotBehind)?;
    let last = accountability::last_published(service).await?.ok_or(Error::NotBehind)?;
    let head = db::entries::head(&service.db, &service.name).await?;
    if head.size >= last.size {
        return Err(Error::NotBehind);
    }
    take(service).await?;
    let note = published.latest_checkpoint().await.map_err(crate::Error::from)?.unwrap_or_default();
    let former = format!("former/{}", last.size);
    published.put(&former, note.as_bytes()).await.map_err(crate::Error::from)?;
    published.sync().await.map_err(crate::Error::from)?;
    let forced = Forced { forced: true, reason, database: head.size, published: last.size, checkpoint: note };
    let unit = service.unit().entry(restored(service, &forced)?).writes(no_sessions(service));
    service.submit(unit).await?;
    published.remove(CHECKPOINT).await.map_err(crate::Error::from)?;
    accountability::publish(service).await?;
    Ok(last)
}

//! Identifiers under new index keys: whoever has the former key, or saw two databases side by side, follows nobody.
//!
//! May run while the service does, and be stopped anywhere: both hashes find, until the last is new.

use db::identifiers;
use uuid::Uuid;
use vault::IdentifierKind;

use super::{Identifier, opened};
use crate::error::Error;
use crate::keys::INDEXED;
use crate::service::Service;

/// Identifiers in one unit.
const PAGE: u32 = 256;

/// What a run did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reindexed {
    /// Identifiers that are hashed with a new key now and were not before.
    pub moved: u64,
    /// Whether the former keys are destroyed. They wait two hours, for what began before, and as long as anything is hashed
    /// with them.
    pub done: bool,
}

/// Goes on with a rotation that was begun, if there is one: for the hourly round.
///
/// # Errors
/// As [`rotate_indexes`].
pub(crate) async fn finish_rotation(service: &Service) -> Result<(), Error> {
    let begun = INDEXED.into_iter().map(|kind| service.keys.indexes(kind).map(|keys| keys.len() > 1));
    if begun.collect::<Result<Vec<bool>, Error>>()?.contains(&true) {
        rotate_indexes(service, &|_| {}).await?;
    }
    Ok(())
}

/// Gives every kind of identifier a new index key, or goes on where that was begun; `tell` hears how many identifiers more
/// are hashed with it.
///
/// # Errors
/// [`Error`], where a database or the key source does not answer; the next run goes on.
pub async fn rotate_indexes(service: &Service, tell: &(dyn Fn(u64) + Sync)) -> Result<Reindexed, Error> {
    let (mut count, mut done) = (0, true);
    for kind in INDEXED {
        let version = service.keys.next_index(kind, service.now(), service.entropy.as_ref()).await?;
        let mut after = Uuid::nil();
        loop {
            let page =
                identifiers::list_older(&service.db, &service.name, kind.as_str(), after, version, PAGE)
                    .await?;
            let Some(last) = page.last() else { break };
            after = last.id;
            let mut unit = service.unit();
            for row in &page {
                unit.writes.extend(moved(service, row).await?);
            }
            let moved = unit.writes.len() as u64;
            service.submit(unit).await?;
            tell(moved);
            count += moved;
        }
        done &=
            !is_older(service, kind, version).await? && service.keys.drop_former(kind, service.now()).await?;
    }
    Ok(Reindexed { moved: count, done })
}

/// Whether any row is hashed with an older key: of somebody who is being erased, or written meanwhile.
async fn is_older(service: &Service, kind: IdentifierKind, version: u32) -> Result<bool, Error> {
    let (db, name) = (&service.db, service.name.as_str());
    Ok(!identifiers::list_older(db, name, kind.as_str(), Uuid::nil(), version, 1).await?.is_empty())
}

/// The row under the newest key; none of somebody who is being erased.
async fn moved(service: &Service, row: &identifiers::Identifier) -> Result<Option<db::Write>, Error> {
    let key = match service.keys.data(row.subject).await {
        Err(Error::Erased) => return Ok(None),
        key => key?,
    };
    let Identifier { kind, value, .. } = opened(service, &key, row)?;
    let index = service.keys.index(kind)?;
    let blind = index.index(&vault::normalise(kind, &value)?);
    Ok(Some(identifiers::reindex(&service.name, row.id, row.index_version, &blind, index.version())))
}

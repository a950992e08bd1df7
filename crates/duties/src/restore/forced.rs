//! Going on without what happened since: an explicit act that stands on the ledger and that every reader sees.
//!
//! What tombstones say is done all the same. What was published beyond the place where the two ledgers part is put aside
//! (`former/<size>-<root>/`), and publishing goes on from that place. Stopped anywhere, the server stays closed, and the
//! same command goes on.

use std::collections::{BTreeMap, BTreeSet};

use ledger::Checkpoint;
use serde::Serialize;

use super::plan::{self, Plan};
use super::{Error, Held, Stones, ended, erase_again, no_sessions, restored, stores, take};
use crate::Service;
use crate::accountability;
use crate::published::Published;

/// What the entry says of it.
#[derive(Serialize)]
struct Said<'a> {
    forced: bool,
    reason: &'a str,
    /// Entries the database has.
    database: u64,
    /// Entries that were published.
    published: u64,
    /// Entries that both have.
    parted: u64,
    /// The checkpoint that is no longer continued, as it was signed.
    checkpoint: String,
    /// People who were erased again.
    erased: usize,
    /// Rows of people who were erased again, by store.
    stores: &'a BTreeMap<String, u64>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forced {
    /// Entries that were published.
    pub published: u64,
    /// Entries of these that the ledger goes on with.
    pub parted: u64,
    /// Where the end that is not continued was put.
    pub former: String,
    /// People who were erased again because a tombstone names them.
    pub erased: u64,
}

/// Breaks the published ledger off where the database parts from it, and goes on from there. The checkpoint that is no
/// longer continued stays beside and in the entry `restored`: whoever kept one can tell what is missing.
///
/// # Errors
/// [`Error::NotBehind`]; where a database, a store or the published folder does not answer.
pub async fn force(service: &Service, reason: &str) -> Result<Forced, Error> {
    let published = service.published.clone().ok_or(Error::NotBehind)?;
    let published = published.as_ref();
    let last = accountability::last_published(service).await?.ok_or(Error::NotBehind)?;
    match accountability::check(service).await {
        Ok(()) => return Err(Error::NotBehind),
        Err(crate::Error::Behind { .. } | crate::Error::Forked { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let mut lease = take(service).await?;
    let done = under(service, published, &mut lease, &last, reason).await;
    ended(lease, done).await
}

async fn under(
    service: &Service,
    published: &dyn Published,
    lease: &mut Held<'_>,
    last: &Checkpoint,
    reason: &str,
) -> Result<Forced, Error> {
    let stones = Stones::read(service, published).await?;
    stores::connected(service, &stones)?;
    let size = db::entries::head(&service.db, &service.name).await?.size;
    let mut plan = Plan::take_up(service, lease, size).await?;
    let former = accountability::former(last);
    let start = match plan.start.take().filter(|(end, _)| *end == former) {
        Some((_, start)) => start,
        None => {
            let parting = accountability::parting(service, published, last).await?;
            (plan.aside, plan.written) = (false, false);
            accountability::start_after(service, published, parting).await?
        }
    };
    plan.start = Some((former.clone(), start));
    erase_again(service, lease, &stones, &mut plan, &BTreeSet::new()).await?;
    if !plan.written {
        let said = Said {
            forced: true,
            reason,
            database: size,
            published: last.size,
            parted: start.tiles,
            checkpoint: published.latest_checkpoint().await.map_err(crate::Error::from)?.unwrap_or_default(),
            erased: plan.erase.len(),
            stores: &plan.stores.clone(),
        };
        tell(service, lease, &mut plan, &said).await?;
    }
    if !plan.aside {
        lease.keep().await?;
        accountability::put_aside(service, published, last, start.tiles).await?;
        plan.aside = true;
        plan.keep(service, lease).await?;
    }
    lease.keep().await?;
    accountability::go_on(service, start).await?;
    service.submit(service.unit().write(plan::over(service)).write(lease.release())).await?;
    Ok(Forced { published: last.size, parted: start.tiles, former, erased: plan.erase.len() as u64 })
}

/// Puts it on the ledger, with whose erasure only a tombstone told of; once.
async fn tell(service: &Service, lease: &Held<'_>, plan: &mut Plan, said: &Said<'_>) -> Result<(), Error> {
    let mut unit = service.unit().writes(no_sessions(service)).write(lease.fence());
    unit.entries = plan.begun(service, &BTreeSet::new()).await?;
    unit.entries.push(restored(service, said)?);
    plan.written = true;
    service.submit(unit.write(plan.write(service)?)).await?;
    Ok(())
}

//! Looking at everything that is stored as evidence: whether it still is what it was.
//!
//! A pass reads the whole ledger once, as long as it was when the pass began: leaves and gaps, the facts' commitments and
//! bodies where keys live, tiles in the database and published, head, checkpoints; then rows that hang in the air, the
//! stored standing against the fold, policies, and drift between policy, forms and records. Each finding names the place
//! and what to do.
//!
//! Contract: a pass goes in steps of a budget, so that it can run beside the server; it changes nothing.
//!
//! Absences: nothing is repaired here. What was deleted when its period was over cannot be told from what was deleted by
//! somebody who also deleted every trace of it: how many entries have no facts any more is told.

mod entry;
mod finding;
mod pass;
mod rows;
mod standing;
mod tree;
mod watch;

pub use finding::{Finding, Grade, Report};
pub use pass::Pass;
pub use watch::{Watch, latest};

use crate::error::Error;
use crate::service::Service;

/// Entries of one step.
pub const STEP: u64 = 1024;

/// A whole pass at once. `told` hears how many of how many entries were looked at.
///
/// # Errors
/// [`Error`], where a database, the key source or the published folder does not answer: then nothing is known.
pub async fn examine(service: &Service, mut told: impl FnMut(u64, u64)) -> Result<Report, Error> {
    let mut pass = Pass::begin(service).await?;
    while !pass.step(service, STEP).await? {
        told(pass.looked_at(), pass.size());
    }
    Ok(pass.report(service))
}

/// What PostgreSQL's files hold still of rows that were deleted: nothing opens it, once the days' keys are gone under which
/// their keys were wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Residue {
    /// Dead rows of data.
    pub data: u64,
    /// Dead rows of wrapped keys.
    pub keys: u64,
    /// After so many days a wrapped key that was destroyed opens with no key there is.
    pub days: u16,
}

/// Counts it; none where both databases are embedded ones, which overwrite what they delete.
///
/// # Errors
/// [`Error`], where a database does not answer.
pub async fn residue(service: &Service) -> Result<Option<Residue>, Error> {
    let (data, keys) = (service.db.dead_rows().await?, service.keys.dead_rows().await?);
    if data.is_none() && keys.is_none() {
        return Ok(None);
    }
    let days = crate::rights::backup_days(service);
    Ok(Some(Residue { data: data.unwrap_or(0), keys: keys.unwrap_or(0), days }))
}

//! Snapshots: a start need not read the whole ledger.
//!
//! A snapshot begins with the hash of the last leaf it has seen: it is taken up only where the ledger has that leaf at
//! that place, so never with another ledger.

use std::io::{Read, Write};

use gate::{Gate, Rules, SnapshotError};
use uuid::Uuid;

use super::leaf;
use crate::error::Error;
use crate::memory::Seen;
use crate::service::Service;

/// Writes down what this node knows; false: nothing is known yet, and nothing was written.
///
/// # Errors
/// [`Error::Snapshot`].
pub async fn save(service: &Service, out: &mut (impl Write + Send)) -> Result<bool, Error> {
    // a copy, so that nobody waits for the disk
    let Some(held) = service.live.gate().clone() else { return Ok(false) };
    out.write_all(&held.seen.leaf).map_err(SnapshotError::from)?;
    held.write_snapshot(out)?;
    Ok(true)
}

/// Takes up a snapshot; false: it is of another ledger. [`super::follow`] then goes on from there.
///
/// # Errors
/// [`Error::Snapshot`] where it cannot be used; the ledger is read instead.
pub async fn restore(service: &Service, from: &mut (impl Read + Send)) -> Result<bool, Error> {
    let mut told = [0; 32];
    from.read_exact(&mut told).map_err(SnapshotError::from)?;
    let (gate, anew) = Gate::read_snapshot(Rules::clone(&service.rules()), from)?;
    let seen = Seen { position: gate.position(), leaf: told, root: None };
    if leaf(service, seen.position).await? != told {
        return Ok(false);
    }
    service.live.replace(gate, anew.into_iter().map(Uuid::from_bytes).collect(), seen);
    Ok(true)
}

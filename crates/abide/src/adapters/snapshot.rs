//! The gate's snapshot on disk: a start with millions of people takes seconds, not the reading of the whole ledger.
//!
//! It holds ids and standings, no name and no address; mode 0600. It appears whole or not at all. One that cannot be used
//! is left aside, and the ledger is read.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter, ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::{Context, Result};
use duties::Service;
use duties::standing::live;

/// How much is read or written at once.
const CHUNK: usize = 1 << 20;

/// Takes up what was saved, if it can be used.
pub async fn restore(service: &Service, path: &Path) {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return,
        Err(error) => {
            return tracing::warn!(%error, "the gate's snapshot cannot be opened; the ledger is read");
        }
    };
    match live::restore(service, &mut BufReader::with_capacity(CHUNK, file)).await {
        Ok(true) => tracing::info!("the gate goes on from its snapshot"),
        Ok(false) => tracing::warn!("the gate's snapshot is of another ledger; the ledger is read"),
        Err(error) => tracing::info!(%error, "the gate's snapshot is of no use; the ledger is read"),
    }
}

/// Saves what is known.
pub async fn save(service: &Service, path: &Path) -> Result<()> {
    let folder = path.parent().context("the snapshot has no folder")?;
    std::fs::create_dir_all(folder).context("cannot make the folder of the gate's snapshot")?;
    let beside = path.with_extension("writing");
    // one that a killed server left may have other rights
    match std::fs::remove_file(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside);
    let mut out = BufWriter::with_capacity(CHUNK, file.context("cannot write the gate's snapshot")?);
    if live::save(service, &mut out).await? {
        out.flush()?;
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_data()?;
        std::fs::rename(&beside, path)?;
    } else {
        std::fs::remove_file(&beside)?;
    }
    Ok(())
}

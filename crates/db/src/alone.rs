//! The one server of an embedded database.
//!
//! Two servers on one SQLite file would not destroy it, but each believes that it alone keeps throttles, locks and
//! published checkpoints. So a server takes a lock on a file beside the database. The operating system gives it back
//! when the process ends, however it ends: nothing stale is left after a power cut. Commands that write beside a server
//! (`abide publish`, `abide staff`) do not take it.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::engine::Pools;
use crate::{Db, Error, Result};

/// Proof that no other server is alive on this database, for as long as it is held.
#[derive(Debug)]
pub struct Alone {
    _lock: File,
}

impl Db {
    /// Takes the embedded database for this server; `None` on PostgreSQL, which any number of nodes share.
    ///
    /// # Errors
    /// [`Error::Served`], while another server has it.
    pub fn serve_alone(&self) -> Result<Option<Alone>> {
        let Pools::Sqlite(pools) = self.pools() else { return Ok(None) };
        take(pools.write.connect_options().get_filename()).map(Some)
    }
}

fn take(database: &Path) -> Result<Alone> {
    let path = database.display().to_string();
    let failed = |why: std::io::Error| Error::NotWritable { path: path.clone(), why: why.to_string() };
    // one database, one lock, whichever links led to it
    let mut beside = database.canonicalize().map_err(failed)?.into_os_string();
    beside.push("-server");
    let lock = open(Path::new(&beside)).map_err(failed)?;
    match lock.try_lock() {
        Ok(()) => Ok(Alone { _lock: lock }),
        Err(TryLockError::WouldBlock) => Err(Error::Served { path }),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

fn open(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

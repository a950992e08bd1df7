//! Where checkpoints, tiles and tombstones go when they leave the house: a directory or an object
//! store *outside* the databases and their backups. The trait and a memory one for tests; the real
//! ones belong to the binary. Holds hashes and signed notes only, never personal data.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Mutex;

/// A boxed future, so that [`Published`] stays object safe.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, NotPublished>> + Send + 'a>>;

/// The published folder could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error(
    "the published ledger at `{path}` could not be reached: {reason}; check the folder or store named in `published`"
)]
pub struct NotPublished {
    /// The path inside the published folder.
    pub path: String,
    /// What the store said.
    pub reason: String,
}

/// The published ledger. `put` need not be durable before [`Published::sync`] returns.
pub trait Published: Send + Sync {
    /// Writes a whole file (replacing it), relative to the service's folder.
    fn put<'a>(&'a self, path: &'a str, bytes: &'a [u8]) -> Answer<'a, ()>;
    /// Reads a whole file; `None` where there is none.
    fn get<'a>(&'a self, path: &'a str) -> Answer<'a, Option<Vec<u8>>>;
    /// Takes a file away; one that is not there is no error.
    fn remove<'a>(&'a self, path: &'a str) -> Answer<'a, ()>;
    /// The paths of the files in a folder (`tombstone`), in no order; none where there is no such folder.
    fn list<'a>(&'a self, folder: &'a str) -> Answer<'a, Vec<String>>;
    /// Returns when everything put and removed so far survives a power cut.
    fn sync(&self) -> Answer<'_, ()>;
    /// The signed note of the last published checkpoint, as it was put.
    fn latest_checkpoint(&self) -> Answer<'_, Option<String>>;
}

/// The file name of the latest checkpoint (C2SP tlog-tiles).
pub const CHECKPOINT: &str = "checkpoint";
/// The file name of the latest checkpoint that witnesses cosigned.
pub const COSIGNED: &str = "cosigned";
/// The file name of the list of the ledger's keys.
pub const KEYS: &str = "keys";

/// A published folder in memory, for tests and for the demo's first seconds.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// The paths written so far, in order.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        self.lock().keys().cloned().collect()
    }

    /// One file's bytes.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.lock().get(path).cloned()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Published for Memory {
    fn put<'a>(&'a self, path: &'a str, bytes: &'a [u8]) -> Answer<'a, ()> {
        self.lock().insert(path.to_owned(), bytes.to_vec());
        Box::pin(async { Ok(()) })
    }

    fn get<'a>(&'a self, path: &'a str) -> Answer<'a, Option<Vec<u8>>> {
        let found = self.file(path);
        Box::pin(async { Ok(found) })
    }

    fn remove<'a>(&'a self, path: &'a str) -> Answer<'a, ()> {
        self.lock().remove(path);
        Box::pin(async { Ok(()) })
    }

    fn list<'a>(&'a self, folder: &'a str) -> Answer<'a, Vec<String>> {
        let within = |path: &String| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let found = self.paths().into_iter().filter(within).collect();
        Box::pin(async { Ok(found) })
    }

    fn sync(&self) -> Answer<'_, ()> {
        Box::pin(async { Ok(()) })
    }

    fn latest_checkpoint(&self) -> Answer<'_, Option<String>> {
        let found = self.file(CHECKPOINT).and_then(|bytes| String::from_utf8(bytes).ok());
        Box::pin(async { Ok(found) })
    }
}

//! What a restore that is under way restores, noted beside the database before it fills a place: killed in between, the same
//! command goes on, and knows a place that it filled itself from one that somebody else did.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use db::snapshot::Which;

use crate::open::private_folder;

/// How much of a backup is looked at: its header, and more.
const BEGINNING: u64 = 4096;

/// The key folder, as it is called in the note and in what is said.
pub const KEY_FOLDER: &str = "key folder";

/// The note: which place is filled from which backup, by its length and the hash of its beginning.
pub struct Restoring {
    place: PathBuf,
    filled: BTreeMap<String, String>,
}

impl Restoring {
    /// As an earlier run left it; empty where there was none.
    pub fn read(place: &Path) -> Result<Self> {
        let filled = match std::fs::read(place) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .with_context(|| format!("{} is none of Abide's: remove it", place.display()))?,
            Err(error) if error.kind() == ErrorKind::NotFound => BTreeMap::new(),
            Err(error) => return Err(error.into()),
        };
        Ok(Self { place: place.to_owned(), filled })
    }

    /// Whether an earlier run began to fill this place from this very backup.
    pub fn began(&self, what: &str, from: &Path) -> Result<bool> {
        Ok(self.filled.get(what) == Some(&hash(from)?))
    }

    /// Notes that it is filled now; durable when this returns. Whatever is in the place must be from this backup.
    pub fn begin(&mut self, what: &str, from: &Path) -> Result<()> {
        self.filled.insert(what.to_owned(), hash(from)?);
        let folder = self.place.parent().context("the note has no folder")?;
        private_folder(folder)?;
        let beside = self.place.with_extension("writing");
        let mut file = File::create(&beside)?;
        file.write_all(&serde_json::to_vec(&self.filled)?)?;
        file.sync_all()?;
        std::fs::rename(&beside, &self.place)?;
        Ok(File::open(folder)?.sync_all()?)
    }

    /// Everything is restored, or nothing was begun.
    pub fn end(self) -> Result<()> {
        match std::fs::remove_file(&self.place) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}

/// A database, as it is called in the note and in what is said.
pub const fn name(which: Which) -> &'static str {
    match which {
        Which::Main => "data",
        Which::Keys => "keys",
    }
}

/// What tells a backup from every other: an age file begins with fresh randomness.
fn hash(path: &Path) -> Result<String> {
    let failed = || format!("cannot read the backup {}", path.display());
    let file = File::open(path).with_context(failed)?;
    let length = file.metadata().with_context(failed)?.len();
    let mut beginning = Vec::new();
    file.take(BEGINNING).read_to_end(&mut beginning).with_context(failed)?;
    Ok(format!("{length}-{}", ledger::sha256(&beginning)))
}

//! The published ledger in a directory, outside the databases and their backups.
//!
//! A file appears whole or not at all (written beside, renamed). `sync` flushes every file and folder touched since
//! the last one, so that what was published survives a power cut.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use duties::published::{Answer, CHECKPOINT, NotPublished, Published};

/// A directory that holds one service's checkpoint, tiles and tombstones.
pub struct Folder {
    root: PathBuf,
    touched: Mutex<BTreeSet<PathBuf>>,
}

impl Folder {
    /// Opens the directory, making it when it is not there.
    pub fn open(root: PathBuf) -> std::io::Result<Self> {
        std::fs::create_dir_all(&root)?;
        Ok(Self { root, touched: Mutex::default() })
    }

    fn write(&self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        let file = self.place(path)?;
        let folder = file.parent().unwrap_or(&self.root);
        std::fs::create_dir_all(folder)?;
        let beside = file.with_extension("writing");
        let mut out = File::create(&beside)?;
        out.write_all(bytes)?;
        out.sync_data()?;
        std::fs::rename(&beside, &file)?;
        self.touched.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_path_buf());
        Ok(())
    }

    fn read(&self, path: &str) -> std::io::Result<Option<Vec<u8>>> {
        match std::fs::read(self.place(path)?) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn take_away(&self, path: &str) -> std::io::Result<()> {
        let file = self.place(path)?;
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        if let Some(folder) = file.parent().filter(|folder| folder.is_dir()) {
            self.touched.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_path_buf());
        }
        Ok(())
    }

    fn files(&self, folder: &str) -> std::io::Result<Vec<String>> {
        let entries = match std::fs::read_dir(self.place(folder)?) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let name = |entry: std::io::Result<std::fs::DirEntry>| {
            entry.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()))
        };
        entries.map(name).collect()
    }

    fn flush(&self) -> std::io::Result<()> {
        let touched = std::mem::take(&mut *self.touched.lock().unwrap_or_else(PoisonError::into_inner));
        for folder in touched {
            for above in folder.ancestors().take_while(|above| above.starts_with(&self.root)) {
                File::open(above)?.sync_all()?;
            }
        }
        Ok(())
    }

    /// A path stays below the root whatever it says.
    fn place(&self, path: &str) -> std::io::Result<PathBuf> {
        let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if plain { Ok(self.root.join(path)) } else { Err(ErrorKind::InvalidInput.into()) }
    }

    fn refused(&self, path: &str, error: &std::io::Error) -> NotPublished {
        NotPublished { path: self.root.join(path).display().to_string(), reason: error.to_string() }
    }
}

impl Published for Folder {
    fn put<'a>(&'a self, path: &'a str, bytes: &'a [u8]) -> Answer<'a, ()> {
        let done = self.write(path, bytes).map_err(|error| self.refused(path, &error));
        Box::pin(async { done })
    }

    fn get<'a>(&'a self, path: &'a str) -> Answer<'a, Option<Vec<u8>>> {
        let found = self.read(path).map_err(|error| self.refused(path, &error));
        Box::pin(async { found })
    }

    fn remove<'a>(&'a self, path: &'a str) -> Answer<'a, ()> {
        let done = self.take_away(path).map_err(|error| self.refused(path, &error));
        Box::pin(async { done })
    }

    fn list<'a>(&'a self, folder: &'a str) -> Answer<'a, Vec<String>> {
        let found = self.files(folder).map_err(|error| self.refused(folder, &error));
        Box::pin(async { found })
    }

    fn sync(&self) -> Answer<'_, ()> {
        let done = self.flush().map_err(|error| self.refused("", &error));
        Box::pin(async { done })
    }

    fn latest_checkpoint(&self) -> Answer<'_, Option<String>> {
        let found = self.read(CHECKPOINT).map_err(|error| self.refused(CHECKPOINT, &error));
        Box::pin(async { Ok(found?.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())) })
    }
}

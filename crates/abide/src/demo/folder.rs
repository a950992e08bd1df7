//! The demo's temporary folder: gone when the demo stops, and swept by the next demo when it was killed.
//!
//! A running demo holds a lock on a file in its folder; the lock ends with the process, however it ends. So a folder
//! whose lock can be taken has no demo any more.

use std::fs::{DirEntry, File, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::open;

const PREFIX: &str = "abide-demo-";
const LOCK: &str = "lock";

/// How old a folder without a lock must be: a demo that has just begun has none yet.
const OLD: Duration = Duration::from_hours(24);

/// Where a demo keeps everything, for as long as it runs.
pub struct Folder {
    path: PathBuf,
    /// Removed with the demo; none where the folder was named.
    _temporary: Option<(TempDir, File)>,
}

impl Folder {
    /// The folder that was named, or a fresh one that goes when the demo stops.
    pub fn open(named: Option<&Path>) -> Result<Self> {
        if let Some(path) = named {
            open::private_folder(path)?;
            return Ok(Self { path: path.to_owned(), _temporary: None });
        }
        let temporary =
            tempfile::Builder::new().prefix(PREFIX).tempdir().context("cannot make a temporary folder")?;
        sweep(&std::env::temp_dir(), temporary.path());
        let path = temporary.path().to_path_buf();
        let lock = File::create_new(path.join(LOCK)).and_then(|file| file.lock().map(|()| file));
        let lock = lock.context("cannot lock the temporary folder")?;
        Ok(Self { path, _temporary: Some((temporary, lock)) })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Removes what killed demos of this account left. What cannot be looked at or removed stays: nothing depends on it.
fn sweep(place: &Path, own: &Path) {
    let Ok(owner) = own.metadata().map(|of| of.uid()) else { return };
    for entry in std::fs::read_dir(place).into_iter().flatten().flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(PREFIX) && entry.path() != own;
        if ours && is_left(&entry, owner) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether it is a folder of this account (no link to one) that no demo uses.
fn is_left(entry: &DirEntry, owner: u32) -> bool {
    // of the entry itself, not of what a link would lead to
    let Ok(of) = entry.metadata() else { return false };
    if !of.is_dir() || of.uid() != owner {
        return false;
    }
    match File::open(entry.path().join(LOCK)) {
        Ok(lock) => lock.try_lock().is_ok(),
        Err(_) => is_old(&of),
    }
}

fn is_old(of: &Metadata) -> bool {
    of.modified().ok().and_then(|at| at.elapsed().ok()).is_some_and(|age| age > OLD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(place: &Path, name: &str) -> PathBuf {
        let path = place.join(name);
        std::fs::create_dir(&path).expect("a folder");
        path
    }

    #[test]
    fn what_a_killed_demo_left_goes_and_everything_else_stays() {
        let place = tempfile::tempdir().expect("a folder");
        let own = folder(place.path(), "abide-demo-own");
        let [killed, running] = ["abide-demo-killed", "abide-demo-running"].map(|name| {
            let path = folder(place.path(), name);
            let lock = File::create(path.join(LOCK)).expect("a lock");
            (path, lock)
        });
        running.1.lock().expect("locked");
        let begun = folder(place.path(), "abide-demo-just-begun");
        let old = folder(place.path(), "abide-demo-old");
        #[expect(clippy::disallowed_methods, reason = "the files' own clock is the machine's")]
        let days_ago = std::time::SystemTime::now() - 2 * OLD;
        File::open(&old).and_then(|old| old.set_modified(days_ago)).expect("an old folder");
        let other = folder(place.path(), "something-else");
        let kept = folder(other.as_path(), "precious");
        let link = place.path().join("abide-demo-link");
        std::os::unix::fs::symlink(&other, &link).expect("a link");

        sweep(place.path(), &own);
        assert_eq!([&killed.0, &old].map(|path| path.exists()), [false, false]);
        for stays in [&own, &running.0, &begun, &kept, &link] {
            assert!(stays.exists(), "{}", stays.display());
        }
    }
}

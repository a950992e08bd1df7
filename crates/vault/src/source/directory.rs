//! Keys in a directory: `root.key` and `epoch-<day>.key`, mode 0600 in a directory of mode 0700.
//!
//! Trust: whoever can read this directory and the databases can read everything; whoever deletes it erases
//! everyone. It belongs in a backup of its own, shorter-lived than and apart from the databases'. Files are
//! written whole or not at all, and are on disk before they are used. Anything that others may read is refused.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::KeySource;
use crate::entropy::{Entropy, random};
use crate::epoch::Epoch;
use crate::error::SourceError;
use crate::secret::Secret;

const ROOT: &str = "root.key";
const HEAD: &str = "abide-key-v1:";

/// The key source of a directory.
#[derive(Debug, Clone)]
pub struct Directory {
    path: PathBuf,
}

impl Directory {
    /// Opens the directory; makes it, and the root key, if there is nothing yet.
    ///
    /// # Errors
    /// If others may read it or a file in it, if there are keys of days without a root key, or on I/O.
    pub fn open(path: impl Into<PathBuf>, entropy: &dyn Entropy) -> Result<Self, SourceError> {
        let source = Self { path: path.into() };
        source.make()?;
        check_mode(&source.path, 0o700)?;
        let epochs = source.list()?;
        if source.read(ROOT)?.is_none() {
            if !epochs.is_empty() {
                return Err(SourceError::NoRoot { path: source.path });
            }
            source.write_new(ROOT, entropy)?;
        }
        for epoch in epochs {
            check_mode(&source.path.join(file_name(epoch)), 0o600)?;
        }
        Ok(source)
    }

    fn make(&self) -> Result<(), SourceError> {
        match DirBuilder::new().mode(0o700).recursive(true).create(&self.path) {
            Ok(()) => Ok(()),
            Err(error) => Err(io(&self.path, "cannot make the key directory", error)),
        }
    }

    fn read(&self, name: &str) -> Result<Option<Secret>, SourceError> {
        let path = self.path.join(name);
        let text = match fs::read(&path) {
            Ok(text) => Zeroizing::new(text),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(io(&path, "cannot read the key", error)),
        };
        check_mode(&path, 0o600)?;
        match parse(&text) {
            Some(secret) => Ok(Some(secret)),
            None => Err(SourceError::NotAKey { path }),
        }
    }

    /// Writes a new key beside its place, syncs it, and links it there unless something is there already.
    fn write_new(&self, name: &str, entropy: &dyn Entropy) -> Result<(), SourceError> {
        let unique = u64::from_be_bytes(random(entropy));
        let draft = self.path.join(format!(".{name}.{unique:016x}"));
        let written = write_draft(&draft, &Secret::random(entropy)).and_then(|()| {
            match fs::hard_link(&draft, self.path.join(name)) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
                _ => Ok(()),
            }
        });
        let removed = fs::remove_file(&draft);
        written.and(removed).map_err(|error| io(&self.path.join(name), "cannot write the key", error))?;
        self.sync()
    }

    fn sync(&self) -> Result<(), SourceError> {
        let synced = File::open(&self.path).and_then(|directory| directory.sync_all());
        synced.map_err(|error| io(&self.path, "cannot sync the key directory", error))
    }
}

impl KeySource for Directory {
    fn root(&self) -> Result<Secret, SourceError> {
        self.read(ROOT)?.ok_or_else(|| SourceError::NoRoot { path: self.path.clone() })
    }

    fn epoch(&self, epoch: Epoch) -> Result<Option<Secret>, SourceError> {
        self.read(&file_name(epoch))
    }

    fn create(&self, epoch: Epoch, entropy: &dyn Entropy) -> Result<(), SourceError> {
        self.write_new(&file_name(epoch), entropy)
    }

    fn list(&self) -> Result<Vec<Epoch>, SourceError> {
        let failed = |error| io(&self.path, "cannot list the keys", error);
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.path).map_err(failed)? {
            found.extend(epoch_of(&entry.map_err(failed)?.file_name()));
        }
        found.sort_unstable();
        Ok(found)
    }

    /// Overwrites the file, then removes it. On disks that write elsewhere the old blocks may linger: destroy
    /// counts on the directory's own disk being protected.
    fn destroy(&self, epoch: Epoch) -> Result<(), SourceError> {
        let path = self.path.join(file_name(epoch));
        match wipe(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(io(&path, "cannot destroy the key", error)),
            Ok(()) => self.sync(),
        }
    }
}

fn write_draft(path: &Path, secret: &Secret) -> std::io::Result<()> {
    let line = Zeroizing::new(format!("{HEAD}{}\n", STANDARD.encode(secret.bytes())));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(line.as_bytes())?;
    file.sync_all()
}

fn wipe(path: &Path) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let length = usize::try_from(file.metadata()?.len()).unwrap_or_default();
    file.write_all(&vec![b'0'; length.min(4096)])?;
    file.sync_all()?;
    fs::remove_file(path)
}

fn parse(text: &[u8]) -> Option<Secret> {
    let line = text.strip_suffix(b"\n").unwrap_or(text).strip_prefix(HEAD.as_bytes())?;
    let bytes = Zeroizing::new(STANDARD.decode(line).ok()?);
    bytes.as_slice().try_into().ok().map(Secret::from_bytes)
}

fn file_name(epoch: Epoch) -> String {
    format!("epoch-{epoch}.key")
}

fn epoch_of(name: &OsStr) -> Option<Epoch> {
    let epoch = Epoch(name.to_str()?.strip_prefix("epoch-")?.strip_suffix(".key")?.parse().ok()?);
    (OsStr::new(&file_name(epoch)) == name).then_some(epoch)
}

fn check_mode(path: &Path, wanted: u32) -> Result<(), SourceError> {
    let found = fs::metadata(path).map_err(|error| io(path, "cannot look at its mode", error))?;
    let mode = found.permissions().mode() & 0o7777;
    if mode & 0o077 == 0 { Ok(()) } else { Err(SourceError::Loose { path: path.to_owned(), mode, wanted }) }
}

fn io(path: &Path, action: &'static str, error: std::io::Error) -> SourceError {
    SourceError::Io { path: path.to_owned(), action, error }
}

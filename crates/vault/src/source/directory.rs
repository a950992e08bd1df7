//! Keys in a directory: `root.key` and `epoch-<day>.key`, mode 0600 in a directory of mode 0700. The root key may come
//! from elsewhere (a file on another disk, a variable, a command, a KMS); then the directory holds the days' keys and
//! `root.check`, by which another root key is told at once.
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
const CHECK: &str = "root.check";
const HEAD: &str = "abide-key-v1:";

/// The key source of a directory.
#[derive(Debug, Clone)]
pub struct Directory {
    path: PathBuf,
    /// The root key, where it is not the directory's.
    root: Option<Secret>,
}

impl Directory {
    /// Opens the directory; makes it, and the root key, if there is nothing yet.
    ///
    /// # Errors
    /// If others may read it or a file in it, if there are keys of days without a root key, or on I/O.
    pub fn open(path: impl Into<PathBuf>, entropy: &dyn Entropy) -> Result<Self, SourceError> {
        let source = Self { path: path.into(), root: None };
        let epochs = source.ready()?;
        if source.read(ROOT)?.is_none() {
            if !epochs.is_empty() {
                return Err(SourceError::NoRoot { path: source.path });
            }
            source.write_new(ROOT, entropy)?;
        }
        Ok(source)
    }

    /// Opens the directory with a root key that is kept elsewhere.
    ///
    /// # Errors
    /// As [`Directory::open`]; [`SourceError::OtherRoot`] where it was opened with another root key before, or holds one.
    pub fn open_with(
        path: impl Into<PathBuf>,
        root: Secret,
        entropy: &dyn Entropy,
    ) -> Result<Self, SourceError> {
        let source = Self { path: path.into(), root: None };
        source.ready()?;
        let other = || SourceError::OtherRoot { path: source.path.clone() };
        if source.read(ROOT)?.is_some_and(|here| here.bytes() != root.bytes()) {
            return Err(other());
        }
        let check = root.check().map_err(|_| other())?;
        match source.read(CHECK)? {
            Some(known) if *known.bytes() == check => {}
            Some(_) => return Err(other()),
            None => source.write(CHECK, &Secret::from_bytes(check), entropy)?,
        }
        Ok(Self { root: Some(root), ..source })
    }

    /// Makes the directory where there is none; every key in it is its owner's alone. The days in it.
    fn ready(&self) -> Result<Vec<Epoch>, SourceError> {
        self.make()?;
        check_mode(&self.path, 0o700)?;
        let epochs = self.list()?;
        for epoch in &epochs {
            check_mode(&self.path.join(file_name(*epoch)), 0o600)?;
        }
        Ok(epochs)
    }

    fn make(&self) -> Result<(), SourceError> {
        match DirBuilder::new().mode(0o700).recursive(true).create(&self.path) {
            Ok(()) => Ok(()),
            Err(error) => Err(io(&self.path, "cannot make the key directory", error)),
        }
    }

    fn read(&self, name: &str) -> Result<Option<Secret>, SourceError> {
        read(&self.path.join(name))
    }

    /// Writes a new key beside its place, syncs it, and links it there unless something is there already.
    fn write_new(&self, name: &str, entropy: &dyn Entropy) -> Result<(), SourceError> {
        self.write(name, &Secret::random(entropy), entropy)
    }

    fn write(&self, name: &str, key: &Secret, entropy: &dyn Entropy) -> Result<(), SourceError> {
        let unique = u64::from_be_bytes(random(entropy));
        let draft = self.path.join(format!(".{name}.{unique:016x}"));
        let written =
            write_draft(&draft, key).and_then(|()| match fs::hard_link(&draft, self.path.join(name)) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
                _ => Ok(()),
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
        if let Some(root) = &self.root {
            return Ok(root.clone());
        }
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

/// The key in a file of one line that only its owner may read.
///
/// # Errors
/// If others may read it, or it is no key.
pub fn key_file(path: &Path) -> Result<Secret, SourceError> {
    let missing = || io(path, "cannot read the key", ErrorKind::NotFound.into());
    read(path)?.ok_or_else(missing)
}

/// The key of a line (`abide-key-v1:…`); none if it is none.
#[must_use]
pub fn key_line(text: &str) -> Option<Secret> {
    parse(text.trim().as_bytes())
}

/// The line of a new key, for a place of the operator's own.
#[must_use]
pub fn new_key_line(entropy: &dyn Entropy) -> Zeroizing<String> {
    line(&Secret::random(entropy))
}

fn line(secret: &Secret) -> Zeroizing<String> {
    let text = Zeroizing::new(STANDARD.encode(secret.bytes()));
    Zeroizing::new(format!("{HEAD}{}\n", text.as_str()))
}

fn read(path: &Path) -> Result<Option<Secret>, SourceError> {
    let text = match fs::read(path) {
        Ok(text) => Zeroizing::new(text),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io(path, "cannot read the key", error)),
    };
    check_mode(path, 0o600)?;
    match parse(&text) {
        Some(secret) => Ok(Some(secret)),
        None => Err(SourceError::NotAKey { path: path.to_owned() }),
    }
}

fn write_draft(path: &Path, secret: &Secret) -> std::io::Result<()> {
    let line = line(secret);
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

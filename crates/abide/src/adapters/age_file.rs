//! Files encrypted to age recipients, compressed on the way; written whole or not at all.
//!
//! Trust: who has a recipient's identity can read them; who has only the recipients can write others, which is why a
//! restored ledger is held against the published one.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter, Read, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use age::x25519::{Identity, Recipient};
use anyhow::{Context, Result, bail};
use lz4_flex::frame::{FrameDecoder, FrameEncoder};

/// The recipients as they were given.
pub fn recipients(texts: &[String]) -> Result<Vec<Recipient>> {
    let read = |text: &String| {
        let read: Result<Recipient, _> = text.trim().parse();
        read.map_err(|why| anyhow::anyhow!("`{text}` is no age recipient (`age1…`): {why}"))
    };
    texts.iter().map(read).collect()
}

/// The identities in a file: one a line; lines that begin with `#` are comments.
pub fn identities(path: &Path) -> Result<Vec<Identity>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the identity file {}", path.display()))?;
    let text = zeroize::Zeroizing::new(text);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let found: Result<Vec<Identity>, _> = lines.map(str::parse).collect();
    match found {
        Ok(found) if !found.is_empty() => Ok(found),
        _ => bail!("{} holds no age identity (`AGE-SECRET-KEY-1…`); `age-keygen` makes one", path.display()),
    }
}

/// A file being written beside its place.
pub struct Writing {
    place: PathBuf,
    beside: PathBuf,
    out: FrameEncoder<age::stream::StreamWriter<BufWriter<File>>>,
}

impl Writing {
    /// Begins to write.
    pub fn begin(place: PathBuf, to: &[Recipient]) -> Result<Self> {
        let beside = place.with_extension("writing");
        let failed = || format!("cannot write {}", beside.display());
        let file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside);
        let file = BufWriter::with_capacity(1 << 20, file.with_context(failed)?);
        let sealed = age::Encryptor::with_recipients(to.iter().map(|one| one as &dyn age::Recipient))
            .context("no recipient to encrypt to")?;
        let sealed = sealed.wrap_output(file).with_context(failed)?;
        // compresses what compresses and costs little where nothing does: most of it is sealed already
        Ok(Self { place, beside, out: FrameEncoder::new(sealed) })
    }

    /// Ends it: on disk, under its name. How many bytes it has.
    pub fn finish(self) -> Result<u64> {
        let failed = || format!("cannot write {}", self.place.display());
        let sealed = self.out.finish().with_context(failed)?;
        let file = sealed.finish().with_context(failed)?;
        let file = file.into_inner().map_err(std::io::IntoInnerError::into_error).with_context(failed)?;
        file.sync_all().with_context(failed)?;
        let length = file.metadata().with_context(failed)?.len();
        std::fs::rename(&self.beside, &self.place).with_context(failed)?;
        if let Some(folder) = self.place.parent() {
            File::open(folder).and_then(|folder| folder.sync_all()).with_context(failed)?;
        }
        Ok(length)
    }
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

/// Opens a file for reading.
pub fn open(path: &Path, with: &[Identity]) -> Result<impl Read + Send> {
    let file = File::open(path).with_context(|| format!("cannot read the backup {}", path.display()))?;
    let sealed = age::Decryptor::new_buffered(BufReader::with_capacity(1 << 20, file))
        .with_context(|| format!("{} is no age file, or was cut off", path.display()))?;
    let plain = sealed
        .decrypt(with.iter().map(|one| one as &dyn age::Identity))
        .with_context(|| format!("{} does not open with this identity", path.display()))?;
    Ok(FrameDecoder::new(plain))
}

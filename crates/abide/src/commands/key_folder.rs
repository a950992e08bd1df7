//! The backup of the key folder: its files, encrypted, in one file that is replaced each time. It must not outlive the
//! keys in it, which is why there is only ever one.

use std::io::{Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use age::x25519::{Identity, Recipient};
use anyhow::{Context, Result, bail};
use zeroize::Zeroizing;

use crate::adapters::age_file::{self, Writing};
use crate::open::private_folder;

/// The file's name.
pub const NAME: &str = "abide-key-folder.age";

/// Writes it.
pub fn back_up(folder: &Path, place: &Path, to: &[Recipient]) -> Result<()> {
    let mut out = Writing::begin(place.to_owned(), to)?;
    for file in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if !ours(&name) {
            continue;
        }
        let text = Zeroizing::new(std::fs::read(file.path())?);
        // name and line; a key file is one line
        writeln!(out, "{name}")?;
        out.write_all(text.trim_ascii_end())?;
        writeln!(out)?;
    }
    out.finish()?;
    Ok(())
}

/// Puts it back into a folder that has no keys.
pub fn restore(from: &Path, folder: &Path, with: &[Identity]) -> Result<usize> {
    private_folder(folder)?;
    let mut there = std::fs::read_dir(folder)?.flatten();
    if there.any(|file| ours(&file.file_name().to_string_lossy())) {
        bail!(
            "there are keys in {} already: a backup is restored into an empty place only",
            folder.display()
        );
    }
    let mut text = Zeroizing::new(String::new());
    age_file::open(from, with)?
        .read_to_string(&mut text)
        .with_context(|| format!("{} is damaged", from.display()))?;
    let mut lines = text.lines();
    let mut count = 0;
    while let (Some(name), Some(line)) = (lines.next(), lines.next()) {
        if !ours(name) || vault::key_line(line).is_none() {
            bail!("{} holds something that is no key of Abide", from.display());
        }
        let path = folder.join(name);
        let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
        writeln!(file, "{line}")?;
        file.sync_all()?;
        count += 1;
    }
    Ok(count)
}

/// `root.key`, `root.check`, `epoch-<day>.key`: nothing else, and no path.
fn ours(name: &str) -> bool {
    let day = || name.strip_prefix("epoch-").and_then(|rest| rest.strip_suffix(".key"));
    name == "root.key"
        || name == "root.check"
        || day().is_some_and(|day| !day.is_empty() && day.bytes().all(|byte| byte.is_ascii_digit()))
}

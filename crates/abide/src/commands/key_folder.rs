//! The backup of the key folder: its files, encrypted, in one file that is replaced each time. It must not outlive the
//! keys in it, which is why there is only ever one.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read as _, Write as _};
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

/// Puts it back into a folder that has no keys: all of them at once, so that killed anywhere there are none. Where these very
/// keys are there, nothing is done.
pub fn restore(from: &Path, folder: &Path, with: &[Identity]) -> Result<usize> {
    private_folder(folder)?;
    let keys = keys_in(from, with)?;
    let there = names(folder)?;
    if !there.is_empty() {
        if same(folder, &keys, &there)? {
            return Ok(keys.len());
        }
        bail!(
            "the key folder {} is not empty, and its keys are not those of the backup: restore into an empty one",
            folder.display()
        );
    }
    let beside = folder.with_extension("restoring");
    match std::fs::remove_dir_all(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    private_folder(&beside)?;
    for (name, line) in &keys {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(beside.join(name))?;
        writeln!(file, "{}", line.as_str())?;
        file.sync_all()?;
    }
    File::open(&beside)?.sync_all()?;
    // over the empty folder, in one step
    std::fs::rename(&beside, folder)
        .with_context(|| format!("cannot put the keys into {}: something else is in it", folder.display()))?;
    if let Some(above) = folder.parent().filter(|above| !above.as_os_str().is_empty()) {
        File::open(above)?.sync_all()?;
    }
    Ok(keys.len())
}

/// Whether a folder holds keys.
pub fn is_filled(folder: &Path) -> Result<bool> {
    Ok(folder.is_dir() && !names(folder)?.is_empty())
}

/// The files of a backup: name and line.
fn keys_in(from: &Path, with: &[Identity]) -> Result<BTreeMap<String, Zeroizing<String>>> {
    let mut text = Zeroizing::new(String::new());
    age_file::open(from, with)?
        .read_to_string(&mut text)
        .with_context(|| format!("{} is damaged", from.display()))?;
    let (mut lines, mut keys) = (text.lines(), BTreeMap::new());
    while let (Some(name), Some(line)) = (lines.next(), lines.next()) {
        if !ours(name) || vault::key_line(line).is_none() {
            bail!("{} holds something that is no key of Abide", from.display());
        }
        keys.insert(name.to_owned(), Zeroizing::new(line.to_owned()));
    }
    Ok(keys)
}

/// The keys that are in a folder.
fn names(folder: &Path) -> Result<Vec<String>> {
    let files = std::fs::read_dir(folder)?.flatten();
    Ok(files.map(|file| file.file_name().to_string_lossy().into_owned()).filter(|name| ours(name)).collect())
}

fn same(folder: &Path, keys: &BTreeMap<String, Zeroizing<String>>, there: &[String]) -> Result<bool> {
    if keys.len() != there.len() {
        return Ok(false);
    }
    for (name, line) in keys {
        if !there.contains(name) {
            return Ok(false);
        }
        let held = Zeroizing::new(std::fs::read_to_string(folder.join(name))?);
        if held.trim_end() != line.as_str() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `root.key`, `root.check`, `epoch-<day>.key`: nothing else, and no path.
fn ours(name: &str) -> bool {
    let day = || name.strip_prefix("epoch-").and_then(|rest| rest.strip_suffix(".key"));
    name == "root.key"
        || name == "root.check"
        || day().is_some_and(|day| !day.is_empty() && day.bytes().all(|byte| byte.is_ascii_digit()))
}

//! `abide backup`: both databases as they are at one moment each, and the key folder, while the server goes on.
//!
//! The data first, then the keys: so every person in the data's backup has their key in the keys' backup, unless they
//! were erased in between, which is as it should be.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use age::x25519::Recipient;
use anyhow::{Context, Result, bail};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{key_folder, progress};
use crate::Ending;
use crate::adapters::age_file::{self, Writing};
use crate::adapters::system::SystemClock;
use crate::cli::Backup;
use crate::open::{self, Plan, private_folder};
use crate::out;
use crate::settings::Settings;

/// What stands beside a backup, readable by anybody: no personal data.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    pub format: String,
    pub abide: String,
    pub taken_at: Timestamp,
    pub service: String,
    /// Entries of the ledger it has at least, and their root.
    pub entries: u64,
    pub root: String,
    pub files: Vec<Entry>,
}

/// A file of a backup.
#[derive(Debug, Serialize, Deserialize)]
pub struct Entry {
    pub name: String,
    pub bytes: u64,
    pub rows: u64,
}

const FORMAT: &str = "abide-backup-v1";

/// Makes one; with `--every-hours` again and again.
pub fn run(options: &Backup) -> Result<Ending> {
    let settings = Settings::read(&options.server)?;
    super::beside::is_there(&settings.database)?;
    let to = age_file::recipients(&options.recipients)?;
    for folder in [&options.to, &options.keys_to].into_iter().chain(&options.key_folder_to) {
        private_folder(folder)?;
    }
    apart(options, &settings)?;
    crate::serve::runtime()?.block_on(async {
        let mut stop = crate::serve::Stop::listen()?;
        loop {
            let plan = Plan { maps: Vec::new(), ..Plan::of(&settings)? };
            let service = open::unchecked(plan).await?;
            let done = one(&service, &settings, options, &to).await;
            service.db.close().await;
            match (done, options.every_hours) {
                (Err(error), None) => return Err(error),
                // the next one may succeed; monitoring sees the missing file
                (Err(error), Some(_)) => out::tell(format_args!("abide: the backup failed: {error:#}")),
                (Ok(()), _) => {}
            }
            let Some(hours) = options.every_hours else { return Ok(Ending::Well) };
            let pause = std::time::Duration::from_hours(u64::from(hours));
            if stop.within(pause).await {
                return Ok(Ending::Well);
            }
        }
    })
}

/// Data, keys and key folder in one place would be one theft.
fn apart(options: &Backup, settings: &Settings) -> Result<()> {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut places = vec![real(&options.to), real(&options.keys_to), real(&settings.keys)];
    places.extend(options.key_folder_to.as_deref().map(real));
    let count = places.len();
    places.sort();
    places.dedup();
    if places.len() == count {
        return Ok(());
    }
    bail!(
        "data, keys and the key folder need places of their own: who gets into one must not have the others"
    )
}

async fn one(
    service: &duties::Service,
    settings: &Settings,
    options: &Backup,
    to: &[Recipient],
) -> Result<()> {
    let taken_at = SystemClock::now_here();
    let stamp = taken_at.strftime("%Y%m%dT%H%M%SZ").to_string();
    let head = db::entries::head(&service.db, &service.name).await?;
    let keys_db = db::Db::open_keys(&settings.keys_database).await?;
    let (data_rows, key_rows) = (service.db.rows().await?, keys_db.rows().await?);
    let bar = progress::bar(data_rows + key_rows, "rows");
    let mut tell = |more: u64| bar.inc(more);

    let name = format!("abide-{stamp}-data.age");
    let mut out = Writing::begin(options.to.join(&name), to)?;
    let taken = service.db.snapshot(&mut out, &mut tell).await?;
    let data = Entry { name, bytes: out.finish()?, rows: taken.rows.values().sum() };

    let name = format!("abide-{stamp}-keys.age");
    let mut out = Writing::begin(options.keys_to.join(&name), to)?;
    let taken = keys_db.snapshot(&mut out, &mut tell).await?;
    let keys = Entry { name, bytes: out.finish()?, rows: taken.rows.values().sum() };
    keys_db.close().await;

    if let Some(folder) = &options.key_folder_to {
        key_folder::back_up(&settings.keys, &folder.join(key_folder::NAME), to)?;
    }
    bar.finish_and_clear();
    let told = format!("{} rows of data ({} bytes), {} of keys", data.rows, data.bytes, keys.rows);
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        abide: env!("CARGO_PKG_VERSION").to_owned(),
        taken_at,
        service: service.name.clone(),
        entries: head.size,
        root: head.root.to_string(),
        files: vec![data, keys],
    };
    let text = serde_json::to_vec_pretty(&manifest)?;
    let place = options.to.join(format!("abide-{stamp}-manifest.json"));
    whole(&place, &text).with_context(|| format!("cannot write {}", place.display()))?;
    out::line(format_args!(
        "backed up: {told}, the ledger to entry {} at least: {}",
        head.size,
        place.display()
    ))?;
    let days = options.keep_days.unwrap_or_else(|| duties::rights::backup_days(service));
    let removed = too_old(&[&options.to, &options.keys_to], taken_at, days)?;
    if removed > 0 {
        out::line(format_args!("removed {removed} files of backups older than {days} days"))?;
    }
    Ok(())
}

/// Writes a small file whole or not at all.
fn whole(place: &Path, text: &[u8]) -> std::io::Result<()> {
    let beside = place.with_extension("writing");
    let mut file = File::create(&beside)?;
    file.write_all(text)?;
    file.sync_all()?;
    std::fs::rename(&beside, place)
}

/// Removes backups made more than so many days before `now`, by the time in their names. How many files.
fn too_old(folders: &[&PathBuf], now: Timestamp, days: u16) -> Result<usize> {
    let oldest = now.checked_sub(SignedDuration::from_hours(24 * i64::from(days)))?;
    let oldest = oldest.strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut removed = 0;
    for folder in folders {
        for file in std::fs::read_dir(folder)? {
            let file = file?.path();
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let stamp =
                name.strip_prefix("abide-").and_then(|rest| rest.split_once('-')).map(|(stamp, _)| stamp);
            if stamp.is_some_and(|stamp| stamp.len() == oldest.len() && stamp < oldest.as_str()) {
                std::fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
                removed += 1;
            }
        }
    }
    Ok(removed)
}

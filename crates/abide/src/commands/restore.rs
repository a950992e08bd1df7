//! `abide restore`: a backup into an empty place, verified, and brought up to what is published.

use std::path::Path;

use age::x25519::Identity;
use anyhow::{Context, Result, bail};
use db::Db;
use db::snapshot::Which;
use duties::restore as after;

use super::restoring::{self, Restoring};
use super::{key_folder, progress, replay};
use crate::Ending;
use crate::adapters::age_file;
use crate::cli::Restore;
use crate::open::{self, Plan};
use crate::out;
use crate::settings::Settings;

/// Key folder, data, keys; then the whole ledger is recomputed; then what happened since is replayed. Killed anywhere, the
/// same command goes on.
pub fn run(options: &Restore) -> Result<Ending> {
    let settings = Settings::read(&options.server)?;
    let with = age_file::identities(&options.identity)?;
    if options.from.is_none() && options.keys_from.is_none() && options.key_folder_from.is_none() {
        bail!("nothing to restore: name --from, --keys-from or --key-folder-from");
    }
    let mut note = Restoring::read(&settings.restoring)?;
    if let Some(from) = &options.key_folder_from {
        fill_key_folder(&mut note, from, &settings.keys, &with)?;
    }
    crate::serve::runtime()?.block_on(async {
        if let Some(from) = &options.from {
            load(&mut note, from, &settings.database, Which::Main, &with).await?;
        }
        if let Some(from) = &options.keys_from {
            load(&mut note, from, &settings.keys_database, Which::Keys, &with).await?;
        }
        if options.from.is_none() && !there(&settings) {
            out::line(format_args!(
                "the data is not here yet; restore it with --from before the server starts"
            ))?;
            return Ok(Ending::Well);
        }
        let service = open::unchecked(Plan::of(&settings)?).await?;
        let done = verified(&service).await;
        service.db.close().await;
        done?;
        note.end()?;
        Ok(Ending::Well)
    })
}

fn there(settings: &Settings) -> bool {
    settings.database.strip_prefix("sqlite://").is_none_or(|path| Path::new(path).exists())
}

/// The server that is opened to verify makes the keys of a new day: a folder noted as filled may hold more than the backup.
fn fill_key_folder(note: &mut Restoring, from: &Path, folder: &Path, with: &[Identity]) -> Result<()> {
    if note.began(restoring::KEY_FOLDER, from)? && key_folder::is_filled(folder)? {
        return back_already(restoring::KEY_FOLDER);
    }
    let count = key_folder::restore(from, folder, with)?;
    note.begin(restoring::KEY_FOLDER, from)?;
    out::line(format_args!("{count} keys are back in {}", folder.display()))
}

fn back_already(what: &str) -> Result<()> {
    out::line(format_args!("{what}: back already, by the command that was stopped"))
}

async fn load(note: &mut Restoring, from: &Path, url: &str, which: Which, with: &[Identity]) -> Result<()> {
    open::folder_of(url)?;
    let what = restoring::name(which);
    match Db::first_row(url, which).await? {
        Some(_) if note.began(what, from)? => return back_already(what),
        Some(table) => bail!(
            "the place for the {what} is not empty (table `{table}` has rows): restore into an empty one, or remove what is \
             there first, if you are sure"
        ),
        None => note.begin(what, from)?,
    }
    let bar = progress::bar(0, "rows");
    let mut stream = age_file::open(from, with)?;
    let loaded = Db::load(url, which, &mut stream, &mut |more| bar.inc(more)).await;
    bar.finish_and_clear();
    let loaded =
        loaded.with_context(|| format!("{} was not restored; nothing was changed", from.display()))?;
    let rows: u64 = loaded.rows.values().sum();
    out::line(format_args!("{what}: {rows} rows are back"))
}

async fn verified(service: &duties::Service) -> Result<()> {
    let bar = progress::bar(db::entries::head(&service.db, &service.name).await?.size, "entries");
    let found = after::verify(service, &|more| bar.inc(more)).await?;
    bar.finish_and_clear();
    out::line(format_args!(
        "verified: {} entries come to the ledger's root, {} sealed bodies and {} facts are what was committed to, {} people \
         have their keys",
        found.entries, found.bodies, found.facts, found.people
    ))?;
    replay::up_to_date(service).await
}

//! `abide replay`: what happened since a backup, done again; or in a store that came back from its own.

use anyhow::Result;
use duties::restore;

use crate::Ending;
use crate::catch_up;
use crate::cli::Replay;
use crate::open::{self, Plan};
use crate::out;
use crate::settings::Settings;

/// Does what was asked.
pub fn run(options: &Replay) -> Result<Ending> {
    let settings = Settings::read(&options.server)?;
    super::beside::is_there(&settings.database)?;
    crate::serve::runtime()?.block_on(async {
        let service = open::unchecked(Plan::of(&settings)?).await?;
        let done = carry_out(&service, options).await;
        service.db.close().await;
        done.map(|()| Ending::Well)
    })
}

async fn carry_out(service: &duties::Service, options: &Replay) -> Result<()> {
    if let Some(store) = &options.store {
        let count = restore::cleanse(service, store).await?;
        return out::line(format_args!("{store}: {count} people who had been erased were erased again"));
    }
    if let (true, Some(reason)) = (options.force, &options.reason) {
        let former = restore::force(service, reason).await?;
        return out::line(format_args!(
            "the ledger goes on from entry {}, without what happened up to entry {}; that end of it is kept in `{}`\n\
             {} people were erased again in Abide, because tombstones name them",
            former.parted, former.published, former.former, former.erased
        ));
    }
    up_to_date(service).await
}

/// Replays if there is something to replay, and says what was done.
pub async fn up_to_date(service: &duties::Service) -> Result<()> {
    let Some(done) = catch_up::waiting(service).await? else {
        return out::line(format_args!("up to date with the published ledger; `abide serve` may start"));
    };
    out::line(format_args!("replayed entries {} to {}:", done.from, done.to))?;
    for (kind, count) in &done.kinds {
        out::line(format_args!("  {count:>8}  {kind}"))?;
    }
    out::line(format_args!("{} people were erased again in Abide", done.erased))?;
    for (store, count) in &done.stores {
        out::line(format_args!("{count} were erased again in the store `{store}`"))?;
    }
    out::line(format_args!("up to date with the published ledger; `abide serve` may start"))
}

//! `abide rebuild`: the stored standings, made anew from the ledger; the server may run meanwhile.

use std::time::Instant;

use anyhow::Result;
use duties::standing;
use serde_json::json;

use super::{beside, progress};
use crate::Ending;
use crate::cli::Rebuild;
use crate::out;

/// Takes everything away and follows the ledger from its first entry.
pub fn run(options: &Rebuild) -> Result<Ending> {
    beside::as_it_is(&options.server, async |service| {
        let begun = Instant::now();
        let size = standing::how_far(service).await?.size;
        let bar = progress::bar(size, "entries");
        let done = standing::rebuild(service, |followed| bar.set_position(followed.to)).await?;
        bar.finish_and_clear();
        let rows = db::standing::count(&service.db, &service.name).await?;
        let seconds = begun.elapsed().as_secs_f64();
        if options.json {
            let told = json!({ "entries": done.to, "rows": rows, "seconds": seconds });
            out::line(format_args!("{told:#}"))?;
        } else {
            out::line(format_args!("{} entries followed, {rows} things stand, in {seconds:.1} s", done.to))?;
        }
        Ok(Ending::Well)
    })
}

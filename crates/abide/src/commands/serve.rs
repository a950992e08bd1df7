//! `abide serve`: the server.

use anyhow::Result;

use crate::Ending;
use crate::cli::Serve;
use crate::serve::Served;
use crate::settings::Settings;

/// Reads the settings and serves until told to stop (Ctrl-C or SIGTERM).
pub fn run(options: &Serve) -> Result<Ending> {
    let settings = Settings::read(options)?;
    crate::serve::runtime()?.block_on(async {
        let served = Served::open(&settings).await?;
        served.say_first_run().await?;
        served.until_stopped().await
    })?;
    Ok(Ending::Well)
}

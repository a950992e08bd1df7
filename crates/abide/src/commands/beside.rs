//! What several commands do: they open a server's databases beside it, while it may go on running, and do something with
//! its service.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, bail};
use duties::Service;

use crate::Ending;
use crate::cli::Serve;
use crate::open::{self, Plan};
use crate::settings::Settings;

/// With a database that continues what was published, and without the company's stores.
pub fn with(server: &Serve, work: impl AsyncFnOnce(&Arc<Service>) -> Result<Ending>) -> Result<Ending> {
    opened(server, false, async |service| {
        duties::accountability::check(service).await?;
        work(service).await
    })
}

/// The same with the company's stores.
pub fn with_stores(
    server: &Serve,
    work: impl AsyncFnOnce(&Arc<Service>) -> Result<Ending>,
) -> Result<Ending> {
    opened(server, true, async |service| {
        duties::accountability::check(service).await?;
        work(service).await
    })
}

/// With the database as it is, be it behind what was published: for looking at it.
pub fn as_it_is(server: &Serve, work: impl AsyncFnOnce(&Arc<Service>) -> Result<Ending>) -> Result<Ending> {
    opened(server, false, work)
}

fn opened(
    server: &Serve,
    stores: bool,
    work: impl AsyncFnOnce(&Arc<Service>) -> Result<Ending>,
) -> Result<Ending> {
    let settings = Settings::read(server)?;
    is_there(&settings.database)?;
    crate::serve::runtime()?.block_on(async {
        let plan = Plan::of(&settings)?;
        let plan = if stores { plan } else { Plan { maps: Vec::new(), ..plan } };
        let service = Arc::new(open::unchecked(plan).await?);
        let ending = work(&service).await;
        service.db.close().await;
        ending
    })
}

/// A mistyped folder must not become a new, empty server.
pub fn is_there(database: &str) -> Result<()> {
    match database.strip_prefix("sqlite://").map(Path::new) {
        Some(path) if !path.exists() => bail!(
            "there is no database at {}: name the server's with --data, --database or --settings, or start `abide serve` \
             once first",
            path.display()
        ),
        _ => Ok(()),
    }
}

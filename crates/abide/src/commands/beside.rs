//! What several commands need that work beside a running server: its settings, its service opened without the company's
//! stores, a bar for long work.

use std::future::Future;

use anyhow::Result;
use duties::Service;
use indicatif::{ProgressBar, ProgressStyle};

use crate::Ending;
use crate::cli::Serve;
use crate::open::{self, Plan};
use crate::settings::Settings;

/// Which maps a command needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Maps {
    /// None: the company's stores are none of its business.
    None,
    /// All of them, with their stores.
    All,
}

/// Opens the service of a server that is there, and does something with it. It is not held against what was published.
pub fn with<F: Future<Output = Result<Ending>>>(
    server: &Serve,
    maps: Maps,
    work: impl FnOnce(std::sync::Arc<Service>) -> F,
) -> Result<Ending> {
    let settings = Settings::read(server)?;
    super::staff::is_there(&settings.database)?;
    crate::serve::runtime()?.block_on(async {
        let plan = Plan::of(&settings)?;
        let plan = if maps == Maps::All { plan } else { Plan { maps: Vec::new(), ..plan } };
        let service = std::sync::Arc::new(open::unchecked(plan).await?);
        let ending = work(std::sync::Arc::clone(&service)).await;
        service.db.close().await;
        ending
    })
}

/// A bar on standard error; none where nobody looks at a terminal.
pub fn bar(length: u64, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(length);
    let style = ProgressStyle::with_template("{msg} {wide_bar} {human_pos}/{human_len} {eta}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(what);
    bar
}

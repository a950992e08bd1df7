//! `abide demo`: Wepack, a made-up shop with customers, orders and invoices, in a temporary folder. Nothing is sent:
//! a page shows the mails. Stops cleanly and leaves nothing behind.

mod folder;
mod shop;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use duties::mail::Mailbox;
use duties::{Clock, accounts};
use folder::Folder;
use policy::{Source, Sources};
use tokio::net::TcpListener;

use crate::Ending;
use crate::adapters::system::SystemClock;
use crate::cli::Demo;
use crate::open::{self, Plan, StoreUrls};
use crate::out;
use crate::serve::{Served, Stop};

const POLICY: &str = include_str!("../../../../examples/wepack/policy.yaml");
const MAP: &str = include_str!("../../../../examples/wepack/shop.map.yaml");
const DEFAULT_PORT: u16 = 8410;

/// Makes the shop, starts Wepack on it, prints where to click, serves until Ctrl-C.
pub fn run(options: &Demo) -> Result<Ending> {
    let folder = Folder::open(options.folder.as_deref())?;
    crate::serve::runtime()?.block_on(async {
        let served = start(options, folder.path()).await?;
        say(options, &served, folder.path()).await?;
        served.until_stopped().await
    })?;
    out::tell(format_args!("\nstopped"));
    Ok(Ending::Well)
}

async fn start(options: &Demo, folder: &Path) -> Result<Served> {
    let shop = folder.join("shop.sqlite");
    if !shop.exists() {
        let today = SystemClock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        shop::make(&shop, options.customers, options.seed, today).await?;
    }
    let listener = listen(options.port).await?;
    let mailbox = Arc::new(Mailbox::default());
    let sqlite = |name: &str| format!("sqlite://{}", folder.join(name).display());
    let urls = StoreUrls { read: sqlite("shop.sqlite"), erase: sqlite("shop.sqlite") };
    let service = open::service(Plan {
        policy: Sources::one(&Source::new("examples/wepack/policy.yaml", POLICY)),
        maps: vec![Source { name: "examples/wepack/shop.map.yaml".to_owned(), text: MAP.to_owned() }],
        database: options.database.clone().unwrap_or_else(|| sqlite("abide.sqlite")),
        keys_database: sqlite("keys.sqlite"),
        keys: folder.join("keys"),
        root_key: crate::adapters::root::RootKey::Folder,
        published: folder.join("published"),
        published_at: None,
        queue: folder.join("queue"),
        address: format!("http://{}", listener.local_addr()?),
        witnesses: Vec::new(),
        stores: BTreeMap::from([("shop".to_owned(), urls)]),
    })
    .await?;
    let alone = crate::serve::alone(&service).await?;
    Ok(Served {
        service: Arc::new(service),
        listener,
        mailer: mailbox.clone(),
        demo: Some(mailbox),
        closed: None,
        snapshot: None,
        stop: Stop::listen()?,
        alone,
    })
}

/// The usual port, so that the links stay the same; another one when it is taken.
async fn listen(port: Option<u16>) -> Result<TcpListener> {
    let at = |port: u16| TcpListener::bind(("127.0.0.1", port));
    match port {
        Some(port) => at(port)
            .await
            .with_context(|| format!("port {port} is taken; leave --port out to get a free one")),
        None => match at(DEFAULT_PORT).await {
            Ok(listener) => Ok(listener),
            Err(_) => at(0).await.context("no port of 127.0.0.1 is free"),
        },
    }
}

/// The few links to click.
async fn say(options: &Demo, served: &Served, folder: &Path) -> Result<()> {
    let base = &served.service.base_url;
    let staff = accounts::demo_link(&served.service).await?;
    let (name, email) = shop::YOU;
    out::line(format_args!(
        "Wepack, a made-up packaging shop with {customers} customers, is open.

  read its policy          {base}/policy
  ask it something         {base}/forms/contact
  order something          {base}/forms/order
  see what it has of you   {base}/privacy
                           be {name}, a customer: {email}
  the mails                {base}/demo/mailbox   (none is sent)
  work as its staff        {base}/demo/staff/{staff}   (once)

Everything is in {place}{fate}. Ctrl-C stops it.",
        customers = options.customers,
        place = folder.display(),
        fate = fate(options),
    ))
}

fn fate(options: &Demo) -> &'static str {
    if options.folder.is_some() { "" } else { " and goes when you stop" }
}

//! The running server: pages on one port, and loops that deliver mail, publish the ledger and carry requests on.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use duties::accountability::versions::Current;
use duties::mail::{Mailbox, Mailer};
use duties::standing::live;
use duties::{Service, accounts, jobs, rights};
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::adapters::smtp::Smtp;
use crate::adapters::snapshot;
use crate::news;
use crate::open::{self, Plan};
use crate::out;
use crate::settings::Settings;

/// How often the loops look for work: the ledger is published about once a second.
const ROUND: Duration = Duration::from_millis(500);

/// How often what has expired is removed.
const SWEEP: Duration = Duration::from_hours(1);

/// How often the gate asks how far the ledger is.
const FOLLOW: Duration = Duration::from_millis(50);

/// How long open connections may take when the server stops.
const LAST_CALL: Duration = Duration::from_secs(5);

/// The runtime of the server.
pub fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start the server's threads")
}

/// A service with its port taken and its first entries written.
pub struct Served {
    pub service: Arc<Service>,
    pub listener: TcpListener,
    pub mailer: Arc<dyn Mailer>,
    pub demo: Option<Arc<Mailbox>>,
    /// Where the gate is saved when the server stops; none: a server that does not come back.
    pub snapshot: Option<PathBuf>,
    pub stop: Stop,
}

/// What ends a server kindly: Ctrl-C or SIGTERM. Listened for from the start, so that neither is missed.
pub struct Stop {
    interrupted: Signal,
    terminated: Signal,
}

impl Stop {
    /// Listens.
    pub fn listen() -> Result<Self> {
        let listen = |kind| signal(kind).context("cannot listen for the signal to stop");
        Ok(Self {
            interrupted: listen(SignalKind::interrupt())?,
            terminated: listen(SignalKind::terminate())?,
        })
    }

    async fn told(mut self, stop: watch::Sender<bool>) {
        tokio::select! {
            _ = self.interrupted.recv() => {}
            _ = self.terminated.recv() => {}
        }
        let _ = stop.send(true);
    }
}

impl Served {
    /// Opens what the settings name.
    pub async fn open(settings: &Settings) -> Result<Self> {
        log();
        if let Some(beside) = settings.published_beside() {
            tracing::warn!(
                published = %settings.published.display(),
                beside = %beside.display(),
                "the published ledger lies beside the database: who restores or rewrites one can do the same to the \
                 other, and nobody notices; put `published` on another disk"
            );
        }
        let secure = settings.address.starts_with("https://");
        if !settings.listen.ip().is_loopback() && !secure {
            bail!(
                "{} can be reached from other machines, and {} is not https: put a proxy that ends TLS in front, and name \
                 its address with --address https://…",
                settings.listen,
                settings.address
            );
        }
        let listener = TcpListener::bind(settings.listen).await;
        let listener = listener
            .with_context(|| format!("cannot listen on {}; another program may be there", settings.listen))?;
        let service = open::service(Plan::of(settings)?).await?;
        news::offer(&service, settings).await?;
        let mailer = mailer(settings, &service)?;
        let path = settings.snapshots.join(format!("{}.snapshot", service.name));
        snapshot::restore(&service, &path).await;
        let (service, snapshot) = (Arc::new(service), Some(path));
        Ok(Self { service, listener, mailer, demo: None, snapshot, stop: Stop::listen()? })
    }

    /// Prints the link to the first account, as long as there is none. A server whose output nobody reads serves on.
    pub async fn say_first_run(&self) -> Result<()> {
        let base = &self.service.base_url;
        let mut said = format!("{} is at {base}", self.service.name);
        if let Some(token) = accounts::setup_token(&self.service).await? {
            let minutes = accounts::SETUP_LASTS.as_mins();
            let _ = write!(
                said,
                "\nmake the first account (the link works once, for {minutes} minutes):\n  {base}/console/setup?token={token}"
            );
        }
        let _ = out::line(format_args!("{said}"));
        Ok(())
    }

    /// Serves until Ctrl-C or SIGTERM; what was begun is finished, what waits goes on at the next start.
    pub async fn until_stopped(self) -> Result<()> {
        let (stop, stopped) = watch::channel(false);
        let mut loops = JoinSet::new();
        let current = Current::new(Arc::clone(&self.service));
        loops.spawn(errands(Arc::clone(&current), self.mailer, stopped.clone()));
        loops.spawn(requests(Arc::clone(&current), stopped.clone()));
        loops.spawn(following(Arc::clone(&current), stopped.clone()));
        loops.spawn(sweeping(current, stopped.clone()));
        let app = web::App {
            services: vec![Arc::clone(&self.service)],
            demo: self.demo,
            secure: self.service.base_url.starts_with("https://"),
        };
        let pages = axum::serve(self.listener, web::router(app)).with_graceful_shutdown(self.stop.told(stop));
        let mut ended = stopped.clone();
        tokio::select! {
            served = pages.into_future() => served.context("the server ended")?,
            () = async { let _ = ended.wait_for(|stop| *stop).await; tokio::time::sleep(LAST_CALL).await } => {}
        }
        loops.join_all().await;
        if let Some(path) = &self.snapshot
            && let Err(error) = snapshot::save(&self.service, path).await
        {
            tracing::warn!(%error, "the gate could not be saved; the next start reads the ledger");
        }
        self.service.db.close().await;
        Ok(())
    }
}

/// Mail and the published ledger.
async fn errands(current: Arc<Current>, mailer: Arc<dyn Mailer>, mut stopped: watch::Receiver<bool>) {
    while pause(&mut stopped, ROUND).await {
        if let Err(error) = jobs::tick(current.now().await.as_ref(), mailer.as_ref()).await {
            tracing::warn!(%error, "an errand failed; it is tried again");
        }
    }
}

/// The gate, which follows the ledger. Where it cannot, it grows stale, and then denies.
async fn following(current: Arc<Current>, mut stopped: watch::Receiver<bool>) {
    let mut well = true;
    loop {
        match live::follow(current.now().await.as_ref()).await {
            Ok(_) => well = true,
            Err(error) if well => {
                well = false;
                tracing::warn!(%error, "the gate cannot follow the ledger; it denies until it can");
            }
            Err(_) => {}
        }
        if !pause(&mut stopped, FOLLOW).await {
            return;
        }
    }
}

/// Requests that are being carried out, wherever they stopped.
async fn requests(current: Arc<Current>, mut stopped: watch::Receiver<bool>) {
    while pause(&mut stopped, ROUND).await {
        if let Err(error) = rights::tick(current.now().await.as_ref()).await {
            tracing::warn!(%error, "a request could not go on; it is tried again");
        }
    }
}

/// What is over: expired links, sessions and keys of repeated submissions.
async fn sweeping(current: Arc<Current>, mut stopped: watch::Receiver<bool>) {
    loop {
        if let Err(error) = jobs::tidy(current.now().await.as_ref()).await {
            tracing::warn!(%error, "what has expired could not be removed; it is tried again");
        }
        if !pause(&mut stopped, SWEEP).await {
            return;
        }
    }
}

/// Waits; false when it is time to stop.
async fn pause(stopped: &mut watch::Receiver<bool>, time: Duration) -> bool {
    tokio::select! {
        _ = stopped.wait_for(|stop| *stop) => false,
        () = tokio::time::sleep(time) => true,
    }
}

fn mailer(settings: &Settings, service: &Service) -> Result<Arc<dyn Mailer>> {
    let Ok(url) = std::env::var("ABIDE_SMTP_URL") else {
        bail!("no mail can be sent: name the mail server in ABIDE_SMTP_URL (smtps://user:password@host)");
    };
    let contact = service.policy.controller.email.as_ref().map(|stated| &stated.value);
    let from = settings
        .from
        .clone()
        .or_else(|| contact.map(|email| format!("{} <{email}>", service.policy.controller.name)));
    let from = from.context("no sender for mail: write `from` under [mail] in the settings file")?;
    Ok(Arc::new(Smtp::new(&url, &from)?))
}

fn log() {
    let filter =
        tracing_subscriber::EnvFilter::try_from_env("ABIDE_LOG").unwrap_or_else(|_| "info,sqlx=warn".into());
    let _ = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

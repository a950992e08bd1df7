//! The running server: pages on one port, and loops that deliver mail, publish the ledger and carry requests on.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use db::Alone;
use duties::accountability::versions::Current;
use duties::accountability::{self, witness};
use duties::doctor::Watch;
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

/// After how long a witness that did not sign is asked again.
const WITNESS_AGAIN: Duration = Duration::from_secs(10);
/// How many entries of the ledger are looked at in a round.
const EXAMINED: u64 = 500;

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
    /// Why nothing is signed, decided or read out: the database is behind what was published, or another.
    pub closed: Option<String>,
    /// Where the gate is saved when the server stops; none: a server that does not come back.
    pub snapshot: Option<PathBuf>,
    pub stop: Stop,
    pub alone: Option<Alone>,
}

/// Takes an embedded database for this server, and lets what a killed one held go on at once.
pub async fn alone(service: &Service) -> Result<Option<Alone>> {
    let alone = service.db.serve_alone()?;
    if let Some(alone) = &alone {
        jobs::take_up(service, alone).await?;
    }
    Ok(alone)
}

/// Whether the database continues what was published; why not, where it does not.
async fn closed(service: &Service) -> Result<Option<String>> {
    match accountability::check(service).await {
        Ok(()) => Ok(None),
        Err(error @ (duties::Error::Behind { .. } | duties::Error::Forked { .. })) => {
            Ok(Some(error.to_string()))
        }
        Err(error) => Err(error.into()),
    }
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

    /// Waits so long; true where it was told to stop meanwhile.
    pub async fn within(&mut self, time: Duration) -> bool {
        tokio::select! {
            _ = self.interrupted.recv() => true,
            _ = self.terminated.recv() => true,
            () = tokio::time::sleep(time) => false,
        }
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
        let service = open::unchecked(Plan::of(settings)?).await?;
        let failed = up_to_date(&service).await;
        let closed = closed(&service).await?.map(|why| match failed {
            Some(more) if more != why => format!("{why}; {more}"),
            _ => why,
        });
        let alone = if closed.is_none() { alone(&service).await? } else { service.db.serve_alone()? };
        let mailer = mailer(settings, &service)?;
        let path = settings.snapshots.join(format!("{}.snapshot", service.name));
        if closed.is_none() {
            news::offer(&service, settings).await?;
            snapshot::restore(&service, &path).await;
        }
        let service = if closed.is_some() { service.closed() } else { service };
        let (service, stop) = (Arc::new(service), Stop::listen()?);
        Ok(Self { service, listener, mailer, demo: None, closed, snapshot: Some(path), stop, alone })
    }

    /// Prints the link to the first account, as long as there is none. A server whose output nobody reads serves on.
    pub async fn say_first_run(&self) -> Result<()> {
        let base = &self.service.base_url;
        if let Some(why) = &self.closed {
            tracing::error!(%why, "closed: only requests are taken in");
            let _ = out::line(format_args!(
                "{} is closed: {why}\nmeanwhile {base} takes requests in; they wait in the queue and are opened as of the \
                 moment they came once the right database is there",
                self.service.name
            ));
            return Ok(());
        }
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
        if self.closed.is_some() {
            return self.while_closed().await;
        }
        let (stop, stopped) = watch::channel(false);
        let mut loops = JoinSet::new();
        let current = Current::new(Arc::clone(&self.service));
        loops.spawn(errands(Arc::clone(&current), self.mailer, stopped.clone()));
        loops.spawn(witnesses(Arc::clone(&current), stopped.clone()));
        loops.spawn(requests(Arc::clone(&current), stopped.clone()));
        loops.spawn(examining(Arc::clone(&current), stopped.clone()));
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
        // only now may another server come
        drop(self.alone);
        Ok(())
    }
}

impl Served {
    /// Takes requests in, and nothing else: no loop runs, nothing is signed.
    async fn while_closed(self) -> Result<()> {
        let (stop, _stopped) = watch::channel(false);
        let app = web::App {
            services: vec![Arc::clone(&self.service)],
            demo: None,
            secure: self.service.base_url.starts_with("https://"),
        };
        let pages = axum::serve(self.listener, web::closed_router(app));
        pages.with_graceful_shutdown(self.stop.told(stop)).await.context("the server ended")?;
        self.service.db.close().await;
        Ok(())
    }
}

/// A little of the look at the ledger each round.
async fn examining(current: Arc<Current>, mut stopped: watch::Receiver<bool>) {
    let mut watch = Watch::default();
    while pause(&mut stopped, ROUND).await {
        match watch.round(current.now().await.as_ref(), EXAMINED).await {
            Ok(Some(report)) if report.grade().is_some() => {
                tracing::error!(findings = report.findings.len(), "the look at the ledger found something");
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the look at the ledger stopped; it goes on"),
        }
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

/// Cosignatures of what was published; witnesses that are slow hold nothing else up.
async fn witnesses(current: Arc<Current>, mut stopped: watch::Receiver<bool>) {
    let mut wait = ROUND;
    while pause(&mut stopped, wait).await {
        wait = ROUND;
        if let Err(error) = witness::cosign(current.now().await.as_ref()).await {
            tracing::warn!(%error, "a witness did not sign; it is asked again");
            wait = WITNESS_AGAIN;
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

/// What is over: expired links and sessions, keys of repeated submissions, what stayed of erased people, old keys.
async fn sweeping(current: Arc<Current>, mut stopped: watch::Receiver<bool>) {
    loop {
        // each task that fails is in the log by itself, and in the console
        let _ = jobs::tidy(current.now().await.as_ref()).await;
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

/// A database restored from a backup does again what happened since, before anything is served. Why it could not, where it
/// could not: then it is behind still, which closes the server, and it takes requests in.
async fn up_to_date(service: &Service) -> Option<String> {
    match crate::catch_up::waiting(service).await {
        Ok(None) => None,
        Ok(Some(done)) => {
            tracing::warn!(
                from = done.from,
                to = done.to,
                erased = done.erased,
                "the database was restored from a backup; what happened since was done again"
            );
            None
        }
        Err(error) => {
            tracing::error!(%error, "what happened since the backup cannot be done again");
            Some(error.to_string())
        }
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

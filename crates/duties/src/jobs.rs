//! What the binary's loop calls about once a second, besides the requests' own round (`rights::tick`).

use jiff::SignedDuration;

use crate::accountability;
use crate::error::Error;
use crate::mail::{self, Delivered, Mailer};
use crate::queue;
use crate::rights;
use crate::service::Service;
use crate::sharing;
use crate::standing;
use crate::subjects;

/// What a round did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Round {
    /// Mail.
    pub mail: Delivered,
    /// Entries the released checkpoint covers now.
    pub published: u64,
}

/// One round: publish, deliver mail, fill the index and the stored standing behind. A failure of one does not stop the others;
/// the first one is returned at the end.
///
/// # Errors
/// [`Error`] of the first part that failed.
pub async fn tick(service: &Service, mailer: &dyn Mailer) -> Result<Round, Error> {
    let published = accountability::publish(service).await;
    let mail = mail::deliver_due(service, mailer).await;
    let indexed = service.db.index(&service.name).await;
    let followed = standing::follow(service).await;
    let expired = standing::expire(service).await;
    let settled = queue::settle(service).await;
    let round = Round { published: published?.published, mail: mail? };
    indexed?;
    followed?;
    expired?;
    settled?;
    Ok(round)
}

/// What a server that was killed held goes on at once, instead of when its leases end (two minutes for a step of a
/// request). Only the one server of an embedded database may say so: nobody else can be at it, and [`db::Alone`] proves
/// that. Should the proof ever be wrong, the epochs, which grow here, still keep whoever held a lease from reporting,
/// and a store from committing, over the one that takes it next.
///
/// The lease to publish ends by itself, within half a minute: `abide audit` publishes beside a server.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn take_up(service: &Service, alone: &db::Alone) -> Result<(), Error> {
    let name = &service.name;
    let [steps, jobs] = [db::steps::let_go(name, alone), db::jobs::let_go(name, alone)];
    service.submit(service.unit().write(steps).write(jobs).write(db::outbox::let_go(name, alone))).await?;
    Ok(())
}

/// How long the key of a unit that was sent over HTTP is kept: until then the same submission, request or consent sent
/// again is answered and not carried out again. Longer than a request may wait in the queue (thirty days). Those of lines
/// that were enrolled are kept for good: a file given again must not bring anybody back.
pub const REPEATABLE: SignedDuration = SignedDuration::from_hours(24 * 35);

/// A part of the housekeeping that could not be done.
#[derive(Debug)]
pub struct Failed {
    /// Which.
    pub task: &'static str,
    /// Why.
    pub error: Error,
}

/// What of a round's housekeeping could not be done; everything else was.
#[derive(Debug)]
pub struct Unfinished(pub Vec<Failed>);

impl std::fmt::Display for Unfinished {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts: Vec<String> = self.0.iter().map(|one| format!("{}: {}", one.task, one.error)).collect();
        f.write_str(&parts.join("; "))
    }
}

impl std::error::Error for Unfinished {}

/// Housekeeping for once an hour: what has expired goes, what stayed of erased people too when its time is over, and
/// once a day, in the first hour of it, the surviving keys are re-wrapped and old days' keys destroyed. Each part by
/// itself: one that fails keeps no other from being done; it is logged, and shown by [`Service::sweep`].
///
/// # Errors
/// [`Unfinished`]: every part that failed; the next round tries them again.
pub async fn tidy(service: &Service) -> Result<(), Unfinished> {
    let done = [
        ("expired", expired(service).await),
        ("erased", rights::ended::tidy(service).await),
        ("keys", renewed(service).await),
        ("suppressions", suppressed(service).await),
        ("bundles", accountability::remove_bundles(service).await),
        ("indexes", subjects::finish_rotation(service).await),
        ("log", service.db.shed().await.map(drop).map_err(Error::from)),
        ("key-log", service.keys.shed().await.map(drop)),
        ("signing", accountability::signing::retire(service).await.map(drop)),
    ];
    let failed =
        |(task, done): (&'static str, Result<(), Error>)| done.err().map(|error| Failed { task, error });
    let failed: Vec<Failed> = done.into_iter().filter_map(failed).collect();
    for Failed { task, error } in &failed {
        tracing::warn!(task, %error, "a part of the housekeeping failed; it is tried again");
    }
    service.swept.keep(service.now(), failed.iter().map(|one| (one.task, one.error.to_string())).collect());
    if failed.is_empty() { Ok(()) } else { Err(Unfinished(failed)) }
}

async fn expired(service: &Service) -> Result<(), Error> {
    let now = service.now();
    let before = |long: SignedDuration| now.checked_sub(long).unwrap_or(now);
    let mut unit = service.unit();
    for name in [service.name.as_str(), db::SERVER] {
        // used and expired links keep saying so for a month
        unit = unit.write(db::tokens::purge(name, before(SignedDuration::from_hours(24 * 30))));
        unit = unit.write(db::sessions::purge(name, now));
        unit = unit.write(db::idempotency::purge(name, before(REPEATABLE)));
    }
    service.submit(unit.write(sharing::bulk::purge(service))).await.map(drop)
}

async fn suppressed(service: &Service) -> Result<(), Error> {
    service
        .submit(service.unit().write(db::suppressions::purge(&service.name, service.now())))
        .await
        .map(drop)
}

async fn renewed(service: &Service) -> Result<(), Error> {
    let days = rights::remains::backup_days(service);
    service.keys.renew(service.now(), days, service.entropy.as_ref()).await.map(drop)
}

//! What the binary's loop calls about once a second, besides the requests' own round (`rights::tick`).

use crate::accountability;
use crate::error::Error;
use crate::mail::{self, Delivered, Mailer};
use crate::rights;
use crate::service::Service;

/// What a round did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Round {
    /// Mail.
    pub mail: Delivered,
    /// Entries the released checkpoint covers now.
    pub published: u64,
}

/// One round: publish, deliver mail, fill the index behind. A failure of one does not stop the others;
/// the first one is returned at the end.
///
/// # Errors
/// [`Error`] of the first part that failed.
pub async fn tick(service: &Service, mailer: &dyn Mailer) -> Result<Round, Error> {
    let published = accountability::publish(service).await;
    let mail = mail::deliver_due(service, mailer).await;
    let indexed = service.db.index(&service.name).await;
    let round = Round { published: published?.published, mail: mail? };
    indexed?;
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

/// Housekeeping for once an hour: what has expired goes, what stayed of erased people too when its time is over, and
/// once a day, in the first hour of it, the surviving keys are re-wrapped and old days' keys destroyed.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn tidy(service: &Service) -> Result<(), Error> {
    let now = service.now();
    let month_ago = now.checked_sub(jiff::SignedDuration::from_hours(24 * 30)).unwrap_or(now);
    let mut unit = service.unit();
    for name in [service.name.as_str(), db::SERVER] {
        // used and expired links keep saying so for a month
        unit = unit.write(db::tokens::purge(name, month_ago)).write(db::sessions::purge(name, now));
    }
    service.submit(unit).await?;
    // each by itself: one that fails stops no other
    let ended = rights::ended::tidy(service).await;
    let days = rights::remains::backup_days(service);
    service.keys.renew(now, days, service.entropy.as_ref()).await?;
    accountability::signing::retire(service).await?;
    ended
}

//! Delivery: each letter under a lease, retried with growing pauses, given up after two days.

use db::outbox::{self, Mail as Row};
use jiff::SignedDuration;

use super::{Mail, Mailer, NotSent, place};
use crate::error::Error;
use crate::service::Service;

/// Letters taken up in one round.
const AT_ONCE: u32 = 20;
/// How long a node may take for one letter.
const LEASE_LASTS: SignedDuration = SignedDuration::from_mins(2);
/// The pauses before the second try, the third and so on; the last one repeats.
const PAUSES: [i64; 6] = [30, 120, 600, 1_800, 7_200, 21_600];
/// How long a letter is tried.
const PATIENCE: SignedDuration = SignedDuration::from_hours(48);

/// What a round of delivery did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Delivered {
    /// Taken over by the mail server.
    pub sent: usize,
    /// To be tried again later.
    pub later: usize,
    /// Given up.
    pub given_up: usize,
}

/// Sends what is due; each letter under a lease, so that two nodes do not send it twice. A node that
/// dies between sending and noting it sends once more: the Message-ID is the same.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn deliver_due(service: &Service, mailer: &dyn Mailer) -> Result<Delivered, Error> {
    let mut delivered = Delivered::default();
    for row in outbox::due(&service.db, &service.name, service.now(), AT_ONCE).await? {
        if !lease(service, &row).await? {
            continue;
        }
        let outcome = send(service, mailer, &row).await;
        match outcome {
            Ok(()) => delivered.sent += 1,
            Err(NotSent::Later(_)) if !is_over(service, &row) => delivered.later += 1,
            Err(_) => delivered.given_up += 1,
        }
        note(service, &row, outcome).await?;
    }
    Ok(delivered)
}

async fn lease(service: &Service, row: &Row) -> Result<bool, Error> {
    let now = service.now();
    let until = now.checked_add(LEASE_LASTS).unwrap_or(now);
    let write = outbox::lease(&service.name, row, &service.instance.to_string(), until, now);
    match service.submit(service.unit().write(write)).await {
        Ok(_) => Ok(true),
        Err(Error::Db(error)) if error.is_conflict() => Ok(false),
        Err(error) => Err(error),
    }
}

async fn send(service: &Service, mailer: &dyn Mailer, row: &Row) -> Result<(), NotSent> {
    let damaged = |_| NotSent::Never("the stored letter cannot be opened".to_owned());
    let key = service
        .keys
        .service_data()
        .map_err(|_| NotSent::Later("the key of the letters cannot be opened".to_owned()))?;
    let plain = key.open(&place(service, row.id), &row.sealed).map_err(damaged)?;
    let mail: Mail = serde_json::from_slice(&plain)
        .map_err(|_| NotSent::Never("the stored letter cannot be read".to_owned()))?;
    mailer.send(&mail).await
}

fn is_over(service: &Service, row: &Row) -> bool {
    service.now().duration_since(row.created_at) > PATIENCE
}

async fn note(service: &Service, row: &Row, outcome: Result<(), NotSent>) -> Result<(), Error> {
    let (name, now, epoch) = (&service.name, service.now(), row.lease_epoch + 1);
    let write = match outcome {
        Ok(()) => outbox::sent(name, row.id, epoch, now),
        Err(NotSent::Later(why)) if !is_over(service, row) => {
            let next = now.checked_add(pause(row.attempts)).unwrap_or(now);
            outbox::retry(name, row.id, epoch, next, &why)
        }
        Err(NotSent::Later(why) | NotSent::Never(why)) => outbox::give_up(name, row.id, epoch, now, &why),
    };
    match service.submit(service.unit().write(write)).await {
        // the lease was lost meanwhile: the node that has it now notes the outcome
        Err(Error::Db(error)) if error.is_conflict() => Ok(()),
        done => done.map(|_| ()),
    }
}

fn pause(attempts: i64) -> SignedDuration {
    let nth = usize::try_from(attempts).unwrap_or(0);
    let [.., longest] = PAUSES;
    SignedDuration::from_secs(PAUSES.get(nth).copied().unwrap_or(longest))
}

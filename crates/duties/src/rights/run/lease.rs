//! The lease of a step: held longer while the step is carried out, asked right before a store commits.

use std::sync::Arc;
use std::time::Duration;

use db::steps::{self, Step};
use db::{Db, Unit};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::Service;
use crate::clock::Clock;

/// How long a lease lasts; who stops renewing it is taken for dead after that.
pub(super) const LASTS: SignedDuration = SignedDuration::from_mins(2);
/// Renewed when this much of it has gone: two renewals may fail before it is lost.
const RENEW_AFTER: SignedDuration = SignedDuration::from_secs(40);
/// No step takes longer; what hangs is then another's to try.
const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// How often the service's clock is looked at. Looking costs nothing; a machine that slept renews when it wakes.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// The lease this process has on a step.
#[derive(Clone)]
pub(super) struct Lease {
    db: Db,
    service: String,
    clock: Arc<dyn Clock>,
    step: Uuid,
    epoch: i64,
}

impl Lease {
    /// Of a step as it was read after it was leased.
    pub fn of(service: &Service, step: &Step) -> Self {
        Self {
            db: service.db.clone(),
            service: service.name.clone(),
            clock: Arc::clone(&service.clock),
            step: step.id,
            epoch: step.lease_epoch,
        }
    }

    /// Whether it is still ours. An unreachable database means no.
    pub async fn held(self) -> bool {
        let Ok(Some(step)) = steps::find(&self.db, &self.service, self.step).await else { return false };
        let now = self.clock.now();
        step.lease_epoch == self.epoch && step.lease_until.is_some_and(|until| until > now)
    }

    /// Carries the work out, and holds the lease as long as that takes. The work is not told when the lease is lost:
    /// whatever it does is fenced by the epoch.
    pub async fn during<T>(self, work: impl Future<Output = T>) -> T {
        tokio::pin!(work);
        tokio::select! {
            done = &mut work => return done,
            () = self.renew() => {}
        }
        work.await
    }

    /// Until it is lost or the longest time is over.
    async fn renew(&self) {
        let begun = self.clock.now();
        let mut last = begun;
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            let now = self.clock.now();
            if now.duration_since(begun) > LONGEST {
                return;
            }
            if now.duration_since(last) < RENEW_AFTER {
                continue;
            }
            match self.hold(now).await {
                Ok(()) => last = now,
                // the step is another's, or done
                Err(error) if error.is_conflict() => return,
                Err(error) => tracing::warn!(step = %self.step, %error, "a lease could not be renewed"),
            }
        }
    }

    async fn hold(&self, now: Timestamp) -> db::Result<()> {
        let until = now.checked_add(LASTS).unwrap_or(now);
        let write = steps::renew(&self.service, self.step, self.epoch, until);
        self.db.submit(Unit::new(&self.service, now).write(write)).await.map(drop)
    }
}

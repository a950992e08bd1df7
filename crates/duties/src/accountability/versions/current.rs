//! The service under the version in force now: a version that comes into force takes the place of the one before by the
//! clock, without a restart.

use std::sync::{Arc, PoisonError, RwLock};

use db::policies;
use jiff::{SignedDuration, Timestamp};

use super::archive;
use crate::error::Error;
use crate::service::Service;

/// How long it may take until a version that another process published is known here.
const KNOWN: SignedDuration = SignedDuration::from_secs(1);

/// A service whose policy follows the clock. Who holds a [`Service`] of before finishes under the version they began with.
pub struct Current {
    known: RwLock<Known>,
}

struct Known {
    service: Arc<Service>,
    looked: Timestamp,
    next: Option<Timestamp>,
}

impl Current {
    /// Follows the clock from this service on.
    #[must_use]
    pub fn new(service: Arc<Service>) -> Arc<Self> {
        let known = Known { service, looked: Timestamp::MIN, next: None };
        Arc::new(Self { known: RwLock::new(known) })
    }

    /// The service under the version that was in force when it was last looked.
    #[must_use]
    pub fn service(&self) -> Arc<Service> {
        Arc::clone(&self.read().service)
    }

    /// The service under the version in force now. Where the database does not answer, it is the one known last.
    pub async fn now(&self) -> Arc<Service> {
        let service = self.service();
        let now = service.now();
        let due = {
            let known = self.read();
            let moved = now.duration_since(known.looked).abs() >= KNOWN;
            moved || known.next.is_some_and(|next| next <= now)
        };
        if due { self.look(now).await.unwrap_or(service) } else { service }
    }

    /// Asks the database which version is in force and when the next comes.
    async fn look(&self, now: Timestamp) -> Result<Arc<Service>, Error> {
        let service = self.service();
        let next = policies::next(&service.db, &service.name, now).await?.map(|row| row.effective_at);
        let row = policies::in_force(&service.db, &service.name, now).await?;
        let changed = row.filter(|row| row.hash != service.policy.hash);
        let policy = changed.map(|row| archive::policy(&row)).transpose()?;
        let service = policy.map_or(service.clone(), |policy| Arc::new(service.under(policy)));
        *self.known.write().unwrap_or_else(PoisonError::into_inner) =
            Known { service: Arc::clone(&service), looked: now, next };
        Ok(service)
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner)
    }
}

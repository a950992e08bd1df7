//! One policy's deployment: everything a duty needs, handed in once.

use std::collections::BTreeMap;
use std::sync::Arc;

use db::{Db, Submitted, Unit};
use jiff::Timestamp;
use policy::Policy;
use policy::map::StoreMap;
use stores::Connector;
use uuid::Uuid;
use vault::Entropy;

use crate::clock::Clock;
use crate::error::Error;
use crate::keys::Keys;
use crate::locks::Locks;
use crate::published::Published;
use crate::throttle::Limits;

/// A service: one compiled policy and what carries it out. Cheap to share behind an `Arc`.
pub struct Service {
    /// The service's name, first column of every table.
    pub name: String,
    /// The policy in force.
    pub policy: Arc<Policy>,
    /// The maps of the company's stores.
    pub maps: Vec<Arc<StoreMap>>,
    /// The connected stores by name.
    pub stores: BTreeMap<String, Arc<dyn Connector>>,
    /// Abide's own database.
    pub db: Db,
    /// The keys: the vault and the key database.
    pub keys: Keys,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Where the service's pages are, without a slash at the end (`https://privacy.wepack.example`).
    pub base_url: String,
    /// Where checkpoints and tiles are published; `None` only where nothing is to be proven.
    pub published: Option<Arc<dyn Published>>,
    /// Counters against floods and guessing.
    pub limits: Limits,
    /// Locks within this node.
    pub locks: Locks,
    /// This running instance: the owner of its leases.
    pub instance: Uuid,
}

impl Service {
    /// The present moment, by the service's clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A fresh id: UUID version 7 from the service's clock and randomness.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        crate::ids::new(self.now(), self.entropy.as_ref())
    }

    /// An empty unit of this service, of now.
    #[must_use]
    pub fn unit(&self) -> Unit {
        Unit::new(self.name.clone(), self.now())
    }

    /// Writes a unit: all of it or nothing; durable when this returns.
    ///
    /// # Errors
    /// [`Error::Db`]; a conflict means that somebody else was first.
    pub async fn submit(&self, unit: Unit) -> Result<Submitted, Error> {
        Ok(self.db.submit(unit).await?)
    }

    /// The language to speak: the one asked for if the policy has it, else the reference language.
    #[must_use]
    pub fn language(&self, wanted: &str) -> &str {
        let languages = &self.policy.languages;
        languages.also.iter().find(|lang| *lang == wanted).unwrap_or(&languages.reference)
    }
}

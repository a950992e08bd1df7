//! One policy's deployment: everything a duty needs.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};

use db::{Db, Submitted, Unit};
use gate::Rules;
use jiff::Timestamp;
use ledger::Hash;
use policy::map::StoreMap;
use policy::{Form, Policy};
use stores::Connector;
use uuid::Uuid;
use vault::Entropy;

use crate::clock::Clock;
use crate::error::Error;
use crate::keys::Keys;
use crate::locks::Locks;
use crate::memory::{Compiled, Live, Remembered, Sweep, Swept};
use crate::notice;
use crate::published::Published;
use crate::throttle::Limits;
use crate::witness::Witness;

/// What a service is made of: handed in once, read by every duty.
pub struct Parts {
    /// The policy in force.
    pub policy: Arc<Policy>,
    /// The policy file as it was written; it goes into the archive.
    pub source: String,
    /// The maps of the company's stores.
    pub maps: Vec<Arc<StoreMap>>,
    /// The connected stores by name.
    pub stores: BTreeMap<String, Arc<dyn Connector>>,
    /// Abide's own database.
    pub db: Db,
    /// The keys: the vault and the key database.
    pub keys: Arc<Keys>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Where the service's pages are (`https://privacy.wepack.example`).
    pub base_url: String,
    /// Where checkpoints and tiles are published; `None` only where nothing is to be proven.
    pub published: Option<Arc<dyn Published>>,
    /// Who is asked to cosign them; may be nobody.
    pub witnesses: Vec<Arc<dyn Witness>>,
}

/// A running service: its parts, and what this node keeps beside them. Cheap to share behind an `Arc`.
///
/// It reads as its [`Parts`]: `service.policy`, `service.db`.
pub struct Service {
    parts: Parts,
    /// The service's name, first column of every table.
    pub name: String,
    /// Counters against floods and guessing.
    pub limits: Arc<Limits>,
    /// Locks within this node.
    pub locks: Arc<Locks>,
    /// This running instance: the owner of its leases.
    pub instance: Uuid,
    /// The policy compiled for the gate.
    compiled: Compiled,
    /// Hashes of notices of this version of the policy, by form and language.
    notices: Mutex<BTreeMap<(String, String), Option<Hash>>>,
    /// Whether nothing may be written: the database does not continue what was published.
    closed: bool,
    /// Where requests wait that come while the database is behind what is published: outside of it and its backups.
    pub queue: Option<Arc<dyn Published>>,
    /// Everyone's standing in memory.
    pub live: Arc<Live>,
    /// What the tokens of programs open, for a second.
    pub(crate) remembered: Arc<Remembered>,
    /// What the last housekeeping could not do.
    pub(crate) swept: Arc<Swept>,
}

impl Deref for Service {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl DerefMut for Service {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.parts
    }
}

impl Service {
    /// A node of the service. [`crate::start`] makes its policy known as well.
    pub(crate) fn new(mut parts: Parts) -> Self {
        parts.base_url.truncate(parts.base_url.trim_end_matches('/').len());
        Self {
            name: parts.policy.service.clone(),
            limits: Arc::default(),
            locks: Arc::default(),
            notices: Mutex::default(),
            instance: crate::ids::new(parts.clock.now(), parts.entropy.as_ref()),
            closed: false,
            queue: None,
            compiled: Compiled::default(),
            live: Arc::default(),
            remembered: Arc::default(),
            swept: Arc::default(),
            parts,
        }
    }

    /// The same node under another version of the policy: it shares everything else with this one.
    pub(crate) fn under(&self, policy: Policy) -> Self {
        let Parts {
            policy: _,
            source,
            maps,
            stores,
            db,
            keys,
            clock,
            entropy,
            base_url,
            published,
            witnesses,
        } = &self.parts;
        let parts = Parts {
            policy: Arc::new(policy),
            source: source.clone(),
            maps: maps.clone(),
            stores: stores.clone(),
            db: db.clone(),
            keys: Arc::clone(keys),
            clock: Arc::clone(clock),
            entropy: Arc::clone(entropy),
            base_url: base_url.clone(),
            published: published.clone(),
            witnesses: witnesses.clone(),
        };
        let (limits, locks) = (Arc::clone(&self.limits), Arc::clone(&self.locks));
        Self {
            name: self.name.clone(),
            limits,
            locks,
            instance: self.instance,
            compiled: Compiled::default(),
            notices: Mutex::default(),
            closed: self.closed,
            queue: self.queue.clone(),
            live: Arc::clone(&self.live),
            remembered: Arc::clone(&self.remembered),
            swept: Arc::clone(&self.swept),
            parts,
        }
    }

    /// The same node with a queue for requests that come while the database is behind.
    #[must_use]
    pub fn with_queue(mut self, queue: Arc<dyn Published>) -> Self {
        self.queue = Some(queue);
        self
    }

    /// The same node, closed: every write is refused, so that nothing takes a place in the ledger that is published with
    /// something else.
    #[must_use]
    pub fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// This node's last housekeeping, and what of it failed; none before the first.
    #[must_use]
    pub fn sweep(&self) -> Option<Sweep> {
        self.swept.last()
    }

    /// The policy compiled for the gate.
    #[must_use]
    pub fn rules(&self) -> Arc<Rules> {
        self.compiled.of(&self.policy)
    }

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

    /// The hash of what the policy in force says about a form, as receipts name it.
    pub(crate) fn notice(&self, form: &Form, lang: &str) -> Option<Hash> {
        let mut known = self.notices.lock().unwrap_or_else(PoisonError::into_inner);
        let of = (form.name.clone(), lang.to_owned());
        *known.entry(of).or_insert_with(|| notice::hash(&self.policy, form, lang, &self.base_url))
    }

    /// Writes a unit: all of it or nothing; durable when this returns.
    ///
    /// # Errors
    /// [`Error::Db`]; a conflict means that somebody else was first. [`Error::Closed`].
    pub async fn submit(&self, unit: Unit) -> Result<Submitted, Error> {
        if self.closed {
            return Err(Error::Closed);
        }
        Ok(self.db.submit(unit).await?)
    }

    /// The language to speak: the one asked for if the policy has it, else the reference language.
    #[must_use]
    pub fn language(&self, wanted: &str) -> &str {
        let languages = &self.policy.languages;
        languages.also.iter().find(|lang| *lang == wanted).unwrap_or(&languages.reference)
    }
}

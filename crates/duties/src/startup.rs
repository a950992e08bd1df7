//! Putting a service together, and making its policy version known to the ledger.

use std::collections::BTreeMap;
use std::sync::Arc;

use db::{Db, EntryRef, policies};
use ledger::Kind;
use policy::Policy;
use policy::map::StoreMap;
use stores::Connector;
use vault::Entropy;

use crate::clock::Clock;
use crate::entries;
use crate::error::Error;
use crate::ids;
use crate::keys::Keys;
use crate::locks::Locks;
use crate::published::Published;
use crate::service::Service;
use crate::throttle::Limits;

/// What a service is made of.
pub struct Parts {
    /// The compiled policy.
    pub policy: Arc<Policy>,
    /// The policy file as it was written; it goes into the archive.
    pub source: String,
    /// The maps of the company's stores.
    pub maps: Vec<Arc<StoreMap>>,
    /// The connected stores by name.
    pub stores: BTreeMap<String, Arc<dyn Connector>>,
    /// Abide's own database.
    pub db: Db,
    /// The service's keys.
    pub keys: Keys,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Where the service's pages are, without a slash at the end.
    pub base_url: String,
    /// Where the ledger is published.
    pub published: Option<Arc<dyn Published>>,
}

/// Puts the service together. A policy version that was never in force before goes into the archive
/// and on the ledger; a known one changes nothing.
///
/// # Errors
/// [`Error`], where the database or a key does not answer.
pub async fn start(parts: Parts) -> Result<Service, Error> {
    let Parts { policy, source, maps, stores, db, keys, clock, entropy, base_url, published } = parts;
    let base_url = base_url.trim_end_matches('/').to_owned();
    let name = policy.service.clone();
    let (limits, locks) = (Limits::default(), Locks::default());
    let instance = ids::new(clock.now(), entropy.as_ref());
    let service = Service {
        name,
        policy,
        maps,
        stores,
        db,
        keys,
        clock,
        entropy,
        base_url,
        published,
        limits,
        locks,
        instance,
    };
    publish_policy(&service, &source).await?;
    Ok(service)
}

async fn publish_policy(service: &Service, source: &str) -> Result<(), Error> {
    let hash = service.policy.hash;
    if policies::find(&service.db, &service.name, &hash).await?.is_some() {
        return Ok(());
    }
    let facts = entries::facts(service, Kind::PolicyPublished, None, entries::ABIDE);
    let body = serde_json::json!({ "version": service.policy.version.to_string(), "hash": service.policy.hash_hex() });
    let entry =
        entries::entry(service, &service.keys.service_evidence()?, facts, Some(body.to_string().as_bytes()))?;
    let row = policies::PolicyRow {
        hash,
        version: service.policy.version.to_string(),
        source: source.to_owned(),
        canonical: service.policy.canonical.clone(),
        published_at: service.now(),
        entry: Some(EntryRef::Nth(0)),
    };
    let unit = service.unit().entry(entry).write(policies::insert(&service.name, &row));
    match service.submit(unit).await {
        // another node was first
        Err(Error::Db(error)) if error.is_conflict() => Ok(()),
        done => done.map(|_| ()),
    }
}

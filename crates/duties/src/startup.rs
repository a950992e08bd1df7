//! Starting a service: under the version of its policy that is in force.

use crate::accountability::versions;
use crate::error::Error;
use crate::service::{Parts, Service};

/// Puts the service together. The first policy of a service goes into the archive and on the ledger, and is in force at
/// once. From then on the version in force counts, whatever the file says: a changed file is published by
/// [`versions::offer`] or [`versions::publish`], which mind the notice it needs.
///
/// # Errors
/// [`Error`], where the database or a key does not answer.
pub async fn start(parts: Parts) -> Result<Service, Error> {
    let service = Service::new(parts);
    match versions::in_force(&service.db, &service.name, service.now()).await? {
        Some(policy) if policy.hash == service.policy.hash => Ok(service),
        Some(policy) => Ok(service.under(policy)),
        None => {
            versions::first(&service).await?;
            Ok(service)
        }
    }
}

//! A policy file at the start of a server: what it is to the version in force.

use db::policies;
use jiff::civil::Date;
use policy::Policy;
use policy::diff::{self, Class};

use super::archive;
use super::publish::{Refused, publish};
use crate::error::Error;
use crate::service::Service;

/// What a file is to the version in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// It is the version in force.
    Same,
    /// It changes wording only, which needs no time: it was published just now and is in force.
    Published(Date),
    /// It is published and comes into force later.
    Coming {
        /// Its date.
        version: Date,
        /// The day it takes effect.
        on: Date,
    },
    /// It is a version that was in force before.
    Former(Date),
    /// It says something else than what was published under its date.
    SameDay(Date),
    /// It needs a notice, or a day: it has to be published by hand.
    Waits {
        /// The gravest class of what it changes.
        class: Class,
        /// How many differences there are.
        differences: usize,
        /// The first day it can lawfully take effect.
        earliest: Date,
    },
}

/// Says what a file is to the version in force, and publishes it where that needs no notice but posting it: where every
/// difference is minor and no time was promised for it. Anything else waits for [`publish`].
///
/// # Errors
/// [`Refused`], where the file is another service's, or the database does not answer.
pub async fn offer(service: &Service, offered: &Policy, source: &str) -> Result<News, Refused> {
    if offered.service != service.name {
        let (offered, service) = (offered.service.clone(), service.name.clone());
        return Err(Refused::OtherService { offered, service });
    }
    let differences = diff::diff(&service.policy, offered);
    let Some(class) = diff::gravest(&differences) else { return Ok(News::Same) };
    if let Some(known) = known(service, offered).await? {
        return Ok(known);
    }
    let (zone, now) = (policy::clock::zone(offered), service.now());
    let earliest = diff::earliest(&differences, now, &zone);
    let today = now.to_zoned(zone).date();
    if class == Class::Minor && earliest <= today {
        publish(service, offered, source, Some(today)).await?;
        return Ok(News::Published(offered.version));
    }
    Ok(News::Waits { class, differences: differences.len(), earliest: earliest.max(today) })
}

/// What the archive knows of a version of this date.
async fn known(service: &Service, offered: &Policy) -> Result<Option<News>, Error> {
    let version = offered.version;
    let row = policies::of_version(&service.db, &service.name, &version.to_string()).await?;
    let Some(row) = row else { return Ok(None) };
    if !diff::diff(&archive::policy(&row)?, offered).is_empty() {
        return Ok(Some(News::SameDay(version)));
    }
    let on = row.effective_at.to_zoned(policy::clock::zone(offered)).date();
    let comes = row.effective_at > service.now();
    Ok(Some(if comes { News::Coming { version, on } } else { News::Former(version) }))
}

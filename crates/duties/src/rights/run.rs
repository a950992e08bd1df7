//! Carrying a request out, and taking up what a killed process left.
//!
//! INVARIANT: steps are persisted before the first one runs; each runs under a lease, is repeatable, and is closed
//! only by a second look that finds nothing left. The order of an erasure: tombstone published, stores, Abide's own
//! rows, the person's data key, the last letter.

mod close;
mod drive;
mod forget;
mod lease;
mod left;
mod start;
mod store;
mod twins;

pub(crate) use forget::forget_again;
pub(super) use start::step as by_hand;
pub(super) use twins::others;

use std::collections::BTreeSet;

use db::{Unit, leases, packages, requests, steps};
use jiff::SignedDuration;
use uuid::Uuid;

use super::loaded::load;
use super::{Error, RequestKind, RequestState, Result, rehearsal, summary};
use crate::Service;
use crate::accounts::{Role, Staff};

/// How many steps a tick takes up at most.
const AT_ONCE: u32 = 50;
/// How often expired answers are deleted.
const PURGE_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// What a tick did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Steps verified.
    pub verified: usize,
    /// Steps that failed and will be tried again.
    pub failed: usize,
}

/// Carries the request out as far as it comes now. What cannot be finished waits and is tried again by
/// [`tick`]; the state returned says which. A second click while it runs changes nothing.
pub async fn run(service: &Service, staff: &Staff, id: Uuid) -> Result<RequestState> {
    let request = load(service, id).await?;
    staff.must_be(if request.kind == RequestKind::Erasure { Role::PrivacyLead } else { Role::Support })?;
    match request.state {
        RequestState::Open | RequestState::Planned => match start::start(service, staff, request).await {
            // somebody else's click was first: look what became of it
            Err(Error::Changed) if has_begun(service, id).await? => {}
            started => started?,
        },
        RequestState::Running | RequestState::PartlyDone => hurry(service, id).await?,
        closed => return Ok(closed),
    }
    drive::drive(service, id).await?;
    let row = requests::get(&service.db, &service.name, id).await?;
    summary::state(&row)
}

async fn has_begun(service: &Service, id: Uuid) -> Result<bool> {
    Ok(!steps::list(&service.db, &service.name, id).await?.is_empty())
}

/// Staff ask to try again now: what waits for its next time need not wait.
async fn hurry(service: &Service, id: Uuid) -> Result<()> {
    let now = service.now();
    for mut step in steps::list(&service.db, &service.name, id).await? {
        let idle = step.lease_until.is_none_or(|until| until <= now);
        if step.state == steps::WAITING && step.next_at > now && idle {
            step.next_at = now;
            let unit = Unit::new(&service.name, now).write(steps::update(&service.name, &step));
            match service.db.submit(unit).await {
                Err(error) if error.is_conflict() => {}
                done => drop(done?),
            }
        }
    }
    Ok(())
}

/// Takes up steps whose time has come or whose lease ended, and deletes expired answers. To be called every few
/// seconds. One request's failure does not stop the others.
pub async fn tick(service: &Service) -> Result<Ticked> {
    let due = steps::due(&service.db, &service.name, service.now(), AT_ONCE).await?;
    let requests: BTreeSet<Uuid> = due.iter().map(|step| step.request).collect();
    let mut ticked = Ticked::default();
    for id in requests {
        match drive::drive(service, id).await {
            Ok(drove) => {
                ticked.verified += drove.verified;
                ticked.failed += drove.failed;
            }
            Err(Error::Stopped(at)) => return Err(Error::Stopped(at)),
            Err(error) => tracing::error!(request = %id, %error, "a request could not be carried on"),
        }
    }
    rehearsal::tick(service).await?;
    purge(service).await?;
    Ok(ticked)
}

/// Expired answers go, on one node, once an hour. Reading refuses them before that.
async fn purge(service: &Service) -> Result<()> {
    const NAME: &str = "purge-packages";
    let now = service.now();
    let lease = leases::find(&service.db, &service.name, NAME).await?;
    if lease.is_some_and(|lease| lease.until > now) {
        return Ok(());
    }
    let until = now.checked_add(PURGE_EVERY).unwrap_or(now);
    let owner = service.new_id().to_string();
    let take = leases::take(&service.name, NAME, &owner, until, now);
    match service
        .db
        .submit(Unit::new(&service.name, now).write(take).write(packages::purge(&service.name, now)))
        .await
    {
        Err(error) if error.is_conflict() => Ok(()),
        done => done.map(drop).map_err(Error::from),
    }
}

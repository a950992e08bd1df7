//! A rehearsal as work of its own: a slow store must not keep a browser waiting. It is persisted before it begins, done
//! under a lease, taken up by another process if this one ends, and what came of it stands in its row.

use db::jobs::{self, Job};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::loaded::load;
use super::plan::rehearse_as;
use super::{Error, RequestState, Result};
use crate::Service;
use crate::accounts::{Role, Staff};

/// The kind of these jobs.
const KIND: &str = "rehearse";
/// How long a process may be silent about one before another takes it up.
const LASTS: SignedDuration = SignedDuration::from_mins(10);
/// When one that failed would be tried again: nobody waits that long.
const NEVER: SignedDuration = SignedDuration::from_hours(24 * 365 * 100);
/// How many a round takes up at most.
const AT_ONCE: u32 = 16;

/// Where a rehearsal stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rehearsal {
    /// It is being done, since then.
    Running {
        /// When it was asked for.
        since: Timestamp,
    },
    /// It is done; the plan has its numbers.
    Done,
    /// It could not be done, in words.
    Failed(String),
}

/// What a job needs: no personal data.
#[derive(Serialize, Deserialize)]
struct Asked {
    request: Uuid,
    actor: String,
    lang: String,
}

/// Notes that a plan is to be rehearsed. The id is the rehearsal's, for [`carry_out`] and [`rehearsal`].
///
/// # Errors
/// [`Error::NeedsPlan`] where none is drawn.
pub async fn ask_rehearsal(service: &Service, staff: &Staff, id: Uuid, lang: &str) -> Result<Uuid> {
    staff.must_be(Role::Support)?;
    let request = load(service, id).await?;
    request.must_be(&[RequestState::Planned])?;
    if request.case.plan.is_none() {
        return Err(Error::NeedsPlan);
    }
    let asked = Asked { request: id, actor: staff.actor(), lang: lang.to_owned() };
    let (job, now) = (service.new_id(), service.now());
    let row = Job {
        id: job,
        kind: KIND.to_owned(),
        payload: serde_json::to_string(&asked).ok(),
        state: jobs::WAITING.to_owned(),
        attempts: 0,
        created_at: now,
        next_at: now,
        done_at: None,
        error: None,
        lease_owner: None,
        lease_until: None,
        lease_epoch: 0,
    };
    service.db.submit(service.unit().write(jobs::insert(&service.name, &row))).await?;
    Ok(job)
}

/// Does it, unless somebody else does. What went wrong is written down, and returned.
///
/// # Errors
/// As [`super::rehearse`].
pub async fn carry_out(service: &Service, job: Uuid) -> Result<()> {
    let now = service.now();
    let row = jobs::find(&service.db, &service.name, job).await?.ok_or(Error::NotFound)?;
    let asked = row.payload.as_deref().and_then(|payload| serde_json::from_str::<Asked>(payload).ok());
    let asked = asked.ok_or(crate::Error::Damaged("job"))?;
    let until = now.checked_add(LASTS).unwrap_or(now);
    let lease = jobs::lease(&service.name, &row, &service.instance.to_string(), until, now);
    match service.db.submit(service.unit().write(lease)).await {
        Err(error) if error.is_conflict() => return Ok(()),
        leased => drop(leased?),
    }
    let done = rehearse_as(service, &asked.actor, asked.request, &asked.lang).await.map(drop);
    let (name, epoch) = (service.name.as_str(), row.lease_epoch + 1);
    let write = match &done {
        Ok(()) => jobs::finish(name, job, epoch, service.now()),
        // it is not tried again by itself: staff look at it, and ask again
        Err(error) => {
            let never = service.now().checked_add(NEVER).unwrap_or_else(|_| service.now());
            jobs::retry(name, job, epoch, never, error.code())
        }
    };
    service.db.submit(service.unit().write(write)).await?;
    done
}

/// Where it stands.
///
/// # Errors
/// [`Error::NotFound`] for one that never was.
pub async fn rehearsal(service: &Service, job: Uuid, lang: &str) -> Result<Rehearsal> {
    let row = jobs::find(&service.db, &service.name, job).await?.filter(|row| row.kind == KIND);
    let row = row.ok_or(Error::NotFound)?;
    Ok(match row.error {
        Some(code) => Rehearsal::Failed(texts::texts(lang).say(&format!("rights-error-{code}"))),
        None if row.state == jobs::DONE => Rehearsal::Done,
        None => Rehearsal::Running { since: row.created_at },
    })
}

/// Takes up what a process that ended left.
pub(super) async fn tick(service: &Service) -> Result<()> {
    let taken = |row: &Job| row.kind == KIND && row.attempts > 0;
    for row in
        jobs::due(&service.db, &service.name, service.now(), AT_ONCE).await?.iter().filter(|row| taken(row))
    {
        if let Err(error) = carry_out(service, row.id).await {
            tracing::warn!(job = %row.id, %error, "a rehearsal could not be done");
        }
    }
    Ok(())
}

//! Steps one after the other, each under a lease; what fails waits longer each time and is tried again.

use db::Unit;
use db::steps::{self, Step};
use jiff::SignedDuration;
use ledger::Kind;
use uuid::Uuid;

use super::lease::{self, Lease};
use super::start::action;
use super::{Ticked, close, forget, store};
use crate::rights::finish::Finish;
use crate::rights::loaded::{Loaded, load};
use crate::rights::points::point;
use crate::rights::{Error, RequestState, Result, answering, inform};
use crate::{Service, entries};

/// The waits after the first, second … failure; the last one repeats.
const WAITS: [SignedDuration; 5] = [
    SignedDuration::from_secs(10),
    SignedDuration::from_secs(60),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(20),
    SignedDuration::from_hours(1),
];

/// Carries the request's steps out as far as they come now.
pub(super) async fn drive(service: &Service, id: Uuid) -> Result<Ticked> {
    let mut ticked = Ticked::default();
    while let Some(step) = next(service, id).await? {
        let Some(step) = take(service, &step).await? else { break };
        let request = load(service, id).await?;
        let finished = match Lease::of(service, &step).during(execute(service, &request, &step)).await {
            Ok(finish) => complete(service, &step, finish).await,
            Err(error) => Err(error),
        };
        match finished {
            Ok(()) => ticked.verified += 1,
            Err(Error::Stopped(at)) => return Err(Error::Stopped(at)),
            Err(error) => {
                failed(service, &request, &step, &error).await?;
                ticked.failed += 1;
                break;
            }
        }
    }
    Ok(ticked)
}

/// The first step that is not done, if its time has come and nobody holds it.
async fn next(service: &Service, id: Uuid) -> Result<Option<Step>> {
    let now = service.now();
    let all = steps::list(&service.db, &service.name, id).await?;
    let first = all.into_iter().find(|step| step.state != steps::DONE && !inform::is_by_hand(step));
    let free = |step: &Step| step.next_at <= now && step.lease_until.is_none_or(|until| until <= now);
    Ok(first.filter(free))
}

/// Takes the lease; `None` where somebody else was first.
async fn take(service: &Service, step: &Step) -> Result<Option<Step>> {
    let now = service.now();
    let owner = service.new_id().to_string();
    let until = now.checked_add(lease::LASTS).unwrap_or(now);
    let write = steps::lease(&service.name, step, &owner, until, now);
    point("lease:before")?;
    match service.db.submit(Unit::new(&service.name, now).write(write)).await {
        Err(error) if error.is_conflict() => return Ok(None),
        leased => drop(leased?),
    }
    point("lease:after")?;
    Ok(Some(steps::get(&service.db, &service.name, step.id).await?))
}

async fn execute(service: &Service, request: &Loaded, step: &Step) -> Result<Finish> {
    match step.action.as_str() {
        action::PUBLISH => store::publish(service, request).await,
        action::ERASE => store::erase(service, request, step).await,
        action::FORGET => forget::forget(service, request, step).await,
        action::TELL => close::tell(service, request, step).await,
        action::ANSWER => answering::answer(service, request).await,
        _ => Err(crate::Error::Damaged("action of a step").into()),
    }
}

/// Closes a step: its outcome, an entry, and what it brought, in one unit.
async fn complete(service: &Service, step: &Step, finish: Finish) -> Result<()> {
    let mut request = load(service, step.request).await?;
    let mut done = step.clone();
    done.state = steps::DONE.to_owned();
    done.sealed = None;
    done.outcome = Some(finish.did.to_json());
    done.error = None;
    free(&mut done, service);
    let more = serde_json::json!({ "step": step.position, "action": step.action, "target": step.target });
    let verified = request.entry(service, Kind::RequestStepVerified, entries::ABIDE, more).await?;
    let mut unit =
        Unit::new(&service.name, service.now()).entry(verified).write(steps::update(&service.name, &done));
    if let Some(state) = finish.turn {
        request.turn(service, state);
        unit = unit.write(request.update(service));
    }
    unit = unit.writes(finish.writes);
    unit.entries.extend(finish.entries);
    unit.outbox = finish.letters;
    point("complete:before")?;
    service.db.submit(unit).await?;
    point("complete:after")
}

/// Writes down that it did not work, and when it will be tried again. A request with verified steps is partly done.
async fn failed(service: &Service, request: &Loaded, step: &Step, error: &Error) -> Result<()> {
    tracing::warn!(request = %step.request, step = step.position, target = step.target, %error, "a step failed and will be tried again");
    let mut waiting = step.clone();
    let nth = usize::try_from(step.attempts.saturating_sub(1)).unwrap_or(0).min(WAITS.len() - 1);
    let wait = WAITS.get(nth).copied().unwrap_or(SignedDuration::from_hours(1));
    waiting.state = steps::WAITING.to_owned();
    waiting.error = Some(error.to_string());
    waiting.next_at = service.now().checked_add(wait).unwrap_or(service.now());
    free(&mut waiting, service);
    let mut unit = Unit::new(&service.name, service.now()).write(steps::update(&service.name, &waiting));
    if step.position > 0 && request.state == RequestState::Running {
        let mut partly = load(service, step.request).await?;
        partly.turn(service, RequestState::PartlyDone);
        let more = serde_json::json!({ "step": step.position, "target": step.target });
        unit = unit.write(partly.update(service));
        unit = unit.entry(partly.entry(service, Kind::RequestPartlyDone, entries::ABIDE, more).await?);
    }
    match service.db.submit(unit).await {
        // the lease was lost: whoever has it writes down what becomes of the step
        Err(error) if error.is_conflict() => Ok(()),
        done => done.map(drop).map_err(Error::from),
    }
}

fn free(step: &mut Step, service: &Service) {
    step.lease_owner = None;
    step.lease_until = None;
    step.updated_at = service.now();
}

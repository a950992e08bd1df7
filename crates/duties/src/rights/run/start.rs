//! Starting: the plan held against what is there now, the steps persisted.

use db::steps;
use jiff::Timestamp;
use ledger::Kind;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{Place, SubjectKey};

use crate::accounts::Staff;
use crate::keys::KEY_VERSION;
use crate::rights::case::{self, Plan};
use crate::rights::loaded::Loaded;
use crate::rights::points::point;
use crate::rights::{Error, RequestKind, RequestState, Result, inform, plan, waiting};
use crate::{Service, subjects};

/// The actions of steps; also the ends of their message ids.
pub(super) mod action {
    /// The tombstone leaves the house.
    pub(in crate::rights::run) const PUBLISH: &str = "publish";
    /// A store is erased and verified.
    pub(in crate::rights::run) const ERASE: &str = "erase";
    /// Abide's own rows and the data key go.
    pub(in crate::rights::run) const FORGET: &str = "forget";
    /// The person is told, the request closed.
    pub(in crate::rights::run) const TELL: &str = "tell";
    /// An access is answered.
    pub(in crate::rights::run) const ANSWER: &str = "answer";
}

/// The target of steps that concern Abide itself.
const ABIDE: &str = "abide";

/// Where the last letter goes. Sealed under the evidence key: the data key is gone by then.
#[derive(Serialize, Deserialize)]
pub(super) struct Farewell {
    /// The verified addresses.
    pub to: Vec<String>,
}

/// The permanent place of a step's sealed part.
pub(super) fn place(service: &Service, id: Uuid) -> Place<'_> {
    Place { service: &service.name, table: "step", id, field: "sealed" }
}

/// Persists the steps and moves the request on, in one unit.
pub(super) async fn start(service: &Service, staff: &Staff, mut request: Loaded) -> Result<()> {
    let new = match request.kind {
        RequestKind::Erasure => erasure(service, &mut request).await?,
        RequestKind::Access => vec![step(service, request.row.id, 0, ABIDE, action::ANSWER)],
        _ => return Err(Error::WrongState { state: request.state.as_str() }),
    };
    request.turn(service, RequestState::Running);
    let entry = request.entry(service, Kind::RequestStarted, &staff.actor(), serde_json::Value::Null).await?;
    let unit =
        request.unit(service).entry(entry).writes(new.iter().map(|step| steps::insert(&service.name, step)));
    point("start:before")?;
    service.db.submit(unit).await?;
    point("start:after")
}

/// The steps of an erasure, each with its sealed rows and counts.
async fn erasure(service: &Service, request: &mut Loaded) -> Result<Vec<steps::Step>> {
    let rehearsed = current(service, request).await?;
    others_closed(service, request).await?;
    super::twins::twins(service, request.row.subject).await?;
    let id = request.row.id;
    let mut new = vec![step(service, id, 0, ABIDE, action::PUBLISH)];
    for erasure in &rehearsed.erasures {
        let mut next = step(service, id, new.len(), &erasure.store, action::ERASE);
        next.sealed = Some(case::seal(service, request.key()?, &place(service, next.id), erasure)?);
        let (deleted, anonymised, kept) = erasure.counts();
        next.counts = Some(serde_json::json!([deleted, anonymised, kept]).to_string());
        new.push(next);
    }
    let mut forget = step(service, id, new.len(), ABIDE, action::FORGET);
    forget.counts = serde_json::to_string(&rehearsed.own).ok();
    new.push(forget);
    let mut tell = step(service, id, new.len(), ABIDE, action::TELL);
    let evidence = service.keys.evidence(request.row.subject).await?;
    tell.sealed = Some(farewell(service, &evidence, request.row.subject, tell.id).await?);
    new.push(tell);
    new.extend(inform::steps(service, request, new.len()).await?);
    Ok(new)
}

async fn farewell(service: &Service, key: &SubjectKey, subject: Uuid, step: Uuid) -> Result<Vec<u8>> {
    let to = subjects::verified_emails(service, subject).await?;
    let farewell = Farewell { to: to.iter().map(|address| address.to_string()).collect() };
    case::seal(service, key, &place(service, step), &farewell)
}

/// The rehearsed plan, if it is still what would be done. Otherwise the new one is kept, to be rehearsed.
async fn current(service: &Service, request: &mut Loaded) -> Result<Plan> {
    let rehearsed = request.case.plan.clone().ok_or(Error::NeedsPlan)?;
    if rehearsed.rehearsed_at.is_none() {
        return Err(Error::NeedsRehearsal);
    }
    let now = plan::draw(service, request).await?;
    if same(&rehearsed, &now) {
        return Ok(Plan { own: now.own, ..rehearsed });
    }
    plan::keep(service, request, now).await?;
    Err(Error::NeedsRehearsal)
}

/// Whether two plans do the same to the stores. Abide's own rows go whatever they are.
fn same(one: &Plan, other: &Plan) -> bool {
    one.erasures.len() == other.erasures.len()
        && one.erasures.iter().zip(&other.erasures).all(|(a, b)| {
            (&a.store, &a.roots, &a.tables, &a.steps) == (&b.store, &b.roots, &b.tables, &b.steps)
        })
}

/// Nothing the person still waits for may be lost with their key.
async fn others_closed(service: &Service, request: &Loaded) -> Result<()> {
    let open = waiting::own(service, request).await?;
    if open.is_empty() { Ok(()) } else { Err(Error::OthersOpen) }
}

/// A step that waits.
pub(in crate::rights) fn step(
    service: &Service,
    request: Uuid,
    position: usize,
    target: &str,
    action: &str,
) -> steps::Step {
    let now: Timestamp = service.now();
    steps::Step {
        id: service.new_id(),
        request,
        position: i64::try_from(position).unwrap_or(i64::MAX),
        target: target.to_owned(),
        action: action.to_owned(),
        state: steps::WAITING.to_owned(),
        sealed: None,
        key_version: KEY_VERSION,
        counts: None,
        outcome: None,
        error: None,
        attempts: 0,
        next_at: now,
        updated_at: now,
        lease_owner: None,
        lease_until: None,
        lease_epoch: 0,
    }
}

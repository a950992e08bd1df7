//! The plan: what will be done, where, and what is kept, before anything is.

use std::collections::{BTreeMap, BTreeSet};

use db::{identifiers, links, packages, records, requests};
use jiff::civil::Date;
use ledger::Kind;
use stores::{ErasePlan, Severity};
use texts::texts;
use uuid::Uuid;

use super::case::Plan;
use super::held::{Search, gather};
use super::loaded::{Loaded, load};
use super::{Error, PlanView, RequestKind, RequestState, Result, clocks, outcomes, remains, search, written};
use crate::accounts::{Role, Staff};
use crate::answer::{Held, OutcomeRow, PlaceState, grouped, recipient_title};
use crate::sharing::demand::RECIPIENT;
use crate::{Service, subjects};

/// Draws the plan from what the stores and Abide hold now, and keeps it, sealed.
pub async fn plan(service: &Service, staff: &Staff, id: Uuid, lang: &str) -> Result<PlanView> {
    staff.must_be(Role::Support)?;
    let mut request = load(service, id).await?;
    request.must_be(&[RequestState::Open, RequestState::Planned])?;
    let plan = draw(service, &request).await?;
    keep(service, &mut request, plan.clone()).await?;
    Ok(view(service, &request, &plan, lang))
}

/// Carries the plan out in transactions that are rolled back, and shows what it counted.
pub async fn rehearse(service: &Service, staff: &Staff, id: Uuid, lang: &str) -> Result<PlanView> {
    staff.must_be(Role::Support)?;
    rehearse_as(service, &staff.actor(), id, lang).await
}

/// The same for somebody whose role was looked at.
pub(super) async fn rehearse_as(service: &Service, actor: &str, id: Uuid, lang: &str) -> Result<PlanView> {
    let mut request = load(service, id).await?;
    request.must_be(&[RequestState::Planned])?;
    let mut plan = request.case.plan.clone().ok_or(Error::NeedsPlan)?;
    let mut stands = Vec::new();
    for erasure in &plan.erasures {
        let store = search::store(service, &erasure.store)?;
        let rehearsal = store.connector.rehearse(erasure).await?;
        plan.rehearsals.insert(erasure.store.clone(), rehearsal.outcome);
        stands.extend(rehearsal.findings);
    }
    let blocked = stands.iter().any(|one| one.severity == Severity::Error)
        || plan.erasures.iter().any(ErasePlan::blocked);
    plan.problems = problems(&plan.erasures, &stands);
    plan.rehearsed_at = (!blocked).then(|| service.now());
    request.case.plan = Some(plan.clone());
    request.reseal(service)?;
    let entry = request.entry(service, Kind::RequestPlanned, actor, counts(&plan)).await?;
    service.db.submit(request.unit(service).entry(entry)).await?;
    Ok(view(service, &request, &plan, lang))
}

/// The plan as it would be now.
pub(super) async fn draw(service: &Service, request: &Loaded) -> Result<Plan> {
    let drawn = Plan {
        drawn_at: service.now(),
        rehearsed_at: None,
        erasures: vec![],
        rehearsals: BTreeMap::new(),
        copies: vec![],
        own: own(service, request.row.subject).await?,
        tell: recipients(service, request.row.subject).await?,
        problems: vec![],
        written: 0,
    };
    match request.kind {
        RequestKind::Erasure => {
            let erasures = erasures(service, request).await?;
            Ok(Plan { problems: problems(&erasures, &[]), erasures, ..drawn })
        }
        RequestKind::Access => {
            let (copies, written) = copies(service, request).await?;
            Ok(Plan { copies, written, ..drawn })
        }
        _ => Err(Error::WrongState { state: request.state.as_str() }),
    }
}

/// Keeps a plan with its request.
pub(super) async fn keep(service: &Service, request: &mut Loaded, plan: Plan) -> Result<()> {
    request.case.plan = Some(plan);
    request.turn(service, RequestState::Planned);
    request.reseal(service)?;
    service.db.submit(request.unit(service)).await?;
    request.row.revision += 1;
    Ok(())
}

/// Today, where the controller is.
pub(crate) fn today(service: &Service) -> Date {
    clocks::zone(&service.policy).to_datetime(service.now()).date()
}

/// Who received data of the subject, as the ledger says.
pub(super) async fn recipients(service: &Service, subject: Uuid) -> Result<Vec<String>> {
    let entries = db::entries::list_of(&service.db, &service.name, subject).await?;
    let told = entries.into_iter().filter(|entry| entry.facts.kind == Kind::Disclosed);
    let names = told.filter_map(|entry| entry.facts.recipient);
    // who demands data in an inquiry of its own is no recipient (Art. 4(9)), and the person may not know of it yet
    let names: BTreeSet<String> = names.filter(|name| name != RECIPIENT).collect();
    Ok(names.into_iter().collect())
}

async fn erasures(service: &Service, request: &Loaded) -> Result<Vec<ErasePlan>> {
    let known = subjects::identifiers(service, request.row.subject).await?;
    let by = search::identifiers(&known, &request.case.proven);
    let mut plans = Vec::new();
    for store in search::stores(service)? {
        let found = store.find(&by, &request.case.choices).await?;
        if found.needs_choice() {
            return Err(Error::NeedsChoice);
        }
        if found.chosen().next().is_some() {
            plans.push(store.connector.plan_erase(store.map, &found, today(service)).await?);
        }
    }
    Ok(plans)
}

/// What would be copied, and in how many of its rows somebody wrote freely.
async fn copies(service: &Service, request: &Loaded) -> Result<(Vec<(String, String, u64)>, u64)> {
    let search =
        Search { subject: request.row.subject, proven: &request.case.proven, choices: &request.case.choices };
    let (held, failed) = gather(service, &search, &request.row.lang).await?;
    complete(&held, failed)?;
    Ok((copied(&held), written::rows(&service.policy, &held)))
}

/// Refuses what is not the whole: a store that did not answer, a choice not made.
pub(super) fn complete(held: &Held, mut failed: Vec<Error>) -> Result<()> {
    if let Some(error) = failed.pop() {
        return Err(error);
    }
    let open = held.places.iter().any(|place| place.state == PlaceState::NeedsChoice);
    if open { Err(Error::NeedsChoice) } else { Ok(()) }
}

/// What is copied, table by table: a table cut into groups counts once.
pub(super) fn copied(held: &Held) -> Vec<(String, String, u64)> {
    let mut copied: Vec<(String, String, u64)> = Vec::new();
    let sections = held.groups.iter().flat_map(|group| &group.sections);
    let place = |source: &str| {
        let name = source.strip_prefix("store:").and_then(|rest| rest.split('/').next()).unwrap_or("abide");
        held.places
            .iter()
            .find(|place| place.name == name)
            .map(|place| place.title.clone())
            .unwrap_or_default()
    };
    for section in sections {
        let line = (
            place(&section.source),
            section.title.clone(),
            u64::try_from(section.rows.len()).unwrap_or(u64::MAX),
        );
        if !copied.contains(&line) {
            copied.push(line);
        }
    }
    copied
}

/// Abide's own rows about the subject.
pub(super) async fn own(service: &Service, subject: Uuid) -> Result<Vec<(String, u64)>> {
    let (db, name) = (&service.db, service.name.as_str());
    let count = |rows: usize| u64::try_from(rows).unwrap_or(u64::MAX);
    let mut answers = 0;
    for request in requests::list_of(db, name, subject).await? {
        answers += packages::list(db, name, request.id).await?.len();
    }
    Ok(vec![
        ("records".to_owned(), count(records::list(db, name, subject).await?.len())),
        ("identifiers".to_owned(), count(identifiers::list(db, name, subject).await?.len())),
        ("links".to_owned(), count(links::list(db, name, subject).await?.len())),
        ("packages".to_owned(), count(answers)),
    ])
}

/// What stands in the way, and what staff should look at by hand.
fn problems(plans: &[ErasePlan], rehearsed: &[stores::Finding]) -> Vec<String> {
    let findings = plans.iter().flat_map(|plan| &plan.findings).chain(rehearsed);
    let said = findings
        .filter(|one| one.severity != Severity::Note)
        .map(|one| format!("{} {}", one.message, one.help));
    said.collect()
}

/// Numbers for the ledger: tables of stores, no values.
fn counts(plan: &Plan) -> serde_json::Value {
    let stores = plan.erasures.iter().map(|erasure| {
        let (deleted, anonymised, kept) = erasure.counts();
        serde_json::json!({ "store": erasure.store, "deleted": deleted, "anonymised": anonymised, "kept": kept })
    });
    serde_json::json!({ "stores": stores.collect::<Vec<_>>(), "own": plan.own })
}

/// The plan as pages show it.
pub(super) fn view(service: &Service, request: &Loaded, plan: &Plan, lang: &str) -> PlanView {
    let texts = texts(lang);
    let erasure = request.kind == RequestKind::Erasure;
    let stores = plan.erasures.iter();
    let stores =
        stores.flat_map(|one| outcomes::of_plan(service, one, plan.rehearsals.get(&one.store), lang));
    let own = plan
        .own
        .iter()
        .filter(|(_, rows)| erasure && *rows > 0)
        .map(|own| outcomes::of_own(own, false, lang));
    let copies = plan.copies.iter().map(|copy| outcomes::of_copy(copy, lang));
    let rows: Vec<OutcomeRow> = stores.chain(own).chain(copies).collect();
    let mentions = plan.erasures.iter().flat_map(|plan| outcomes::uncertain(service, plan, lang));
    let names: Vec<String> = plan.tell.iter().map(|name| recipient_title(&service.policy, name)).collect();
    let tell = (erasure && !names.is_empty())
        .then(|| texts.with("rights-problem-tell", &[("recipients", texts.list(&names).into())]));
    let written =
        (plan.written > 0).then(|| texts.with("rights-problem-written", &[("count", plan.written.into())]));
    PlanView {
        drawn_at: plan.drawn_at,
        rehearsed_at: plan.rehearsed_at,
        rows: grouped(&rows),
        remains: if erasure { remains::remains(service, service.now(), lang) } else { vec![] },
        problems: plan.problems.iter().cloned().chain(mentions).chain(tell).chain(written).collect(),
    }
}

//! One demand: what it names, who asked, who approved, and what can be done now. The values are shown once, as they are
//! given out.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use duties::accounts::{self, Role};
use duties::sharing::demand::{self, Case, NotDone, State};
use uuid::Uuid;

use super::{state, title};
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Field, Notice, Pill, Tone, Wrong};

#[derive(Template)]
#[template(path = "console/demand.html")]
struct One {
    p: Page,
    notice: Option<Notice>,
    state: Pill,
    pairs: Vec<(String, String)>,
    /// The values, where they were given out just now.
    values: Vec<(String, String)>,
    action: String,
    code: Option<Field>,
    approve: bool,
    give: bool,
    refuse: bool,
}

pub(crate) async fn show(duty: OnDuty, Path(id): Path<Uuid>) -> Result<Response, Fault> {
    page(&duty, id, None, BTreeMap::new(), &Wrong::default()).await
}

pub(crate) async fn approve(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    if let Some(wrong) = duty.recheck(&posted).await? {
        return page(&duty, id, None, BTreeMap::new(), &Wrong::one("code", wrong)).await;
    }
    let done = demand::approve(&duty.visit.site.service, &duty.staff, id).await;
    after(&duty, id, "approved", done.map(|()| BTreeMap::new())).await
}

pub(crate) async fn refuse(duty: OnDuty, Path(id): Path<Uuid>) -> Result<Response, Fault> {
    let done = demand::refuse(&duty.visit.site.service, &duty.staff, id).await;
    after(&duty, id, "refused", done.map(|()| BTreeMap::new())).await
}

pub(crate) async fn give(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    if let Some(wrong) = duty.recheck(&posted).await? {
        return page(&duty, id, None, BTreeMap::new(), &Wrong::one("code", wrong)).await;
    }
    let done = demand::give(&duty.visit.site.service, &duty.staff, id).await;
    after(&duty, id, "given", done).await
}

/// The page again, with what was done or why not.
async fn after(
    duty: &OnDuty,
    id: Uuid,
    said: &str,
    done: Result<BTreeMap<String, String>, NotDone>,
) -> Result<Response, Fault> {
    let (tone, why, values) = match done {
        Ok(values) => (Tone::Kept, said, values),
        Err(NotDone::Failed(error)) => return Err(error.into()),
        Err(NotDone::OwnEyes) => (Tone::Late, "own-eyes", BTreeMap::new()),
        Err(NotDone::Over) => (Tone::Late, "over", BTreeMap::new()),
        Err(NotDone::Nothing) => (Tone::Late, "nothing", BTreeMap::new()),
        Err(NotDone::Lacks(_)) => (Tone::Late, "lacking", BTreeMap::new()),
    };
    let notice = Notice::status(tone, duty.visit.texts().say(&format!("console-demand-said-{why}")), vec![]);
    page(duty, id, Some(notice), values, &Wrong::default()).await
}

async fn page(
    duty: &OnDuty,
    id: Uuid,
    notice: Option<Notice>,
    values: BTreeMap<String, String>,
    wrong: &Wrong,
) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let case = match demand::show(&visit.site.service, &duty.staff, id).await {
        Ok(case) => case,
        Err(NotDone::Failed(error)) => return Err(error.into()),
        Err(_) => return Err(Fault::NotFound),
    };
    let (open, own) = (case.state == State::Open, case.row.asked_by == duty.staff.id);
    let lead = duty.staff.role >= Role::PrivacyLead;
    let approved = case.approvals.iter().any(|one| one.staff == duty.staff.id);
    let page = One {
        p: duty.page(t.say("console-demand-title")).under(&[("console-demands", "/console/demands")]),
        notice,
        state: state(visit, &case.row.state),
        pairs: pairs(duty, &case).await?,
        values: values.into_iter().map(|(path, value)| (title(visit, &path), value)).collect(),
        action: visit.to(&format!("/console/demands/{id}")),
        code: duty.code_field().filter(|_| open).map(|field| field.error(wrong.at("code"))),
        approve: open && lead && !own && !approved && case.missing > 0,
        give: open && case.missing == 0,
        refuse: open && (own || lead),
    };
    answer_with(wrong.status(), &page)
}

async fn pairs(duty: &OnDuty, case: &Case) -> Result<Vec<(String, String)>, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let names = names(duty).await?;
    let who = |id: &Uuid| names.get(id).cloned().unwrap_or_else(|| t.say("console-demand-colleague"));
    let at = |id: &Uuid, at| format!("{}, {}", who(id), visit.when(at));
    let named = &case.draft.named;
    let approved: Vec<String> = case.approvals.iter().map(|one| at(&one.staff, one.at)).collect();
    let approved = if approved.is_empty() { t.say("console-demand-nobody") } else { approved.join("; ") };
    let ground = t.say(&format!("console-demand-ground-{}", case.draft.ground.as_str()));
    let mut all = vec![
        ("person", case.row.subject.to_string()),
        ("ground", ground),
        ("authority", named.authority.clone()),
        ("reference", named.reference.clone()),
        ("statute", named.statute.clone()),
        ("field", t.series(&named.fields.iter().map(|path| title(visit, path)).collect::<Vec<_>>())),
        ("asked", at(&case.row.asked_by, case.row.asked_at)),
        ("approved", approved),
    ];
    if case.state == State::Open {
        all.push(("missing", t.number(i64::try_from(case.missing).unwrap_or(i64::MAX))));
    }
    all.extend(named.silent_until.map(|day| ("silent", visit.date(day))));
    if let (Some(by), Some(when)) = (&case.row.closed_by, case.row.closed_at) {
        all.push(("closed", at(by, when)));
    }
    Ok(all.into_iter().map(|(id, says)| (t.say(&format!("console-demand-{id}")), says)).collect())
}

/// The staff's names: for privacy leads, who see the team anyway; for others their own.
async fn names(duty: &OnDuty) -> Result<BTreeMap<Uuid, String>, Fault> {
    let mut names = BTreeMap::from([(duty.staff.id, duty.staff.name.clone())]);
    if duty.staff.role >= Role::PrivacyLead {
        let members = accounts::members(&duty.visit.site.service, &duty.staff).await?;
        names.extend(members.into_iter().filter(|one| !one.name.is_empty()).map(|one| (one.id, one.name)));
    }
    Ok(names)
}

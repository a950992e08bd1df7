//! Rehearsing a plan: work of its own, so that a slow store costs nobody their page. A quick one leads straight back to
//! the request; one that takes longer has a page that looks again by itself.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::rights::{self, Rehearsal};
use uuid::Uuid;

use super::act::{purpose_of, to};
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, again, answer};
use crate::parts::{Notice, Tone};

/// How long the browser waits before it is shown that the work goes on.
const PATIENCE: Duration = Duration::from_secs(2);
/// Seconds between two looks.
const AGAIN: u8 = 2;

#[derive(Template)]
#[template(path = "console/rehearsal.html")]
struct Shown {
    p: Page,
    notice: Notice,
    running: bool,
    back: String,
}

/// Carries the plan out in transactions that are rolled back.
pub(crate) async fn rehearse(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    let service = Arc::clone(&duty.visit.site.service);
    let job = rights::ask_rehearsal(&service, &duty.staff, id, &duty.visit.lang).await?;
    let mut work = tokio::spawn(async move { rights::carry_out(&service, job).await });
    match tokio::time::timeout(PATIENCE, &mut work).await {
        Ok(Ok(done)) => done.map(|()| to(&duty, id, purpose, "rehearsed")).map_err(Fault::from),
        Ok(Err(stopped)) => Err(Fault::Internal(stopped.to_string())),
        Err(_) => {
            let page = format!("/console/requests/{id}/rehearsal/{job}?purpose={}", purpose::name(purpose));
            Ok(Redirect::to(&duty.visit.to(&page)).into_response())
        }
    }
}

/// How far it came: no personal data, so that the page may ask again by itself.
pub(crate) async fn show(duty: OnDuty, Path((id, job)): Path<(Uuid, Uuid)>) -> Result<Response, Fault> {
    duty.sees_people()?;
    let visit = &duty.visit;
    let t = visit.texts();
    let row = rights::row(&visit.site.service, id, &visit.lang).await?;
    let chosen = visit.asked("purpose").as_deref().and_then(purpose::parse);
    let query = chosen.map(|chosen| format!("?purpose={}", purpose::name(chosen))).unwrap_or_default();
    let notice = match rights::rehearsal(&visit.site.service, job, &visit.lang).await? {
        Rehearsal::Running { since } => {
            let since = t.with("console-rehearsal-since", &[("when", visit.when(since).into())]);
            (Notice::status(Tone::Soon, t.say("console-rehearsal-runs"), vec![since]), true)
        }
        Rehearsal::Done => (Notice::status(Tone::Kept, t.say("console-said-rehearsed"), vec![]), false),
        Rehearsal::Failed(why) => {
            (Notice::status(Tone::Late, t.say("console-rehearsal-failed"), vec![why]), false)
        }
    };
    let (notice, running) = notice;
    let page = answer(&Shown {
        p: duty.page(row.summary.reference.clone()).under(&[("console-nav-requests", "/console/requests")]),
        notice,
        running,
        back: visit.to(&format!("/console/requests/{id}{query}")),
    })?;
    Ok(if running { (again(AGAIN), page).into_response() } else { page })
}

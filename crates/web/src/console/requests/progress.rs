//! How far the work came: no personal data, so that the page may ask again by itself while it runs.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use duties::rights::{self, RequestState};
use uuid::Uuid;

use crate::clocks::{clock, kind, state};
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::page::{Page, again, answer};
use crate::parts::{Clock, Pill};

/// Seconds between two looks while the work runs.
const AGAIN: u8 = 2;

#[derive(Template)]
#[template(path = "console/progress.html")]
struct Progress {
    p: Page,
    kind: String,
    state: Pill,
    done: usize,
    all: usize,
    words: String,
    alerts: Vec<String>,
    clock: Clock,
    back: String,
    running: bool,
}

pub(crate) async fn progress(duty: OnDuty, Path(id): Path<Uuid>) -> Result<Response, Fault> {
    duty.sees_people()?;
    let visit = &duty.visit;
    let t = visit.texts();
    let row = rights::row(&visit.site.service, id, &visit.lang).await?;
    let of = &row.summary;
    // what staff do by hand is not waited for here
    let at_work = row.steps_done + row.by_hand < row.steps;
    let running = matches!(of.state, RequestState::Running | RequestState::PartlyDone) && at_work;
    let purpose = visit.asked("purpose").filter(|name| crate::console::purpose::parse(name).is_some());
    let query = purpose.map(|name| format!("?purpose={name}")).unwrap_or_default();
    let page = answer(&Progress {
        p: duty.page(of.reference.clone()).under(&[("console-nav-requests", "/console/requests")]),
        kind: kind(visit, of),
        state: state(of),
        done: row.steps_done,
        all: row.steps,
        words: t
            .with("console-progress-steps", &[("done", row.steps_done.into()), ("all", row.steps.into())]),
        clock: clock(visit, &of.answer),
        back: visit.to(&format!("/console/requests/{id}{query}")),
        alerts: row.alerts,
        running,
    })?;
    Ok(if running { (again(AGAIN), page).into_response() } else { page })
}

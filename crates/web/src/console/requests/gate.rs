//! Before a request's person is shown: what needs no purpose, and the question for which purpose staff look.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use duties::rights;
use uuid::Uuid;

use crate::clocks::{clock, kind, state};
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::page::{Page, answer_with};
use crate::parts::{Clock, Pill, Radios};

#[derive(Template)]
#[template(path = "console/gate.html")]
struct Gate {
    p: Page,
    state: Pill,
    kind: String,
    received: String,
    clocks: Vec<(String, Clock)>,
    alerts: Vec<String>,
    action: String,
    purposes: Radios,
}

/// The question; `wrong` where an answer was sent that is none.
pub(super) async fn page(duty: &OnDuty, id: Uuid, wrong: bool) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let row = rights::row(&visit.site.service, id, &visit.lang).await?;
    let of = &row.summary;
    let mut clocks = vec![(t.say("console-clock-answer"), clock(visit, &of.answer))];
    clocks.extend(of.first_reply.as_ref().map(|reply| (t.say("console-clock-reply"), clock(visit, reply))));
    let page = Gate {
        p: duty.page(of.reference.clone()).under(&[("console-nav-requests", "/console/requests")]),
        state: state(of),
        kind: kind(visit, of),
        received: visit.when_and_how_far(of.received_at),
        clocks,
        alerts: row.alerts,
        action: visit.to(&format!("/console/requests/{id}")),
        purposes: purpose::question(visit, "", wrong.then(|| t.say("console-purpose-missing"))),
    };
    answer_with(if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

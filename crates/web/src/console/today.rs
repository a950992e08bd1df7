//! Today: what is late, what is due soon, how the ledger stands. No personal data.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accounts::Role;
use duties::rights::{self, ClockState, InboxFilter, InboxRow};
use duties::sharing::demand;

use super::session::OnDuty;
use super::undelivered;
use super::{bulk, health, requests};
use crate::fault::Fault;
use crate::page::{Page, answer};
use crate::parts::{Empty, Notice, Table, Tone};

#[derive(Template)]
#[template(path = "console/today.html")]
struct Today {
    p: Page,
    bulk: Option<Notice>,
    undelivered: Option<Notice>,
    broken: Option<Notice>,
    welcome: Option<Notice>,
    /// Demands that wait: address and words.
    demands: Option<(String, String)>,
    date: String,
    figures: Vec<(String, String)>,
    urgent: Option<Table>,
    empty: Empty,
}

pub(crate) async fn today(duty: OnDuty) -> Result<Response, Fault> {
    let visit = &duty.visit;
    if duty.staff.role < Role::Support {
        return Ok(Redirect::to(&visit.to("/console/health")).into_response());
    }
    let t = visit.texts();
    let service = &visit.site.service;
    let open = rights::inbox(service, InboxFilter::Open, &visit.lang).await?;
    let urgent = rights::inbox(service, InboxFilter::Urgent, &visit.lang).await?;
    let welcome = visit.asked("welcome").map(|_| {
        Notice::status(
            Tone::Kept,
            t.say("console-welcome"),
            vec![t.say("console-welcome-recovery"), t.say("console-welcome-next")],
        )
    });
    let count = |state: ClockState| open.iter().filter(|row| has(row, state)).count();
    let figure = |id: &str, count: usize| (t.number(i64::try_from(count).unwrap_or(i64::MAX)), t.say(id));
    answer(&Today {
        welcome,
        demands: waiting(&duty).await?,
        bulk: bulk::notice(visit).await?,
        undelivered: undelivered::notice(visit).await?,
        broken: health::broken(visit).await?,
        date: visit.when(visit.now()),
        figures: vec![
            figure("console-today-open", open.len()),
            figure("console-today-soon", count(ClockState::DueSoon)),
            figure("console-today-late", count(ClockState::Late)),
        ],
        urgent: requests::table(visit, &urgent, "console-today-urgent"),
        empty: Empty {
            text: t.say("console-today-empty"),
            action: Some((visit.to("/console/requests"), t.say("console-nav-requests"))),
        },
        p: duty.page(t.say("console-nav-today")),
    })
}

/// Whether any of the request's clocks stands so.
fn has(row: &InboxRow, state: ClockState) -> bool {
    let reply = row.summary.first_reply.as_ref().is_some_and(|clock| clock.state == state);
    reply || row.summary.answer.state == state
}

/// Demands by authorities that wait for approvals, or to be given out.
async fn waiting(duty: &OnDuty) -> Result<Option<(String, String)>, Fault> {
    let all = demand::list(&duty.visit.site.service, &duty.staff).await?;
    let open = all.iter().filter(|one| one.state == demand::State::Open.as_str()).count();
    let words = duty.visit.texts().with("console-demands-open", &[("count", open.into())]);
    Ok((open > 0).then(|| (duty.visit.to("/console/demands"), words)))
}

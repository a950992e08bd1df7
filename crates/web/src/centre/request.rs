//! One request as its person sees it: where it stands, by when it is answered, what came of it, what is kept.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::rights::{self, Event, PackageView, PersonRequest};
use uuid::Uuid;

use super::{outcome, session::Signed};
use crate::clocks::{clock, state};
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer};
use crate::parts::{self, Clock, Notice, Pill, Table, Timeline, Tone};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "centre/request.html")]
struct Request {
    p: Page,
    notice: Option<Notice>,
    state: Pill,
    reference: String,
    next: String,
    detail: Option<String>,
    clock: Clock,
    answer: Option<Answer>,
    outcome: Option<Table>,
    messages: Vec<(String, String)>,
    timeline: Timeline,
    withdraw: Option<String>,
    complain: (String, Option<String>),
}

/// The answer to fetch.
struct Answer {
    href: Option<String>,
    text: String,
    until: String,
}

pub(crate) async fn request(signed: Signed, Path(id): Path<Uuid>) -> Result<Response, Fault> {
    let visit = &signed.visit;
    let found = rights::get_for(&visit.site.service, signed.person.subject, id, &visit.lang).await?;
    let trail = [("centre-home-title", "/privacy/home"), ("centre-requests-title", "/privacy/requests")];
    let to = |verb: &str| visit.to(&format!("/privacy/requests/{id}/{verb}"));
    answer(&Request {
        p: signed.page(found.summary.kind_title.clone()).under(&trail).wide(),
        notice: notice(visit),
        state: state(&found.summary),
        reference: found.summary.reference.clone(),
        clock: clock(visit, &found.summary.answer),
        answer: found.package.as_ref().map(|package| package_of(visit, package, to("answer"))),
        outcome: outcome::table(visit, "centre-request-outcome", &found.outcomes),
        messages: messages(visit, &found),
        timeline: timeline(visit, &found.events),
        withdraw: found.may_withdraw.then(|| to("withdraw")),
        next: found.next,
        detail: found.detail.filter(|detail| !detail.is_empty()),
        complain: super::new::complain(visit),
    })
}

pub(crate) async fn withdraw(
    signed: Signed,
    Path(id): Path<Uuid>,
    posted: Posted,
) -> Result<Response, Fault> {
    drop(posted);
    rights::withdraw_for(&signed.visit.site.service, signed.person.subject, id).await?;
    Ok(Redirect::to(&signed.visit.to(&format!("/privacy/requests/{id}"))).into_response())
}

/// What the person just did, if they come from doing it.
fn notice(visit: &Visit) -> Option<Notice> {
    let t = visit.texts();
    let said = visit.asked("said")?;
    let (title, text) = match said.as_str() {
        "opened" => ("centre-request-opened", "centre-request-opened-text"),
        "already" => ("centre-request-already", "centre-request-already-text"),
        _ => return None,
    };
    Some(Notice::status(Tone::Kept, t.say(title), vec![t.say(text)]))
}

fn package_of(visit: &Visit, package: &PackageView, href: String) -> Answer {
    let t = visit.texts();
    let until = visit.when_and_how_far(package.expires_at);
    if package.expired {
        return Answer {
            href: None,
            text: t.say("centre-request-answer-over"),
            until: t.with("centre-request-answer-ended", &[("when", until.into())]),
        };
    }
    let size = i64::try_from(package.size.div_ceil(1024)).unwrap_or(i64::MAX);
    Answer {
        href: Some(href),
        text: t.with("centre-request-answer-text", &[("size", size.into())]),
        until: t.with("centre-request-answer-until", &[("when", until.into())]),
    }
}

fn messages(visit: &Visit, found: &PersonRequest) -> Vec<(String, String)> {
    let t = visit.texts();
    let name = &visit.site.service.policy.controller.name;
    let head = |from_staff: bool, when: String| {
        let who = if from_staff { name.clone() } else { t.say("centre-request-you") };
        t.with("centre-request-wrote", &[("who", who.into()), ("when", when.into())])
    };
    found
        .messages
        .iter()
        .map(|message| (head(message.from_staff, visit.when(message.at)), message.text.clone()))
        .collect()
}

/// What happened, oldest first.
pub(crate) fn timeline(visit: &Visit, events: &[Event]) -> Timeline {
    let event = |event: &Event| parts::Event {
        state: "done",
        title: event.what.clone(),
        when: visit.when(event.at),
        text: String::new(),
    };
    Timeline { events: events.iter().map(event).collect() }
}

//! The page of one request: who asks, the plan, the steps, what may be done now. Personal data: only after the purpose.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use duties::accountability::ViewPurpose;
use duties::rights::{self, Candidate, May, RequestKind, RequestView};
use uuid::Uuid;

use super::decide::{self, Decisions};
use super::plan::{self, Plan, Waiting};
use super::wrong::{Wrong, area};
use crate::centre::timeline;
use crate::clocks::{clock, kind, state};
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::page::{Page, answer_with};
use crate::parts::{self, Choice, Clock, Control, Field, Notice, Pill, Steps, Summary, Timeline, Tone};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "console/request.html")]
struct Request {
    p: Page,
    notice: Option<Notice>,
    summary: Option<Summary>,
    id: Uuid,
    purpose: &'static str,
    looking: String,
    kind: String,
    state: Pill,
    clocks: Vec<(String, Clock)>,
    identifiers: Vec<(String, String)>,
    detail: Option<String>,
    candidates: Vec<Choice>,
    plan: Option<Plan>,
    waiting: Option<Waiting>,
    decisions: Decisions,
    steps: Option<Steps>,
    messages: Vec<(String, String)>,
    timeline: Timeline,
    answer: Option<String>,
    may: May,
    erasure: bool,
    confirm: Vec<Field>,
    danger: String,
    reply: Field,
    closing: Field,
    ground: Field,
    reason: Field,
}

pub(super) async fn page(
    duty: &OnDuty,
    id: Uuid,
    purpose: ViewPurpose,
    wrong: Wrong,
) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let found = rights::staff_get(&visit.site.service, &duty.staff, id, purpose, &visit.lang).await?;
    let status = if wrong.text.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    answer_with(status, &filled(duty, &found, purpose, &wrong))
}

fn filled(duty: &OnDuty, found: &RequestView, purpose: ViewPurpose, wrong: &Wrong) -> Request {
    let visit = &duty.visit;
    let t = visit.texts();
    let of = &found.row.summary;
    let erasure = of.kind == RequestKind::Erasure;
    Request {
        p: duty.page(of.reference.clone()).under(&[("console-nav-requests", "/console/requests")]),
        notice: notice(visit),
        summary: summary(visit, wrong),
        id: of.id,
        purpose: purpose::name(purpose),
        looking: t.with(
            "console-looking",
            &[("purpose", t.say(&format!("console-purpose-{}", purpose::name(purpose))).into())],
        ),
        kind: kind(visit, of),
        state: state(of),
        clocks: clocks(visit, found),
        identifiers: found.person.identifiers.clone(),
        detail: found.detail.clone().filter(|detail| !detail.is_empty()),
        candidates: found.candidates.iter().map(|one| candidate(visit, one)).collect(),
        plan: found.plan.as_ref().map(|of| plan::plan(visit, of)),
        waiting: plan::waiting(visit, &found.waiting),
        decisions: decide::decisions(visit, found, wrong),
        steps: plan::steps(visit, &found.steps),
        messages: messages(visit, found),
        timeline: timeline(visit, &found.events),
        answer: found.package.as_ref().map(|package| {
            t.with(
                "console-answer-made",
                &[
                    ("when", visit.when(package.made_at).into()),
                    ("until", visit.when(package.expires_at).into()),
                ],
            )
        }),
        may: found.may,
        erasure,
        confirm: if erasure { confirm(duty, &of.reference, wrong) } else { Vec::new() },
        danger: t.with("console-run-danger", &[("reference", (&of.reference).into())]),
        reply: wrong.fill(area("text", t.say("console-reply-label"))),
        closing: wrong.fill(area("closing", t.say("console-close-label"))),
        ground: wrong.fill(grounds(visit)),
        reason: wrong.fill(area("reason", t.say("console-refuse-reason"))),
    }
}

/// What was just done.
fn notice(visit: &Visit) -> Option<Notice> {
    let said = visit.asked("said")?;
    let known = [
        "chosen",
        "planned",
        "rehearsed",
        "replied",
        "closed",
        "refused",
        "extended",
        "announced",
        "lifted",
        "decided",
        "withheld",
        "informed",
    ];
    known
        .contains(&said.as_str())
        .then(|| Notice::status(Tone::Kept, visit.texts().say(&format!("console-said-{said}")), Vec::new()))
}

fn summary(visit: &Visit, wrong: &Wrong) -> Option<Summary> {
    parts::Wrong::maybe(wrong.field, wrong.text.clone()).summary(visit.texts())
}

fn clocks(visit: &Visit, found: &RequestView) -> Vec<(String, Clock)> {
    let t = visit.texts();
    let of = &found.row.summary;
    let mut clocks = vec![(t.say("console-clock-answer"), clock(visit, &of.answer))];
    clocks.extend(of.first_reply.as_ref().map(|reply| (t.say("console-clock-reply"), clock(visit, reply))));
    clocks
}

fn candidate(visit: &Visit, of: &Candidate) -> Choice {
    let mut choice = Choice::tick("candidate", &of.key, format!("{} · {}: {}", of.store, of.table, of.row));
    choice.hint = Some(visit.texts().with("console-candidate-by", &[("by", (&of.by).into())]));
    choice.ticked = of.chosen;
    choice
}

fn messages(visit: &Visit, found: &RequestView) -> Vec<(String, String)> {
    let t = visit.texts();
    let head = |from_staff: bool, when: String| {
        let who = t.say(if from_staff { "console-message-staff" } else { "console-message-person" });
        t.with("centre-request-wrote", &[("who", who.into()), ("when", when.into())])
    };
    found
        .messages
        .iter()
        .map(|message| (head(message.from_staff, visit.when(message.at)), message.text.clone()))
        .collect()
}

/// Typing the reference, and the code where the last one is too long ago.
fn confirm(duty: &OnDuty, reference: &str, wrong: &Wrong) -> Vec<Field> {
    let t = duty.visit.texts();
    let typed =
        Field::line("confirm", "text", t.with("console-run-type", &[("reference", reference.into())]));
    let mut fields = vec![wrong.fill(typed)];
    if let Some(mut code) = duty.code_field() {
        if wrong.field == "code" {
            code.error = wrong.text.clone();
        }
        fields.push(code);
    }
    fields
}

fn grounds(visit: &Visit) -> Field {
    let t = visit.texts();
    let mut field = Field::line("ground", "text", t.say("console-refuse-ground"));
    let first = (String::new(), t.say("console-refuse-choose"));
    let all = rights::Refusal::ALL
        .into_iter()
        .map(|ground| (ground.as_str().to_owned(), ground.title(&visit.lang)));
    field.control = Control::Select(std::iter::once(first).chain(all).collect());
    field
}

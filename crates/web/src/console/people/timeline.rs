//! What happened with a person, entry by entry, and what it changed; for staff who said why they look.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use duties::accountability::{self, Moment, ViewPurpose};
use duties::accounts::Role;
use uuid::Uuid;

use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Event, Field, Timeline, Wrong};

#[derive(Template)]
#[template(path = "console/timeline.html")]
struct Shown {
    p: Page,
    looking: String,
    person: String,
    consent: String,
    timeline: Timeline,
    export: Option<Export>,
}

/// The form that gives the evidence out.
struct Export {
    action: String,
    authority: Field,
    code: Option<Field>,
}

pub(crate) async fn timeline(duty: OnDuty, Path(subject): Path<Uuid>) -> Result<Response, Fault> {
    duty.sees_people()?;
    let visit = &duty.visit;
    let Some(purpose) = visit.asked("purpose").and_then(|name| purpose::parse(&name)) else {
        return Ok(Redirect::to(&visit.to("/console/people")).into_response());
    };
    show(&duty, subject, purpose, &Wrong::default()).await
}

async fn show(duty: &OnDuty, subject: Uuid, purpose: ViewPurpose, wrong: &Wrong) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let (t, service) = (visit.texts(), &visit.site.service);
    accountability::viewed(service, &duty.staff, subject, purpose, "timeline").await?;
    let moments = accountability::timeline(service, subject, &visit.lang).await?;
    let words = t.say(&format!("console-purpose-{}", purpose::name(purpose)));
    let at =
        |path: &str| visit.to(&format!("/console/people/{subject}{path}?purpose={}", purpose::name(purpose)));
    let export = (duty.staff.role >= Role::PrivacyLead).then(|| Export {
        action: at("/evidence"),
        authority: Field::line("authority", "text", t.say("console-evidence-authority"))
            .hint(t.say("console-evidence-authority-hint"))
            .error(wrong.at("authority")),
        code: duty.code_field().map(|field| field.error(wrong.at("code"))),
    });
    let page = duty.page(t.say("console-timeline-title"));
    let shown = Shown {
        p: page.under(&[("console-nav-people", "/console/people")]),
        looking: t.with("console-looking", &[("purpose", words.into())]),
        person: at(""),
        consent: at("/consent"),
        timeline: Timeline { events: moments.iter().map(|moment| event(duty, moment)).collect() },
        export,
    };
    answer_with(wrong.status(), &shown)
}

/// One entry as a line: what, for what, by whom; the words; what stands from then on.
fn event(duty: &OnDuty, moment: &Moment) -> Event {
    let visit = &duty.visit;
    let t = visit.texts();
    let mut text = vec![t.with("console-timeline-by", &[("by", moment.by.as_str().into())])];
    text.extend(moment.said.iter().cloned());
    if !moment.stands.is_empty() {
        let stands = moment.stands.join(" · ");
        text.push(t.with("console-timeline-stands", &[("stands", stands.into())]));
    }
    text.push(t.with("evidence-entry", &[("index", moment.index.to_string().into())]));
    let title = match &moment.purpose {
        Some(purpose) => format!("{}: {purpose}", moment.title),
        None => moment.title.clone(),
    };
    Event { state: "done", title, when: visit.when(moment.at), text: text.join(" — ") }
}

/// The package for an authority, as a file; the second factor is asked for again.
pub(crate) async fn evidence(
    duty: OnDuty,
    Path(subject): Path<Uuid>,
    posted: Posted,
) -> Result<Response, Fault> {
    duty.sees_people()?;
    let visit = &duty.visit;
    let purpose = visit.asked("purpose").and_then(|name| purpose::parse(&name)).ok_or(Fault::NeedsPurpose)?;
    let authority = posted.one("authority")?.trim().to_owned();
    if authority.is_empty() || authority.len() > 200 {
        let missing = visit.texts().say("console-evidence-authority-missing");
        return show(&duty, subject, purpose, &Wrong::one("authority", missing)).await;
    }
    if let Some(wrong) = duty.recheck(&posted).await? {
        return show(&duty, subject, purpose, &Wrong::one("code", wrong)).await;
    }
    let service = &visit.site.service;
    let made = duties::dossier::dossier(service, &duty.staff, subject, &authority, &visit.lang).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"evidence.zip\"")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, made.bytes).into_response())
}

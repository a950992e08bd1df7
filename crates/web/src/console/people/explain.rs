//! What may be done with a person's data, purpose by purpose, and why, since when, by which act, under which version; for
//! staff who said why they look.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accountability::{self, Act, Explained};
use uuid::Uuid;

use crate::clocks::heads;
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::page::{Page, answer};
use crate::parts::{Cell, Pill, Table, Tone};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "console/explain.html")]
struct Shown {
    p: Page,
    looking: String,
    as_of: String,
    person: String,
    timeline: String,
    table: Table,
}

pub(crate) async fn explain(duty: OnDuty, Path(subject): Path<Uuid>) -> Result<Response, Fault> {
    duty.sees_people()?;
    let visit = &duty.visit;
    let (t, service) = (visit.texts(), &visit.site.service);
    let Some(purpose) = visit.asked("purpose").and_then(|name| purpose::parse(&name)) else {
        return Ok(Redirect::to(&visit.to("/console/people")).into_response());
    };
    accountability::viewed(service, &duty.staff, subject, purpose, "explain").await?;
    let all = accountability::explain(service, subject, &visit.lang).await?;
    let words = t.say(&format!("console-purpose-{}", purpose::name(purpose)));
    let at =
        |path: &str| visit.to(&format!("/console/people/{subject}{path}?purpose={}", purpose::name(purpose)));
    let ids = ["purpose", "answer", "why", "since", "version"].map(|id| format!("console-explain-{id}"));
    answer(&Shown {
        p: duty.page(t.say("console-explain-title")).under(&[("console-nav-people", "/console/people")]),
        looking: t.with("console-looking", &[("purpose", words.into())]),
        as_of: t.with("console-explain-lede", &[("when", visit.when(visit.now()).into())]),
        person: at(""),
        timeline: at("/timeline"),
        table: Table {
            caption: t.say("console-explain-title"),
            caption_hidden: true,
            head: heads(t, &ids.each_ref().map(String::as_str)),
            rows: all.iter().map(|one| row(visit, one)).collect(),
        },
    })
}

fn row(visit: &Visit, one: &Explained) -> Vec<Cell> {
    let t = visit.texts();
    let (tone, word) = if one.decision.allow { (Tone::Kept, "allowed") } else { (Tone::Late, "denied") };
    let reason = one.decision.reason;
    let place = one.place.as_ref().map(|place| t.with("console-explain-place", &[("place", place.into())]));
    let why: Vec<String> = [one.says.clone(), format!("{} ({})", reason.article(), reason.id())]
        .into_iter()
        .chain(place)
        .collect();
    vec![
        Cell::Row(one.title.clone()),
        Cell::Pill(Pill::new(tone, t.say(&format!("console-explain-{word}")))),
        Cell::text(why.join(" · ")),
        Cell::text(since(visit, one)),
        Cell::text(version(visit, one.version.as_ref())),
    ]
}

/// Since when, and by which act.
fn since(visit: &Visit, one: &Explained) -> String {
    let t = visit.texts();
    let act = one.act.as_ref().map_or_else(|| t.say("console-explain-no-act"), |act| said(visit, act));
    if one.lapsed { format!("{} · {act}", t.say("console-explain-lapsed")) } else { act }
}

/// A version of the policy by its day.
fn version(visit: &Visit, version: Option<&String>) -> String {
    let day = version.and_then(|version| version.parse().ok()).map(|day| visit.date(day));
    day.or_else(|| version.cloned()).unwrap_or_else(|| visit.texts().say("console-explain-no-version"))
}

fn said(visit: &Visit, act: &Act) -> String {
    let t = visit.texts();
    let version = version(visit, act.version.as_ref());
    let values = [
        ("when", visit.when(act.at).into()),
        ("what", act.title.as_str().into()),
        ("by", act.by.as_str().into()),
        ("index", act.index.to_string().into()),
        ("version", version.into()),
    ];
    t.with("console-explain-act", &values)
}

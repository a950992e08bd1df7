//! What is held about a person, for staff who said why they look. Logged before it is shown; the person sees the look.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::{accountability, rights};
use uuid::Uuid;

use crate::centre::held;
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::page::{Page, answer};
use crate::parts::Table;

#[derive(Template)]
#[template(path = "console/person.html")]
struct Person {
    p: Page,
    looking: String,
    timeline: String,
    consent: String,
    explain: String,
    demand: String,
    identifiers: Vec<(String, String)>,
    places: Vec<(String, String)>,
    groups: Vec<held::Group>,
    agreed: Option<Table>,
    recipients: Option<Table>,
}

pub(crate) async fn show(duty: OnDuty, Path(subject): Path<Uuid>) -> Result<Response, Fault> {
    duty.sees_people()?;
    let visit = &duty.visit;
    let t = visit.texts();
    let Some(purpose) = visit.asked("purpose").and_then(|name| purpose::parse(&name)) else {
        return Ok(Redirect::to(&visit.to("/console/people")).into_response());
    };
    let service = &visit.site.service;
    accountability::viewed(service, &duty.staff, subject, purpose, "person").await?;
    let found = rights::held(service, subject, &visit.lang).await?;
    let words = t.say(&format!("console-purpose-{}", purpose::name(purpose)));
    let at = |page: &str| {
        visit.to(&format!("/console/people/{subject}/{page}?purpose={}", purpose::name(purpose)))
    };
    answer(&Person {
        p: duty.page(t.say("console-person-title")).under(&[("console-nav-people", "/console/people")]),
        looking: t.with("console-looking", &[("purpose", words.into())]),
        timeline: at("timeline"),
        consent: at("consent"),
        explain: at("explain"),
        demand: at("demand"),
        identifiers: found.identifiers.iter().map(|one| (one.kind.clone(), one.value.clone())).collect(),
        places: found.places.iter().map(|place| (place.title.clone(), place.says.clone())).collect(),
        groups: found.groups.iter().map(|group| held::group(visit, group)).collect(),
        agreed: held::agreed(visit, &found),
        recipients: held::recipients(visit, &found.disclosures),
    })
}

//! Looking for a person: first the purpose, then the identifier. Only verified identifiers find anybody.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use duties::accountability::viewed;

use super::identifier;
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Field, Notice, Radios, Summary, Tone};

#[derive(Template)]
#[template(path = "console/people.html")]
struct Ask {
    p: Page,
    notice: Option<Notice>,
    summary: Option<Summary>,
    purposes: Radios,
    fields: Vec<Field>,
}

/// What was typed and what is wrong with it.
#[derive(Default)]
struct Typed {
    purpose: String,
    by: String,
    value: String,
    no_purpose: bool,
    no_value: bool,
    nobody: bool,
}

pub(crate) async fn ask(duty: OnDuty) -> Result<Response, Fault> {
    duty.sees_people()?;
    page(&duty, Typed::default())
}

pub(crate) async fn find(duty: OnDuty, posted: Posted) -> Result<Response, Fault> {
    duty.sees_people()?;
    let (why, by, value) = (posted.one("purpose")?, posted.one("by")?, posted.one("value")?);
    let mut typed =
        Typed { purpose: why.to_owned(), by: by.to_owned(), value: value.to_owned(), ..Typed::default() };
    let purpose = purpose::parse(why);
    let proven = identifier::parse(&duty.visit, by, value);
    (typed.no_purpose, typed.no_value) = (purpose.is_none(), proven.is_none());
    let (Some(purpose), Some(proven)) = (purpose, proven) else { return page(&duty, typed) };
    match duties::rights::find_person(&duty.visit.site.service, &proven).await? {
        Some(subject) => {
            // that somebody is known here is itself personal data
            viewed(&duty.visit.site.service, &duty.staff, subject, purpose, "person-search").await?;
            let to = format!("/console/people/{subject}?purpose={}", purpose::name(purpose));
            Ok(Redirect::to(&duty.visit.to(&to)).into_response())
        }
        None => {
            typed.nobody = true;
            page(&duty, typed)
        }
    }
}

fn page(duty: &OnDuty, typed: Typed) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let no_purpose = typed.no_purpose.then(|| t.say("console-purpose-missing"));
    let no_value = typed.no_value.then(|| t.say("console-people-value-missing"));
    let problems: Vec<(String, String)> = [("purpose", &no_purpose), ("value", &no_value)]
        .into_iter()
        .filter_map(|(id, text)| text.clone().map(|text| (id.to_owned(), text)))
        .collect();
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let summary = (!problems.is_empty())
        .then(|| Summary { title: t.with("web-problems", &[("count", problems.len().into())]), problems });
    let nobody = typed.nobody.then(|| {
        Notice::status(
            Tone::Unknown,
            t.say("console-people-nobody"),
            vec![t.say("console-people-nobody-text")],
        )
    });
    answer_with(
        status,
        &Ask {
            p: duty.page(t.say("console-nav-people")),
            notice: nobody,
            summary,
            purposes: purpose::question(visit, &typed.purpose, no_purpose),
            fields: identifier::fields(visit, &typed.by, &typed.value, no_value),
        },
    )
}

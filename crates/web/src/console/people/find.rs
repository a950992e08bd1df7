//! Looking for a person: first the purpose, then the identifier. Only verified identifiers find anybody.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};

use duties::accountability::viewed;

use super::identifier;
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Field, Notice, Radios, Summary, Tone, Wrong};

#[derive(Template)]
#[template(path = "console/people.html")]
struct Ask {
    p: Page,
    notice: Option<Notice>,
    summary: Option<Summary>,
    purposes: Radios,
    fields: Vec<Field>,
    demands: String,
}

/// What was typed and what is wrong with it.
#[derive(Default)]
struct Typed {
    purpose: String,
    by: String,
    value: String,
    wrong: Wrong,
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
    let t = duty.visit.texts();
    if purpose.is_none() {
        typed.wrong.add("purpose", t.say("console-purpose-missing"));
    }
    if proven.is_none() {
        typed.wrong.add("value", t.say("console-people-value-missing"));
    }
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
    let nobody = typed.nobody.then(|| {
        Notice::status(
            Tone::Unknown,
            t.say("console-people-nobody"),
            vec![t.say("console-people-nobody-text")],
        )
    });
    answer_with(
        typed.wrong.status(),
        &Ask {
            p: duty.page(t.say("console-nav-people")),
            notice: nobody,
            summary: typed.wrong.summary(t),
            purposes: purpose::question(visit, &typed.purpose, typed.wrong.at("purpose")),
            demands: visit.to("/console/demands"),
            fields: identifier::fields(visit, &typed.by, &typed.value, typed.wrong.at("value")),
        },
    )
}

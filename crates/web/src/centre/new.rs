//! Asking for something: each choice says honestly what it brings and what it cannot.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use duties::rights::{self, RequestKind};

use super::session::Signed;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Choice, Control, Field, Radios, Summary};
use crate::visit::Visit;

/// The most characters a person may write with a request.
const MOST: usize = 4000;

#[derive(Template)]
#[template(path = "centre/new.html")]
struct New {
    p: Page,
    summary: Option<Summary>,
    kinds: Radios,
    detail: Field,
    complain: (String, Option<String>),
}

/// What is wrong with what was sent: for the kind, for the words.
#[derive(Default)]
struct Wrong {
    kind: Option<String>,
    detail: Option<String>,
}

pub(crate) async fn new(signed: Signed) -> Result<Response, Fault> {
    let asked = signed.visit.asked("kind").unwrap_or_default();
    page(&signed, &asked, "", Wrong::default())
}

pub(crate) async fn create(signed: Signed, posted: Posted) -> Result<Response, Fault> {
    let t = signed.visit.texts();
    let (name, detail) = (posted.one("kind")?, posted.one("detail")?);
    let kind = RequestKind::parse(name);
    let wrong = Wrong {
        kind: kind.is_none().then(|| t.say("centre-new-choose")),
        detail: (detail.chars().count() > MOST).then(|| t.with("centre-new-long", &[("most", MOST.into())])),
    };
    match kind {
        Some(kind) if wrong.detail.is_none() => open(&signed, kind, detail).await,
        _ => page(&signed, name, detail, wrong),
    }
}

async fn open(signed: &Signed, kind: RequestKind, detail: &str) -> Result<Response, Fault> {
    let visit = &signed.visit;
    let opened =
        match rights::open(&visit.site.service, signed.person.subject, kind, detail, &visit.lang).await {
            Ok(opened) => opened,
            Err(error @ rights::Error::Text { .. }) => {
                let wrong = Wrong { detail: Some(error.public(&visit.lang)), ..Wrong::default() };
                return page(signed, kind.as_str(), detail, wrong);
            }
            Err(error) => return Err(error.into()),
        };
    let said = if opened.already { "already" } else { "opened" };
    Ok(Redirect::to(&visit.to(&format!("/privacy/requests/{}?said={said}", opened.request.id)))
        .into_response())
}

fn page(signed: &Signed, chosen: &str, detail: &str, wrong: Wrong) -> Result<Response, Fault> {
    let visit = &signed.visit;
    let t = visit.texts();
    let problems: Vec<(String, String)> = [("kind", &wrong.kind), ("detail", &wrong.detail)]
        .into_iter()
        .filter_map(|(id, text)| text.clone().map(|text| (id.to_owned(), text)))
        .collect();
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let summary = (!problems.is_empty())
        .then(|| Summary { title: t.with("web-problems", &[("count", problems.len().into())]), problems });
    let page = New {
        p: signed.page(t.say("centre-new-title")).under(&[("centre-home-title", "/privacy/home")]),
        summary,
        kinds: Radios {
            id: "kind".to_owned(),
            legend: t.say("centre-new-what"),
            options: kinds(visit, chosen),
            error: wrong.kind,
        },
        detail: words(visit, detail, wrong.detail),
        complain: complain(visit),
    };
    answer_with(status, &page)
}

/// Every kind with what it brings; none is chosen beforehand.
pub(crate) fn kinds(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let choice = |kind: RequestKind| {
        let name = kind.as_str();
        let mut choice = Choice::radio("kind", name, kind.title(&visit.lang));
        choice.hint = Some(kind.explanation(&visit.lang));
        choice.ticked = name == chosen;
        choice
    };
    RequestKind::ALL.into_iter().map(choice).collect()
}

fn words(visit: &Visit, typed: &str, error: Option<String>) -> Field {
    let t = visit.texts();
    let mut field = Field::line("detail", "text", t.say("centre-new-detail"))
        .hint(t.say("centre-new-detail-hint"))
        .value(typed)
        .error(error);
    field.control = Control::Area;
    field.required = false;
    field.optional = t.say("optional");
    field
}

/// Where to complain if we do not do what we say: the words and the authority's page.
pub(super) fn complain(visit: &Visit) -> (String, Option<String>) {
    let authority = &visit.site.service.policy.authority;
    let words = visit.texts().with("centre-complain", &[("authority", (&authority.name.value).into())]);
    (words, authority.website.clone())
}

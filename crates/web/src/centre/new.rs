//! Asking for something: each choice says honestly what it brings and what it cannot. A page is good for one request:
//! a second press of its button shows the first one's.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use duties::collect::TOKEN;
use duties::rights::{self, Asking, NewByPerson, RequestKind, RequestSummary};

use super::session::Signed;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Choice, Control, Field, Radios, Summary, Wrong};
use crate::visit::Visit;

/// The box that asks for another request beside an open one of the same kind.
const ANOTHER: &str = "another";

/// The most characters a person may write with a request.
const MOST: usize = 4000;

#[derive(Template)]
#[template(path = "centre/new.html")]
struct New {
    p: Page,
    summary: Option<Summary>,
    open: Option<Open>,
    token_name: &'static str,
    token: String,
    kinds: Radios,
    detail: Field,
    complain: (String, Option<String>),
}

/// A request of the same kind that is open: what is said about it, the way to it, and the box for another one.
struct Open {
    text: String,
    href: String,
    words: String,
    another: Choice,
}

pub(crate) async fn new(signed: Signed) -> Result<Response, Fault> {
    let asked = signed.visit.asked("kind").unwrap_or_default();
    page(&signed, &asked, "", &Wrong::default(), None)
}

pub(crate) async fn create(signed: Signed, posted: Posted) -> Result<Response, Fault> {
    let t = signed.visit.texts();
    let (name, detail) = (posted.one("kind")?, posted.one("detail")?);
    let kind = RequestKind::parse(name);
    let mut wrong = Wrong::default();
    if kind.is_none() {
        wrong.add("kind", t.say("centre-new-choose"));
    }
    if detail.chars().count() > MOST {
        wrong.add("detail", t.with("centre-new-long", &[("most", MOST.into())]));
    }
    match kind {
        Some(kind) if wrong.is_empty() => {
            let token = Some(posted.one(TOKEN)?.to_owned());
            let another = !posted.one(ANOTHER)?.is_empty();
            open(&signed, NewByPerson { kind, detail: detail.to_owned(), token, another }).await
        }
        _ => page(&signed, name, detail, &wrong, None),
    }
}

async fn open(signed: &Signed, new: NewByPerson) -> Result<Response, Fault> {
    let visit = &signed.visit;
    let (kind, detail) = (new.kind.as_str(), new.detail.clone());
    let wrong = match rights::ask(&visit.site.service, signed.person.subject, new, &visit.lang).await {
        Ok(Asking::Opened(opened)) => {
            let said = if opened.already { "already" } else { "opened" };
            let to = visit.to(&format!("/privacy/requests/{}?said={said}", opened.request.id));
            return Ok(Redirect::to(&to).into_response());
        }
        Ok(Asking::SameKind(open)) => {
            return page(signed, kind, &detail, &Wrong::default(), Some(open.as_ref()));
        }
        Ok(Asking::Token(unfit)) => Wrong::one("main", visit.texts().say(unfit)),
        Err(error @ rights::Error::Text { .. }) => Wrong::one("detail", error.public(&visit.lang)),
        Err(error) => return Err(error.into()),
    };
    page(signed, kind, &detail, &wrong, None)
}

/// The form; `open` is a request of the same kind that is not done yet.
fn page(
    signed: &Signed,
    chosen: &str,
    detail: &str,
    wrong: &Wrong,
    open: Option<&RequestSummary>,
) -> Result<Response, Fault> {
    let visit = &signed.visit;
    let t = visit.texts();
    let status = if open.is_some() { StatusCode::CONFLICT } else { wrong.status() };
    let page = New {
        p: signed.page(t.say("centre-new-title")).under(&[("centre-home-title", "/privacy/home")]),
        summary: wrong.summary(t),
        open: open.map(|of| same_kind(visit, of)),
        token_name: TOKEN,
        token: rights::ask_token(&visit.site.service)?,
        kinds: Radios {
            id: "kind".to_owned(),
            legend: t.say("centre-new-what"),
            options: kinds(visit, chosen),
            error: wrong.at("kind"),
        },
        detail: words(visit, detail, wrong.at("detail")),
        complain: complain(visit),
    };
    answer_with(status, &page)
}

/// One of this kind is open: where it stands, and that another one is theirs to want.
fn same_kind(visit: &Visit, of: &RequestSummary) -> Open {
    let t = visit.texts();
    let said = [("reference", (&of.reference).into()), ("when", visit.day(of.received_at).into())];
    let mut another = Choice::tick(ANOTHER, "yes", t.say("centre-new-another"));
    another.hint = Some(t.say("centre-new-another-hint"));
    Open {
        text: t.with("centre-new-open-text", &said),
        href: visit.to(&format!("/privacy/requests/{}", of.id)),
        words: t.with("centre-new-open-link", &[("reference", (&of.reference).into())]),
        another,
    }
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

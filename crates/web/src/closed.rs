//! The pages while the database is behind what is published: nothing is read out or decided, and what people want is
//! still taken in.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use duties::queue::{self, NewQueued, NotQueued, Queued};
use duties::rights::RequestKind;

use crate::centre;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Control, Field, Notice, Radios, Summary, Tone, Wrong};
use crate::visit::Visit;

/// When a browser or a machine may ask again, in seconds.
const AGAIN: HeaderValue = HeaderValue::from_static("600");

#[derive(Template)]
#[template(path = "closed.html")]
struct Closed {
    p: Page,
    done: Option<Notice>,
    summary: Option<Summary>,
    kinds: Radios,
    email: Field,
    detail: Field,
}

/// What was typed and what is wrong with it.
#[derive(Default)]
struct Typed {
    kind: String,
    email: String,
    detail: String,
    wrong: Wrong,
}

/// Every page that is asked for.
pub(crate) async fn show(visit: Visit) -> Result<Response, Fault> {
    page(&visit, StatusCode::SERVICE_UNAVAILABLE, &Typed::default(), None)
}

/// A request.
pub(crate) async fn send(visit: Visit, posted: Posted) -> Result<Response, Fault> {
    let t = visit.texts();
    let one = |name: &str| posted.one(name).map(str::to_owned);
    let mut typed =
        Typed { kind: one("kind")?, email: one("email")?, detail: one("detail")?, wrong: Wrong::default() };
    let Some(kind) = RequestKind::parse(&typed.kind) else {
        typed.wrong.add("kind", t.say("centre-new-choose"));
        return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &typed, None);
    };
    let new = NewQueued {
        kind,
        detail: typed.detail.clone(),
        email: typed.email.clone(),
        lang: visit.lang.clone(),
    };
    match queue::accept(&visit.site.service, new).await {
        Ok(waits) => return page(&visit, StatusCode::OK, &Typed::default(), Some(&waits)),
        Err(NotQueued::NotAnAddress) => typed.wrong.add("email", t.say("web-closed-email-wrong")),
        Err(NotQueued::Text) => typed.wrong.add("detail", t.say("web-closed-detail-wrong")),
        Err(NotQueued::TooMany) => return Err(Fault::TooMany),
        Err(NotQueued::Failed(error)) => return Err(error.into()),
    }
    page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &typed, None)
}

/// For whoever watches the server.
pub(crate) async fn health() -> (StatusCode, &'static str) {
    (StatusCode::SERVICE_UNAVAILABLE, "behind\n")
}

fn page(visit: &Visit, status: StatusCode, typed: &Typed, done: Option<&Queued>) -> Result<Response, Fault> {
    let t = visit.texts();
    let done = done.map(|waits| {
        let values = [
            ("kind", waits.kind.title(&visit.lang).into()),
            ("when", visit.when(waits.received_at).into()),
            ("email", waits.email.clone().into()),
        ];
        let text = vec![t.with("web-closed-done-text", &values)];
        Notice::status(Tone::Kept, t.with("web-closed-done", &values), text)
    });
    let mut detail = Field::line("detail", "text", t.say("centre-new-detail"))
        .value(typed.detail.clone())
        .error(typed.wrong.at("detail"));
    (detail.control, detail.required, detail.optional) = (Control::Area, false, t.say("optional"));
    let kinds = Radios {
        id: "kind".to_owned(),
        legend: t.say("centre-new-what"),
        options: centre::kinds(visit, &typed.kind),
        error: typed.wrong.at("kind"),
    };
    let page = Closed {
        p: bare(visit),
        done,
        summary: typed.wrong.summary(t),
        kinds,
        email: Field::line("email", "email", t.say("web-closed-email"))
            .hint(t.say("web-closed-email-hint"))
            .autocomplete("email")
            .value(typed.email.clone())
            .error(typed.wrong.at("email")),
        detail,
    };
    let mut response = answer_with(status, &page)?;
    response.headers_mut().insert(header::RETRY_AFTER, AGAIN);
    Ok(response)
}

/// A frame without ways to pages that are closed.
fn bare(visit: &Visit) -> Page {
    let mut page = Page::new(visit, visit.texts().say("web-closed-title")).private();
    page.nav.clear();
    page.footer.clear();
    page
}

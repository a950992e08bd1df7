//! Turns every fault, whoever answered with it, into a page that says what was wrong and what to do.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::cookies;
use crate::fault::Fault;
use crate::page::{Page, answer_with};
use crate::site::Site;
use crate::trace::RequestId;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    p: Page,
    what: String,
    next: String,
    action: Option<(String, String)>,
    reference: String,
}

/// Runs the request; what comes back without a page gets one.
pub(crate) async fn dress(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let visit = Visit::of(&site, &parts);
    let id = parts.extensions.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    remember_language(&visit, &mut response);
    let Some(fault) = fault_in(&response) else { return response };
    if let Fault::Internal(why) | Fault::Unavailable(why) = &fault {
        tracing::error!(code = fault.code(), why, "failed");
    }
    page(&visit, &fault, &id).unwrap_or_else(|_| fault.status().into_response())
}

/// A language asked for by its link is kept for the pages that follow.
fn remember_language(visit: &Visit, response: &mut Response) {
    let asked = visit.asked("lang").filter(|asked| *asked == visit.lang);
    let cookie = asked.map(|lang| cookies::language(&visit.site, &lang).to_string());
    if let Some(value) = cookie.and_then(|cookie| HeaderValue::from_str(&cookie).ok()) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

fn fault_in(response: &Response) -> Option<Fault> {
    if let Some(fault) = response.extensions().get::<Fault>() {
        return Some(fault.clone());
    }
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page { None } else { Fault::of(response.status()) }
}

fn page(visit: &Visit, fault: &Fault, id: &str) -> Result<Response, Fault> {
    let t = visit.texts();
    let code = fault.code();
    let (title, what, next) = match fault {
        Fault::Request(error) => {
            (t.say("web-fault-request-title"), error.public(&visit.lang), t.say("web-fault-request-next"))
        }
        Fault::Forbidden(role) => (
            t.say("web-fault-forbidden-title"),
            t.with("web-fault-forbidden-what", &[("role", t.say(&format!("console-role-{role}")).into())]),
            t.say("web-fault-forbidden-next"),
        ),
        _ => (
            t.say(&format!("web-fault-{code}-title")),
            t.say(&format!("web-fault-{code}-what")),
            t.say(&format!("web-fault-{code}-next")),
        ),
    };
    let (path, words) = if visit.path.starts_with("/console") {
        ("/console", "web-fault-to-console")
    } else {
        ("/", "web-fault-to-start")
    };
    answer_with(
        fault.status(),
        &ErrorPage {
            p: Page::new(visit, title).private(),
            what,
            next,
            action: Some((visit.to(path), t.say(words))),
            reference: t.with("web-fault-reference", &[("code", code.into()), ("id", id.into())]),
        },
    )
}

//! Asking for a link: the same answer for every address, known or unknown.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use duties::identity::{self, NotAsked};

use crate::cookies::Session;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Field, Notice, Summary, Tone, Wrong};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "centre/ask.html")]
struct Ask {
    p: Page,
    notice: Option<Notice>,
    summary: Option<Summary>,
    email: Field,
    other: String,
}

#[derive(Template)]
#[template(path = "centre/asked.html")]
struct Asked {
    p: Page,
}

pub(crate) async fn ask(visit: Visit) -> Result<Response, Fault> {
    if visit.asked("sent").is_some() {
        return crate::page::answer(&Asked {
            p: Page::new(&visit, visit.texts().say("centre-asked-title")).private(),
        });
    }
    let erased = match visit.session(Session::Person) {
        Some(cookie) => identity::was_erased(&visit.site.service, cookie).await?,
        None => false,
    };
    page(&visit, "", None, erased)
}

/// Queues the mail; the next page says the same whoever was asked for.
pub(crate) async fn send(visit: Visit, posted: Posted) -> Result<Response, Fault> {
    let email = posted.one("email")?;
    match identity::ask_link(&visit.site.service, email, &visit.lang).await {
        Ok(()) => Ok(Redirect::to(&visit.to("/privacy?sent=1")).into_response()),
        Err(NotAsked::NotAnAddress) => {
            page(&visit, email, Some(visit.texts().say("centre-ask-not-an-address")), false)
        }
        Err(NotAsked::TooMany) => Err(Fault::TooMany),
        Err(NotAsked::Failed(error)) => Err(error.into()),
    }
}

fn page(visit: &Visit, typed: &str, error: Option<String>, erased: bool) -> Result<Response, Fault> {
    let t = visit.texts();
    let wrong = Wrong::maybe("email", error);
    let email = Field::line("email", "email", t.say("centre-ask-email"))
        .hint(t.say("centre-ask-email-hint"))
        .autocomplete("email")
        .value(typed)
        .error(wrong.at("email"));
    let page = Ask {
        p: Page::new(visit, t.say("centre-ask-title")),
        notice: ended(visit, erased),
        summary: wrong.summary(t),
        email,
        other: other_ways(visit),
    };
    answer_with(wrong.status(), &page)
}

/// Why they are here and not on their own page: only who holds the cookie of somebody who was erased is told that.
fn ended(visit: &Visit, erased: bool) -> Option<Notice> {
    let t = visit.texts();
    if erased {
        let text = vec![t.say("centre-ask-erased-text"), t.say("centre-ask-erased-next")];
        return Some(Notice::new(Tone::Kept, t.say("centre-ask-erased"), text));
    }
    let text = vec![t.say("centre-ask-over-text")];
    visit.asked("session").map(|_| Notice::new(Tone::Unknown, t.say("centre-ask-over"), text))
}

/// How else to ask, for who has no address or cannot use this page.
fn other_ways(visit: &Visit) -> String {
    let t = visit.texts();
    let controller = &visit.site.service.policy.controller;
    match &controller.email {
        Some(email) => t.with(
            "centre-ask-other-email",
            &[("name", (&controller.name).into()), ("email", (&email.value).into())],
        ),
        None => t.with("centre-ask-other-staff", &[("name", (&controller.name).into())]),
    }
}

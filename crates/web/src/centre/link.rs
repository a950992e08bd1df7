//! Opening a link from a mail. Looking at it changes nothing (mail scanners follow links); the button signs in, once.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use duties::identity::{self, LinkState, NotOpened};

use crate::cookies::{self, Session};
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer, answer_with};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "centre/link.html")]
struct Link {
    p: Page,
    action: String,
}

#[derive(Template)]
#[template(path = "centre/dead.html")]
struct Dead {
    p: Page,
    why: String,
}

pub(crate) async fn link(visit: Visit, Path(token): Path<String>) -> Result<Response, Fault> {
    match identity::peek_link(&visit.site.service, &token).await? {
        LinkState::Valid => answer(&Link {
            p: Page::new(&visit, visit.texts().say("centre-link-title")).private(),
            action: visit.to(&format!("/privacy/link/{token}")),
        }),
        state => dead(&visit, state),
    }
}

pub(crate) async fn open(visit: Visit, Path(token): Path<String>, posted: Posted) -> Result<Response, Fault> {
    drop(posted);
    match identity::open_link(&visit.site.service, &token).await {
        Ok(session) => {
            let jar = CookieJar::new().add(cookies::session(&visit.site, Session::Person, session.token));
            Ok((jar, Redirect::to(&visit.to("/privacy/home"))).into_response())
        }
        Err(NotOpened::Link(state)) => dead(&visit, state),
        Err(NotOpened::Failed(error)) => Err(error.into()),
    }
}

/// What became of the link, and the way to a new one.
fn dead(visit: &Visit, state: LinkState) -> Result<Response, Fault> {
    let status = if state == LinkState::Unknown { StatusCode::NOT_FOUND } else { StatusCode::GONE };
    let p = Page::new(visit, visit.texts().say("centre-dead-title")).private();
    answer_with(status, &Dead { p, why: state.say(&visit.lang) })
}

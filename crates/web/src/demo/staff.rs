//! The demo's one-use way into the console. Looking at it changes nothing; the button uses it up.
//! Who is signed in already is led to the console; a link that is used up says so.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use duties::accounts;

use crate::cookies::{self, Session};
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "demo/staff.html")]
struct Staff {
    p: Page,
    action: String,
}

pub(crate) async fn staff(visit: Visit, Path(token): Path<String>) -> Result<Response, Fault> {
    let service = &visit.site.service;
    if let Some(session) = visit.session(Session::Staff)
        && accounts::staff(service, session).await?.is_some()
    {
        return Ok(Redirect::to(&visit.to("/console")).into_response());
    }
    if !accounts::peek_demo_link(service, &token).await? {
        return Err(Fault::Stale);
    }
    let p = Page::new(&visit, visit.texts().say("web-demo-staff-title")).private();
    answer(&Staff { p, action: visit.to(&format!("/demo/staff/{token}")) })
}

pub(crate) async fn enter(
    visit: Visit,
    Path(token): Path<String>,
    posted: Posted,
) -> Result<Response, Fault> {
    drop(posted);
    let session = accounts::open_demo_link(&visit.site.service, &token).await?.ok_or(Fault::Stale)?;
    let jar = CookieJar::new().add(cookies::session(&visit.site, Session::Staff, session.token));
    Ok((jar, Redirect::to(&visit.to("/console"))).into_response())
}

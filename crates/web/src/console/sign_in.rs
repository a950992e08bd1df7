//! Signing in and out. Which of address, password and code was wrong is not said.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use duties::accounts::{self, NotSignedIn};

use crate::cookies::{self, Session};
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Field, Summary};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "console/sign_in.html")]
struct SignIn {
    p: Page,
    summary: Option<Summary>,
    fields: Vec<Field>,
}

pub(crate) async fn show(visit: Visit) -> Result<Response, Fault> {
    page(&visit, "", None)
}

pub(crate) async fn submit(visit: Visit, posted: Posted) -> Result<Response, Fault> {
    let (email, password, code) = (posted.one("email")?, posted.one("password")?, posted.one("code")?);
    match accounts::sign_in(&visit.site.service, email, password, code).await {
        Ok(session) => {
            let jar = CookieJar::new().add(cookies::session(&visit.site, Session::Staff, session.token));
            Ok((jar, Redirect::to(&visit.to("/console"))).into_response())
        }
        Err(NotSignedIn::Wrong) => page(&visit, email, Some(visit.texts().say("console-sign-in-wrong"))),
        Err(NotSignedIn::TooMany) => Err(Fault::TooMany),
        Err(NotSignedIn::Failed(error)) => Err(error.into()),
    }
}

/// Ends the session here and in the browser.
pub(crate) async fn out(visit: Visit, posted: Posted) -> Result<Response, Fault> {
    drop(posted);
    if let Some(token) = visit.session(Session::Staff) {
        accounts::sign_out(&visit.site.service, token).await?;
    }
    let jar = CookieJar::new().add(cookies::ended(&visit.site, Session::Staff));
    Ok((jar, Redirect::to(&visit.to("/console/sign-in"))).into_response())
}

fn page(visit: &Visit, email: &str, wrong: Option<String>) -> Result<Response, Fault> {
    let t = visit.texts();
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let summary = wrong.map(|wrong| Summary {
        title: t.say("console-sign-in-not"),
        problems: vec![("email".to_owned(), wrong)],
    });
    let mut p = Page::new(visit, t.say("console-sign-in-title")).private();
    p.nav = Vec::new();
    let fields = vec![
        Field::line("email", "email", t.say("console-email")).autocomplete("username").value(email),
        Field::line("password", "password", t.say("console-password")).autocomplete("current-password"),
        code_field(visit),
    ];
    answer_with(status, &SignIn { p, summary, fields })
}

/// The six digits of the authenticator app.
pub(super) fn code_field(visit: &Visit) -> Field {
    let t = visit.texts();
    Field::line("code", "text", t.say("console-code"))
        .hint(t.say("console-code-hint"))
        .autocomplete("one-time-code")
}

//! Second step: the authenticator app, shown until a first code fits.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use duties::accounts::{self, NotSetUp};

use super::account::{frame, over};
use crate::console::sign_in::code_field;
use crate::cookies::{self, Session};
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Field, Summary, Wrong};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "console/setup_code.html")]
struct Code {
    p: Page,
    summary: Option<Summary>,
    pending: String,
    qr: String,
    secret: String,
    code: Field,
}

pub(crate) async fn show(visit: Visit) -> Result<Response, Fault> {
    let pending = visit.asked("pending").unwrap_or_default();
    page(&visit, &pending, None).await
}

pub(crate) async fn confirm(visit: Visit, posted: Posted) -> Result<Response, Fault> {
    let pending = posted.one("pending")?;
    match accounts::confirm(&visit.site.service, pending, posted.one("code")?).await {
        Ok(session) => {
            let jar = CookieJar::new().add(cookies::session(&visit.site, Session::Staff, session.token));
            Ok((jar, Redirect::to(&visit.to("/console?welcome=1"))).into_response())
        }
        Err(NotSetUp::Code) => page(&visit, pending, Some(visit.texts().say("console-code-wrong"))).await,
        Err(NotSetUp::Failed(error)) => Err(error.into()),
        Err(_) => over(&visit),
    }
}

async fn page(visit: &Visit, pending: &str, wrong: Option<String>) -> Result<Response, Fault> {
    let t = visit.texts();
    let Some(found) = accounts::pending(&visit.site.service, pending).await? else { return over(visit) };
    let wrong = Wrong::maybe("code", wrong);
    let page = Code {
        p: frame(visit, t.say("console-setup-code-title")),
        summary: wrong.summary(t),
        pending: pending.to_owned(),
        qr: found.enrolment.qr.to_string(),
        secret: grouped(&found.enrolment.secret),
        code: code_field(visit).error(wrong.at("code")),
    };
    answer_with(wrong.status(), &page)
}

/// In groups of four, to be typed by hand.
fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

//! First step: who the account is for. Whoever was invited is asked for no address: the link knows it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accounts::{self, NewAccount, NotSetUp, SetupFor};

use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Field, Summary, Wrong};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "console/setup.html")]
struct Setup {
    p: Page,
    lede: String,
    token: String,
    summary: Option<Summary>,
    fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "console/setup_over.html")]
struct Over {
    p: Page,
}

/// What was typed, to show it again; never the password.
#[derive(Default)]
struct Typed<'a> {
    email: &'a str,
    name: &'a str,
}

pub(crate) async fn show(visit: Visit) -> Result<Response, Fault> {
    let token = visit.asked("token").unwrap_or_default();
    match accounts::peek_setup(&visit.site.service, &token).await? {
        Some(link) => page(&visit, &token, &link, &Typed::default(), &Wrong::default()),
        None => over(&visit),
    }
}

pub(crate) async fn create(visit: Visit, posted: Posted) -> Result<Response, Fault> {
    let token = posted.one("token")?;
    let Some(link) = accounts::peek_setup(&visit.site.service, token).await? else { return over(&visit) };
    let typed = Typed { email: posted.one("email")?, name: posted.one("name")? };
    let account = NewAccount {
        email: typed.email.to_owned(),
        name: typed.name.to_owned(),
        password: posted.one("password")?.to_owned().into(),
    };
    let t = visit.texts();
    let (field, text) = match accounts::setup(&visit.site.service, token, account).await {
        Ok(pending) => {
            return Ok(Redirect::to(&visit.to(&format!("/console/setup/code?pending={}", pending.token)))
                .into_response());
        }
        Err(NotSetUp::Link | NotSetUp::Code) => return over(&visit),
        Err(NotSetUp::Failed(error)) => return Err(error.into()),
        Err(NotSetUp::NotAnAddress) => ("email", t.say("centre-ask-not-an-address")),
        Err(NotSetUp::Name) => ("name", t.say("console-setup-name-wrong")),
        Err(NotSetUp::Weak(weak)) => {
            ("password", format!("{} {}", t.say("console-setup-weak"), weak.advice.join(" ")))
        }
    };
    page(&visit, token, &link, &typed, &Wrong::one(field, text))
}

fn page(
    visit: &Visit,
    token: &str,
    link: &SetupFor,
    typed: &Typed<'_>,
    wrong: &Wrong,
) -> Result<Response, Fault> {
    let t = visit.texts();
    let email = Field::line("email", "email", t.say("console-email"))
        .autocomplete("username")
        .value(typed.email)
        .error(wrong.at("email"));
    let name = Field::line("name", "text", t.say("console-name"))
        .hint(t.say("console-name-hint"))
        .autocomplete("name")
        .value(typed.name)
        .error(wrong.at("name"));
    let password = Field::line("password", "password", t.say("console-password"))
        .hint(t.say("console-setup-password-hint"))
        .autocomplete("new-password")
        .error(wrong.at("password"));
    let (title, lede, fields) = match link {
        SetupFor::First => ("console-setup-title", t.say("console-setup-lede"), vec![email, name, password]),
        SetupFor::Invited(address) => (
            "console-setup-invited-title",
            t.with("console-setup-invited-lede", &[("email", address.into())]),
            vec![name, password],
        ),
    };
    let (p, summary) = (frame(visit, t.say(title)), wrong.summary(t));
    answer_with(wrong.status(), &Setup { p, lede, token: token.to_owned(), summary, fields })
}

/// The link is used, too old or wrong.
pub(super) fn over(visit: &Visit) -> Result<Response, Fault> {
    answer_with(StatusCode::GONE, &Over { p: frame(visit, visit.texts().say("console-setup-over-title")) })
}

pub(super) fn frame(visit: &Visit, title: String) -> Page {
    let mut page = Page::new(visit, title).private();
    page.nav = Vec::new();
    page
}

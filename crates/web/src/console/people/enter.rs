//! A request that came by telephone, letter or at the counter: staff say whom they identified, and how they know.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use duties::rights::{self, Error, NewByStaff, RequestKind};

use super::identifier;
use crate::centre;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;
use crate::language::own_name;
use crate::page::{Page, answer_with};
use crate::parts::{Choice, Control, Field, Radios, Summary, Wrong};

#[derive(Template)]
#[template(path = "console/enter.html")]
struct Enter {
    p: Page,
    summary: Option<Summary>,
    fields: Vec<Field>,
    verified: Choice,
    kinds: Radios,
    lang: Field,
    detail: Field,
}

/// What was typed, and what is wrong where.
#[derive(Default)]
struct Typed {
    by: String,
    value: String,
    kind: String,
    lang: String,
    detail: String,
    verified: bool,
    wrong: Wrong,
}

impl Typed {
    fn of(posted: &Posted) -> Result<Self, Fault> {
        let one = |name: &str| posted.one(name).map(str::to_owned);
        Ok(Self {
            by: one("by")?,
            value: one("value")?,
            kind: one("kind")?,
            lang: one("answer-in")?,
            detail: one("detail")?,
            verified: !posted.one("verified")?.is_empty(),
            wrong: Wrong::default(),
        })
    }
}

pub(crate) async fn enter(duty: OnDuty) -> Result<Response, Fault> {
    duty.sees_people()?;
    page(&duty, &Typed::default())
}

pub(crate) async fn create(duty: OnDuty, posted: Posted) -> Result<Response, Fault> {
    duty.sees_people()?;
    let visit = &duty.visit;
    let t = visit.texts();
    let mut typed = Typed::of(&posted)?;
    let proven = identifier::parse(visit, &typed.by, &typed.value);
    let kind = RequestKind::parse(&typed.kind);
    if proven.is_none() {
        typed.wrong.add("value", t.say("console-people-value-missing"));
    }
    if !typed.verified {
        typed.wrong.add("verified-yes", t.say("console-enter-verified-missing"));
    }
    if kind.is_none() {
        typed.wrong.add("kind", t.say("centre-new-choose"));
    }
    let (Some(proven), Some(kind), true) = (proven, kind, typed.verified) else { return page(&duty, &typed) };
    let new = NewByStaff {
        kind,
        identifiers: vec![proven],
        detail: typed.detail.clone(),
        lang: typed.lang.clone(),
    };
    match rights::open_by_staff(&visit.site.service, &duty.staff, new).await {
        Ok(opened) => {
            Ok(Redirect::to(&visit.to(&format!("/console/requests/{}", opened.request.id))).into_response())
        }
        Err(error @ (Error::Text { .. } | Error::Identifier { .. })) => {
            let field = if matches!(error, Error::Text { .. }) { "detail" } else { "value" };
            typed.wrong.add(field, error.public(&visit.lang));
            page(&duty, &typed)
        }
        Err(error) => Err(error.into()),
    }
}

fn page(duty: &OnDuty, typed: &Typed) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let kinds = Radios {
        id: "kind".to_owned(),
        legend: t.say("console-enter-what"),
        options: centre::kinds(visit, &typed.kind),
        error: typed.wrong.at("kind"),
    };
    let page = Enter {
        p: duty.page(t.say("console-enter-title")).under(&[("console-nav-people", "/console/people")]),
        summary: typed.wrong.summary(t),
        fields: identifier::fields(visit, &typed.by, &typed.value, typed.wrong.at("value")),
        verified: verified(duty, typed),
        kinds,
        lang: language(duty, typed),
        detail: detail(duty, typed),
    };
    answer_with(typed.wrong.status(), &page)
}

fn verified(duty: &OnDuty, typed: &Typed) -> Choice {
    let t = duty.visit.texts();
    let mut choice = Choice::tick("verified", "yes", t.say("console-enter-verified"));
    choice.hint = Some(t.say("console-enter-verified-hint"));
    choice.ticked = typed.verified;
    choice.required = true;
    choice.error = typed.wrong.at("verified-yes");
    choice
}

fn language(duty: &OnDuty, typed: &Typed) -> Field {
    let languages = duty.visit.site.service.policy.languages.all();
    let mut field = Field::line("answer-in", "text", duty.visit.texts().say("console-enter-lang"))
        .value(typed.lang.clone());
    field.control =
        Control::Select(languages.map(|lang| (lang.to_owned(), own_name(lang).to_owned())).collect());
    field
}

fn detail(duty: &OnDuty, typed: &Typed) -> Field {
    let t = duty.visit.texts();
    let mut field = Field::line("detail", "text", t.say("console-enter-detail"))
        .value(typed.detail.clone())
        .error(typed.wrong.at("detail"));
    field.control = Control::Area;
    field.required = false;
    field.optional = t.say("optional");
    field
}

//! A consent that was spoken or written: staff enter who said what, in which words, and who heard it (SO-11).

use ::policy::Basis;
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::consent::{self, Answer, ConsentBy, NewConsent, NotRecorded, Problem};
use uuid::Uuid;

use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;
use crate::language::own_name;
use crate::page::{Page, answer_with};
use crate::parts::{Choice, Control, Field, Radios, Summary, Wrong};

#[derive(Template)]
#[template(path = "console/consent.html")]
struct Enter {
    p: Page,
    summary: Option<Summary>,
    action: String,
    /// This page's own id: what is sent twice from it is recorded once.
    id: String,
    fields: Vec<Field>,
    answers: Radios,
    methods: Radios,
    more: Vec<Field>,
}

/// What was typed, and what is wrong where.
#[derive(Default)]
struct Typed {
    purpose: String,
    answer: String,
    method: String,
    wording: String,
    lang: String,
    surface: String,
    witness: String,
    wrong: Wrong,
}

impl Typed {
    fn of(posted: &Posted) -> Result<Self, Fault> {
        let one = |name: &str| posted.one(name).map(str::to_owned);
        Ok(Self {
            purpose: one("purpose")?,
            answer: one("answer")?,
            method: one("method")?,
            wording: one("wording")?,
            lang: one("asked-in")?,
            surface: one("surface")?,
            witness: one("witness")?,
            wrong: Wrong::default(),
        })
    }

    /// The key of what was sent from a page: the same again is a double click, something else is not.
    fn once(&self, page: &str) -> Option<[u8; 32]> {
        let Self { purpose, answer, method, wording, lang, surface, witness, .. } = self;
        let sent = [page, purpose, answer, method, wording, lang, surface, witness].join("\n");
        (!page.is_empty()).then(|| consent::once(sent.as_bytes()))
    }
}

const ANSWERS: [(&str, Answer); 3] =
    [("given", Answer::Given), ("refused", Answer::Refused), ("withdrawn", Answer::Withdrawn)];
const METHODS: [(&str, ConsentBy); 2] = [("verbal", ConsentBy::Verbal), ("written", ConsentBy::Written)];

pub(crate) async fn ask_consent(duty: OnDuty, Path(subject): Path<Uuid>) -> Result<Response, Fault> {
    duty.sees_people()?;
    page(&duty, subject, &Typed::default())
}

pub(crate) async fn enter_consent(
    duty: OnDuty,
    Path(subject): Path<Uuid>,
    posted: Posted,
) -> Result<Response, Fault> {
    duty.sees_people()?;
    let visit = &duty.visit;
    let t = visit.texts();
    let why = visit.asked("purpose").and_then(|name| purpose::parse(&name)).ok_or(Fault::NeedsPurpose)?;
    let mut typed = Typed::of(&posted)?;
    let once = typed.once(posted.one("page")?);
    let answer = ANSWERS.iter().find(|(name, _)| *name == typed.answer).map(|(_, answer)| *answer);
    let method = METHODS.iter().find(|(name, _)| *name == typed.method).map(|(_, method)| *method);
    if answer.is_none() {
        typed.wrong.add("answer", t.say("console-consent-answer-missing"));
    }
    if method.is_none() {
        typed.wrong.add("method", t.say("console-consent-method-missing"));
    }
    let (Some(answer), Some(method)) = (answer, method) else { return page(&duty, subject, &typed) };
    let new = NewConsent {
        subject,
        purpose: typed.purpose.clone(),
        answer,
        wording: Some(typed.wording.clone()),
        lang: typed.lang.clone(),
        surface: typed.surface.clone(),
        method,
        witness: Some(typed.witness.clone()),
        given_at: None,
        expires: None,
    };
    match consent::enter(&visit.site.service, &new, &duty.staff.actor(), once).await {
        Ok(_) => {
            let to = format!("/console/people/{subject}/timeline?purpose={}", purpose::name(why));
            Ok(Redirect::to(&visit.to(&to)).into_response())
        }
        Err(NotRecorded::Refused(Problem { field, id })) => {
            typed.wrong.add(field, t.say(id));
            page(&duty, subject, &typed)
        }
        Err(NotRecorded::Unknown | NotRecorded::Reused) => Err(Fault::NotFound),
        Err(NotRecorded::Failed(error)) => Err(error.into()),
    }
}

fn page(duty: &OnDuty, subject: Uuid, typed: &Typed) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let Some(why) = visit.asked("purpose").and_then(|name| purpose::parse(&name)) else {
        return Ok(Redirect::to(&visit.to("/console/people")).into_response());
    };
    let frame = duty.page(t.say("console-consent-title"));
    let page = Enter {
        p: frame.under(&[("console-nav-people", "/console/people")]),
        summary: typed.wrong.summary(t),
        action: visit.to(&format!("/console/people/{subject}/consent?purpose={}", purpose::name(why))),
        id: visit.site.service.new_id().to_string(),
        fields: vec![purposes(duty, typed), wording(duty, typed), language(duty, typed)],
        answers: radios(
            duty,
            "answer",
            &ANSWERS.map(|(name, _)| name),
            &typed.answer,
            typed.wrong.at("answer"),
        ),
        methods: radios(
            duty,
            "method",
            &METHODS.map(|(name, _)| name),
            &typed.method,
            typed.wrong.at("method"),
        ),
        more: vec![
            line(duty, "surface", &typed.surface, typed),
            line(duty, "witness", &typed.witness, typed),
        ],
    };
    answer_with(typed.wrong.status(), &page)
}

fn purposes(duty: &OnDuty, typed: &Typed) -> Field {
    let visit = &duty.visit;
    let service = &visit.site.service;
    let consented = service.policy.purposes.iter().filter(|one| one.basis == Basis::Consent);
    let choices = consented.map(|one| (one.name.clone(), one.why.get(&visit.lang).to_owned())).collect();
    let mut field = Field::line("purpose", "text", visit.texts().say("console-consent-purpose"))
        .value(typed.purpose.clone())
        .error(typed.wrong.at("purpose"));
    field.control = Control::Select(choices);
    field
}

fn wording(duty: &OnDuty, typed: &Typed) -> Field {
    let t = duty.visit.texts();
    let mut field = Field::line("wording", "text", t.say("console-consent-wording"))
        .hint(t.say("console-consent-wording-hint"))
        .value(typed.wording.clone())
        .error(typed.wrong.at("wording"));
    field.control = Control::Area;
    field
}

fn language(duty: &OnDuty, typed: &Typed) -> Field {
    let languages = duty.visit.site.service.policy.languages.all();
    let mut field = Field::line("asked-in", "text", duty.visit.texts().say("console-consent-lang"))
        .value(typed.lang.clone());
    field.control =
        Control::Select(languages.map(|lang| (lang.to_owned(), own_name(lang).to_owned())).collect());
    field
}

fn line(duty: &OnDuty, name: &'static str, value: &str, typed: &Typed) -> Field {
    let t = duty.visit.texts();
    let mut field = Field::line(name, "text", t.say(&format!("console-consent-{name}")))
        .hint(t.say(&format!("console-consent-{name}-hint")))
        .value(value)
        .error(typed.wrong.at(name));
    if name == "witness" {
        field.required = false;
        field.optional = t.say("optional");
    }
    field
}

fn radios(duty: &OnDuty, id: &str, names: &[&str], chosen: &str, error: Option<String>) -> Radios {
    let t = duty.visit.texts();
    let option = |name: &&str| {
        let mut choice = Choice::radio(id, name, t.say(&format!("console-consent-{id}-{name}")));
        choice.ticked = *name == chosen;
        choice
    };
    Radios {
        id: id.to_owned(),
        legend: t.say(&format!("console-consent-{id}")),
        options: names.iter().map(option).collect(),
        error,
    }
}

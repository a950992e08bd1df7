//! Entering a demand about a person: the ground, who demands it under which reference, and the fields they are to get.

use ::policy::LegalGround;
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::sharing::demand::{self, Draft, Lacks, Named, NotDone};
use texts::Texts;
use uuid::Uuid;

use super::title;
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Choice, Field, Notice, Radios, Summary, Tone, Wrong};

#[derive(Template)]
#[template(path = "console/demand_new.html")]
struct Ask {
    p: Page,
    notice: Option<Notice>,
    summary: Option<Summary>,
    action: String,
    grounds: Radios,
    fields: Vec<Field>,
    wanted: Radios,
    silent: Field,
}

/// What was typed, and what is wrong where.
#[derive(Default)]
struct Typed {
    ground: String,
    named: Named,
    silent: String,
    wrong: Wrong,
}

impl Typed {
    fn lacks(&mut self, t: &Texts, lacks: Lacks) {
        let field = at(lacks);
        self.wrong.add(field, t.say(&format!("console-demand-lacks-{field}")));
    }
}

pub(crate) async fn ask(duty: OnDuty, Path(subject): Path<Uuid>) -> Result<Response, Fault> {
    duty.sees_people()?;
    page(&duty, subject, &Typed::default())
}

pub(crate) async fn create(
    duty: OnDuty,
    Path(subject): Path<Uuid>,
    posted: Posted,
) -> Result<Response, Fault> {
    duty.sees_people()?;
    let visit = &duty.visit;
    let t = visit.texts();
    let one = |name: &str| posted.one(name).map(|value| value.trim().to_owned());
    let (authority, reference, statute) = (one("authority")?, one("reference")?, one("statute")?);
    let fields = posted.all("field");
    let silent = one("silent")?;
    let named = Named { authority, reference, statute, fields, silent_until: silent.parse().ok() };
    let mut typed = Typed { ground: one("ground")?, named, silent, wrong: Wrong::default() };
    let ground = LegalGround::parse(&typed.ground);
    let draft = Draft { ground: ground.unwrap_or(LegalGround::Statute), named: typed.named.clone() };
    // everything that is to be put right at once
    let lacks = demand::lacks(&visit.site.service.policy, &draft);
    for lacks in ground.is_none().then_some(Lacks::Ground).into_iter().chain(lacks) {
        typed.lacks(t, lacks);
    }
    if !typed.silent.is_empty() && typed.named.silent_until.is_none() {
        typed.wrong.add("silent", t.say("console-demand-silent-wrong"));
    }
    if !typed.wrong.is_empty() {
        return page(&duty, subject, &typed);
    }
    match demand::ask(&visit.site.service, &duty.staff, subject, &draft).await {
        Ok(id) => Ok(Redirect::to(&visit.to(&format!("/console/demands/{id}"))).into_response()),
        Err(NotDone::Lacks(lacks)) => {
            typed.lacks(t, lacks);
            page(&duty, subject, &typed)
        }
        Err(NotDone::Failed(error)) => Err(error.into()),
        Err(NotDone::OwnEyes | NotDone::Over | NotDone::Nothing) => Err(Fault::Changed),
    }
}

/// The field of the form that it is about.
fn at(lacks: Lacks) -> &'static str {
    match lacks {
        Lacks::Ground | Lacks::Approval => "ground",
        Lacks::Authority => "authority",
        Lacks::Reference => "reference",
        Lacks::Statute => "statute",
        Lacks::Fields => "field",
    }
}

fn page(duty: &OnDuty, subject: Uuid, typed: &Typed) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let Some(why) = visit.asked("purpose").and_then(|name| purpose::parse(&name)) else {
        return Ok(Redirect::to(&visit.to("/console/people")).into_response());
    };
    let rules = visit.site.service.policy.legal_requests.as_ref();
    let line = |name: &'static str, value: &str| {
        Field::line(name, "text", t.say(&format!("console-demand-{name}")))
            .hint(t.say(&format!("console-demand-{name}-hint")))
            .value(value)
            .error(typed.wrong.at(name))
    };
    let mut silent = line("silent", &typed.silent);
    silent.control = crate::parts::Control::Line("date");
    silent.required = false;
    silent.optional = t.say("optional");
    let named = &typed.named;
    let page = Ask {
        p: duty.page(t.say("console-demand-title")).under(&[("console-demands", "/console/demands")]),
        notice: rules.is_none().then(|| Notice::new(Tone::Late, t.say("console-demand-never"), vec![])),
        summary: typed.wrong.summary(t),
        action: visit.to(&format!("/console/people/{subject}/demand?purpose={}", purpose::name(why))),
        grounds: grounds(duty, typed),
        fields: vec![
            line("authority", &named.authority),
            line("reference", &named.reference),
            line("statute", &named.statute),
        ],
        wanted: wanted(duty, typed),
        silent,
    };
    answer_with(typed.wrong.status(), &page)
}

/// The grounds that the policy has.
fn grounds(duty: &OnDuty, typed: &Typed) -> Radios {
    let t = duty.visit.texts();
    let rules = duty.visit.site.service.policy.legal_requests.as_ref();
    let option = |ground: &LegalGround| {
        let name = ground.as_str();
        let mut choice = Choice::radio("ground", name, t.say(&format!("console-demand-ground-{name}")));
        choice.ticked = typed.ground == name;
        choice
    };
    Radios {
        id: "ground".to_owned(),
        legend: t.say("console-demand-ground"),
        options: rules.into_iter().flat_map(|rules| &rules.grounds).map(option).collect(),
        error: typed.wrong.at("ground"),
    }
}

/// Every field of the policy, as a box to tick: none beforehand.
fn wanted(duty: &OnDuty, typed: &Typed) -> Radios {
    let visit = &duty.visit;
    let fields = visit.site.service.policy.data.iter().flat_map(|group| {
        let open = group.fields.iter().filter(|field| !field.kind.is_secret());
        open.map(move |field| format!("{}.{}", group.name, field.name))
    });
    let option = |path: String| {
        let mut choice = Choice::tick("field", &path, title(visit, &path));
        choice.ticked = typed.named.fields.contains(&path);
        choice
    };
    Radios {
        id: "field".to_owned(),
        legend: visit.texts().say("console-demand-field"),
        options: fields.map(option).collect(),
        error: typed.wrong.at("field"),
    }
}

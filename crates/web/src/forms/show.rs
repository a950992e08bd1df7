//! A form as a page; the same page for the first visit and after a refusal.

use ::policy::Kind;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use duties::collect::{self, BoxView, FieldProblem, FieldView, FormView};
use texts::Texts;

use crate::fault::Fault;
use crate::page::{Page, answer_with};
use crate::parts::{Choice, Control, Field, Summary, Wrong};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "forms/show.html")]
struct Show {
    p: Page,
    intro: String,
    /// The short notice: term and words, written as HTML by the document's writer.
    why: Vec<(String, String)>,
    /// Where all of the notice stands.
    notice: String,
    action: String,
    token_name: &'static str,
    token: String,
    fields: Vec<Field>,
    accepts: Vec<Choice>,
    consents: Vec<Choice>,
    summary: Option<Summary>,
    button: String,
}

pub(crate) async fn show(visit: Visit, Path(form): Path<String>) -> Result<Response, Fault> {
    let view = collect::view(&visit.site.service, &form, &visit.lang)?;
    page(&visit, view, Vec::new(), StatusCode::OK)
}

/// The form with what was typed and what is to be put right.
pub(super) fn page(
    visit: &Visit,
    view: FormView,
    problems: Vec<FieldProblem>,
    status: StatusCode,
) -> Result<Response, Fault> {
    let t = visit.texts();
    let why = why(visit, &view.name);
    let notice = visit.to(&format!("/policy/notices#form-{}", view.name));
    let (consents, accepts): (Vec<BoxView>, Vec<BoxView>) =
        view.boxes.into_iter().partition(|choice| choice.consent);
    let page = Show {
        p: Page::new(visit, view.title),
        intro: view.intro,
        why,
        notice,
        action: visit.to(&format!("/forms/{}", view.name)),
        token_name: collect::TOKEN,
        token: view.token,
        fields: view.fields.into_iter().map(|asked| field(t, asked)).collect(),
        accepts: accepts.into_iter().map(|asked| choice(visit, asked)).collect(),
        consents: consents.into_iter().map(|asked| choice(visit, asked)).collect(),
        summary: summary(t, &problems),
        button: if view.button.is_empty() { t.say("web-form-send") } else { view.button },
    };
    answer_with(status, &page)
}

/// What stands under "Why we ask for this" (Art. 13): the policy's own sentences, what is assumed marked.
fn why(visit: &Visit, form: &str) -> Vec<(String, String)> {
    let policy = &visit.site.service.policy;
    let Some(form) = policy.form(form) else { return Vec::new() };
    let said = ::policy::notice_at(policy, form, &visit.lang);
    said.into_iter()
        .map(|(term, words)| (term, document::inline_html(&document::under(words, &visit.site.base))))
        .collect()
}

fn field(t: &Texts, asked: FieldView) -> Field {
    let (kind, autocomplete) = input_of(asked.kind);
    Field {
        control: if asked.long { Control::Area } else { Control::Line(kind) },
        name: asked.name,
        label: asked.label,
        hint: Some(asked.hint).filter(|hint| !hint.is_empty()),
        error: asked.problem,
        value: asked.value,
        required: asked.required,
        optional: t.say("optional"),
        autocomplete,
    }
}

/// How the browser helps to fill in a kind of value: input type and autofill name (HTML, 4.10.18.7).
fn input_of(kind: Kind) -> (&'static str, Option<&'static str>) {
    match kind {
        Kind::Name => ("text", Some("name")),
        Kind::Email => ("email", Some("email")),
        Kind::Phone => ("tel", Some("tel")),
        Kind::Address => ("text", Some("street-address")),
        Kind::Postcode => ("text", Some("postal-code")),
        Kind::Place => ("text", Some("address-level2")),
        Kind::Country => ("text", Some("country-name")),
        Kind::Organisation => ("text", Some("organization")),
        Kind::BirthDate => ("date", Some("bday")),
        Kind::Date => ("date", None),
        Kind::Url => ("url", Some("url")),
        Kind::Password => ("password", Some("new-password")),
        _ => ("text", None),
    }
}

fn choice(visit: &Visit, asked: BoxView) -> Choice {
    let read = |(document, href): (String, String)| {
        (absolute(visit, href), visit.texts().with("web-form-read", &[("document", document.into())]))
    };
    let links = asked.read.into_iter().map(read).collect();
    let mut choice = Choice::tick(collect::ACCEPTED, &asked.name, asked.wording);
    choice.links = links;
    choice.error = asked.problem;
    choice.ticked = asked.ticked;
    choice.required = asked.required;
    choice
}

/// A path of this service gets its base; an address elsewhere stays.
fn absolute(visit: &Visit, href: String) -> String {
    if href.starts_with('/') && !href.starts_with(&format!("{}/", visit.site.base)) {
        visit.to(&href)
    } else {
        href
    }
}

/// The problems at the top, each leading to its field.
fn summary(t: &Texts, problems: &[FieldProblem]) -> Option<Summary> {
    let mut wrong = Wrong::default();
    let place = |problem: &FieldProblem| {
        if problem.field.is_empty() { "main".to_owned() } else { problem.field.clone() }
    };
    problems.iter().for_each(|problem| wrong.add(&place(problem), problem.message.clone()));
    wrong.summary(t)
}

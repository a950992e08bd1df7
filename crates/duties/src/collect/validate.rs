//! Holding a submission against the form: every problem in one go, nothing stored that the form does
//! not ask (PC-05), no box taken for ticked that is not.

use std::collections::BTreeMap;

use policy::{Ask, Form, Kind, Policy};
use texts::Texts;
use vault::IdentifierKind;

use super::boxes::{self, Tickable};
use super::{FieldProblem, Submission};
use crate::address::is_email;
use crate::service::Service;
use crate::subjects;

/// What was typed and ticked, and what is wrong with it.
pub(super) struct Checked {
    /// The values by field, trimmed, as typed; also those with a problem.
    pub values: BTreeMap<String, String>,
    /// The ticked boxes.
    pub ticked: Vec<String>,
    /// Every problem, in the form's order; those of no field first.
    pub problems: Vec<FieldProblem>,
}

/// Checks fields and boxes.
pub(super) fn check(service: &Service, form: &Form, submission: &Submission, texts: &Texts) -> Checked {
    let policy = &service.policy;
    let calling_code = subjects::calling_code(service);
    let values = collect_values(submission);
    let boxes = boxes::of(policy, form, texts.lang());
    let mut problems = unknown(form, submission, &boxes, texts);
    for ask in &form.asks {
        let given: Vec<&String> =
            submission.fields.iter().filter(|(name, _)| *name == ask.field).map(|(_, value)| value).collect();
        let value = values.get(&ask.field).map_or("", String::as_str);
        let problem = if given.len() > 1 {
            Some(with_label(texts, ask, "form-problem-twice"))
        } else {
            field(policy, ask, value, texts, calling_code)
        };
        problems.extend(problem.map(|message| FieldProblem { field: ask.field.clone(), message }));
    }
    for one in boxes.iter().filter(|one| one.required && !submission.accepted.contains(&one.name)) {
        problems
            .push(FieldProblem { field: one.name.clone(), message: texts.say("form-problem-not-accepted") });
    }
    Checked { values, ticked: submission.accepted.clone(), problems }
}

/// The first value of each name, with line ends made one and the ends trimmed.
fn collect_values(submission: &Submission) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    for (name, value) in &submission.fields {
        values.entry(name.clone()).or_insert_with(|| value.replace("\r\n", "\n").trim().to_owned());
    }
    values
}

fn unknown(form: &Form, submission: &Submission, boxes: &[Tickable], texts: &Texts) -> Vec<FieldProblem> {
    let asked = |name: &str| form.asks.iter().any(|ask| ask.field == name);
    let fields = submission
        .fields
        .iter()
        .filter(|(name, _)| !asked(name))
        .map(|(name, _)| ("form-problem-unknown", name));
    let known = |name: &str| boxes.iter().any(|one| one.name == name);
    let ticks =
        submission.accepted.iter().filter(|name| !known(name)).map(|name| ("form-problem-box-unknown", name));
    let problem = |(id, name): (&str, &String)| {
        let shown: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
        FieldProblem { field: String::new(), message: texts.with(id, &[("field", shown.into())]) }
    };
    let mut problems: Vec<FieldProblem> = fields.chain(ticks).map(problem).collect();
    problems.dedup();
    problems
}

fn field(
    policy: &Policy,
    ask: &Ask,
    value: &str,
    texts: &Texts,
    calling_code: Option<&str>,
) -> Option<String> {
    if value.is_empty() {
        return ask.required.then(|| with_label(texts, ask, "form-problem-missing"));
    }
    let kind = policy.field(&ask.field).map_or(Kind::Text, |field| field.kind);
    let length = value.chars().count();
    let most = longest(kind);
    if length > most {
        let label = ask.label.get(texts.lang());
        return Some(texts.with(
            "form-problem-long",
            &[("label", label.into()), ("length", length.into()), ("most", most.into())],
        ));
    }
    shape(kind, value, calling_code).map(|id| with_label(texts, ask, id))
}

fn shape(kind: Kind, value: &str, calling_code: Option<&str>) -> Option<&'static str> {
    if !is_long(kind) && value.contains('\n') {
        return Some("form-problem-lines");
    }
    if value.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Some("form-problem-control");
    }
    match kind {
        Kind::Email if !is_email(value) => Some("form-problem-email"),
        Kind::Phone if vault::normalise_in(IdentifierKind::Phone, value, calling_code).is_err() => {
            Some("form-problem-phone")
        }
        Kind::Date | Kind::BirthDate if value.parse::<jiff::civil::Date>().is_err() => {
            Some("form-problem-date")
        }
        Kind::Number | Kind::Age if value.replace([' ', '\u{a0}'], "").parse::<f64>().is_err() => {
            Some("form-problem-number")
        }
        _ => None,
    }
}

/// Whether a kind is text over several lines.
pub(super) fn is_long(kind: Kind) -> bool {
    matches!(kind, Kind::Message)
}

/// The most characters a field of that kind takes.
pub(super) fn longest(kind: Kind) -> usize {
    match kind {
        Kind::Message => 10_000,
        Kind::Email => 254,
        Kind::Phone | Kind::Postcode => 32,
        Kind::Date | Kind::BirthDate | Kind::Number | Kind::Age => 20,
        Kind::Name | Kind::Place | Kind::Country | Kind::Organisation => 120,
        _ => 300,
    }
}

fn with_label(texts: &Texts, ask: &Ask, id: &str) -> String {
    texts.with(id, &[("label", ask.label.get(texts.lang()).into())])
}

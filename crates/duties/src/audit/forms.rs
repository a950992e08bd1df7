//! Exercising the forms: sendings that must be refused, boxes that must be empty. Nothing is stored.

use policy::{Form, Kind};

use super::says::{Says, all};
use super::{Cx, State};
use crate::collect::Submission;
use crate::error::Error;

/// The forms a place speaks of: one, those that accept an agreement, or all.
fn at<'a>(cx: &Cx<'a>, place: &str) -> Vec<&'a Form> {
    let policy = &cx.service.policy;
    let mut parts = place.split('/');
    let (section, name) = (parts.next(), parts.next());
    let fits = |form: &&Form| match (section, name) {
        (Some("forms"), Some(name)) => form.name == name,
        (Some("agreements"), Some(name)) => form.accepts.iter().any(|accepted| accepted == name),
        (Some("purposes"), Some(name)) => form.purpose == name,
        _ => true,
    };
    policy.forms.iter().filter(fits).collect()
}

fn sending(fields: Vec<(String, String)>) -> Submission {
    let (lang, surface) = (String::new(), "audit".to_owned());
    Submission { token: None, fields, accepted: Vec::new(), lang, signed_in: None, surface }
}

/// A field nobody declared is refused, by its name (PC-05). Where a purpose has no form of its own, any form shows it.
pub(super) fn declared_only(cx: &Cx<'_>, place: &str) -> Result<State, Error> {
    let own = at(cx, place);
    let forms = if own.is_empty() { cx.service.policy.forms.iter().collect() } else { own };
    let extra = "nobody.declared";
    let found = forms.into_iter().map(|form| {
        let posted = sending(vec![(extra.to_owned(), "x".to_owned())]);
        let problems = (cx.mechanisms.problems)(cx.service, form, &posted);
        let told = problems.iter().any(|problem| problem.message.contains(extra));
        (!told).then(|| Says::new("audit-form-takes-undeclared").with("form", &form.name))
    });
    Ok(all(Says::new("audit-declared-only"), found))
}

/// Neither the policy nor a map of a store has a field of a special category (PC-04).
pub(super) fn special_refused(cx: &Cx<'_>) -> State {
    let policy = &cx.service.policy;
    let fields = policy.data.iter().flat_map(|category| {
        category.fields.iter().map(move |field| (format!("{}.{}", category.name, field.name), field.kind))
    });
    let found = fields.map(|(field, kind): (String, Kind)| {
        kind.is_special().then(|| Says::new("audit-special-declared").with("field", field))
    });
    all(Says::new("audit-special-refused"), found)
}

pub(super) fn acceptance_needed(cx: &Cx<'_>, place: &str) -> Result<State, Error> {
    let with = at(cx, place).into_iter().filter(|form| !form.accepts.is_empty());
    let mut found = Vec::new();
    for form in with {
        let view = (cx.mechanisms.view)(cx.service, &form.name, "")?;
        let problems = (cx.mechanisms.problems)(cx.service, form, &sending(Vec::new()));
        let asked: Vec<_> = view.boxes.iter().filter(|one| !one.consent).collect();
        let refused = asked.iter().all(|one| problems.iter().any(|problem| problem.field == one.name));
        let fits = !asked.is_empty() && refused && asked.iter().all(|one| one.required && !one.ticked);
        found.push((!fits).then(|| Says::new("audit-form-without-acceptance").with("form", &form.name)));
    }
    Ok(all(Says::new("audit-acceptance-needed"), found.into_iter()))
}

pub(super) fn consent_unticked(cx: &Cx<'_>, place: &str) -> Result<State, Error> {
    let mut found = Vec::new();
    for form in at(cx, place).into_iter().filter(|form| !form.consents.is_empty()) {
        let view = (cx.mechanisms.view)(cx.service, &form.name, "")?;
        let boxes: Vec<_> = view.boxes.iter().filter(|one| one.consent).collect();
        let fits = boxes.len() == form.consents.len() && boxes.iter().all(|one| !one.ticked && !one.required);
        found.push((!fits).then(|| Says::new("audit-consent-ticked").with("form", &form.name)));
    }
    Ok(all(Says::new("audit-consent-unticked"), found.into_iter()))
}

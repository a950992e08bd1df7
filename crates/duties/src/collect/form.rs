//! The view model of a form, first and after a refusal.

use policy::{Form, Policy, Purpose, Wording};

use super::validate::{Checked, is_long, longest};
use super::view::{BoxView, FieldView, FormView};
use super::{FieldProblem, boxes};

/// The form with nothing typed yet.
pub(super) fn fresh(policy: &Policy, form: &Form, lang: &str, token: String) -> FormView {
    let said = Wording::new(policy, lang);
    let purpose = policy.purpose(&form.purpose);
    FormView {
        name: form.name.clone(),
        lang: lang.to_owned(),
        title: form.title.get(lang).to_owned(),
        intro: form.intro.get(lang).to_owned(),
        purpose: purpose.map_or_else(String::new, |found| found.why.get(lang).to_owned()),
        basis: purpose.map_or_else(String::new, |found| said.basis(found.basis)),
        kept: purpose.map_or_else(String::new, |found| said.keep(&found.keep)),
        recipients: purpose.map_or_else(Vec::new, |found| recipients(policy, found, lang)),
        fields: fields(policy, form, lang),
        boxes: boxes::of(policy, form, lang).into_iter().map(unticked).collect(),
        button: form.button.get(lang).to_owned(),
        version: policy.version.to_string(),
        token,
        problems: Vec::new(),
    }
}

/// The form as it was sent, with a sentence at each problem.
pub(super) fn refused(mut view: FormView, checked: &Checked) -> FormView {
    let problem = |name: &str| {
        checked.problems.iter().find(|problem| problem.field == name).map(|found| found.message.clone())
    };
    for field in &mut view.fields {
        field.value = checked.values.get(&field.name).cloned().unwrap_or_default();
        field.problem = problem(&field.name);
    }
    for one in &mut view.boxes {
        one.ticked = checked.ticked.contains(&one.name);
        one.problem = problem(&one.name);
    }
    let whole = |problem: &&FieldProblem| problem.field.is_empty();
    view.problems = checked.problems.iter().filter(whole).map(|problem| problem.message.clone()).collect();
    view
}

fn fields(policy: &Policy, form: &Form, lang: &str) -> Vec<FieldView> {
    let field = |ask: &policy::Ask| {
        let kind = policy.field(&ask.field).map_or(policy::Kind::Text, |found| found.kind);
        FieldView {
            name: ask.field.clone(),
            label: ask.label.get(lang).to_owned(),
            hint: ask.hint.get(lang).to_owned(),
            kind,
            required: ask.required,
            max_length: longest(kind),
            long: is_long(kind),
            value: String::new(),
            problem: None,
        }
    };
    form.asks.iter().map(field).collect()
}

fn unticked(one: boxes::Tickable) -> BoxView {
    BoxView {
        consent: one.purpose.is_some(),
        name: one.name,
        wording: one.wording,
        read: one.read,
        required: one.required,
        ticked: false,
        problem: None,
    }
}

fn recipients(policy: &Policy, purpose: &Purpose, lang: &str) -> Vec<String> {
    purpose
        .shares_with
        .iter()
        .map(|name| {
            policy.recipient(name).map_or_else(|| name.clone(), |found| found.title_in(lang).to_owned())
        })
        .collect()
}

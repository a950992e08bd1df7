//! The notice at a form (Article 13): what it is for, what follows from a yes, and what else such data is used for.

use super::super::paper::{Facts, Paper, Words};
use super::super::{purposes, recipients};
use super::{of_purpose, rights_of};
use crate::model::{Basis, Consent, Form, Origin, Policy, Purpose};
use document::Inline;

/// The short layer beside a form.
pub(in super::super) fn short(policy: &Policy, form: &Form, lang: &str) -> Facts {
    let paper = Paper::beside(policy, lang);
    let Some(purpose) = policy.purpose(&form.purpose) else { return Vec::new() };
    let mut said = vec![
        (paper.say("document-meta-controller"), vec![Inline::Text(policy.controller.name.clone())]),
        (paper.say("document-head-why"), vec![paper.purpose_link(purpose)]),
        (paper.say("document-fact-basis"), purposes::basis(&paper, purpose)),
        (paper.say("document-fact-keep"), paper.keep(&purpose.keep)),
        (paper.say("document-fact-with"), paper.receivers(purpose)),
    ];
    if let Some(must) = purposes::duty(&paper, purpose) {
        said.push((paper.say("document-fact-duty"), must));
    }
    said.push((paper.say("document-rights"), vec![rights_at(&paper, form)]));
    said
}

/// The whole notice; what such data is used for besides leads to the policy, which says everything of it.
pub(super) fn write(paper: &mut Paper<'_>, form: &Form) {
    let policy = paper.policy;
    paper.headed(form.title.get(paper.lang).to_owned(), &format!("form-{}", form.name));
    let asks: Vec<String> = form.asks.iter().map(|ask| ask.field.clone()).collect();
    let mut facts = vec![(paper.say("document-fact-data"), paper.fields(&asks))];
    if let Some(purpose) = policy.purpose(&form.purpose) {
        facts.extend(of_purpose(paper, purpose));
        if let Some(must) = purposes::duty(paper, purpose) {
            facts.push((paper.say("document-fact-duty"), must));
        }
    }
    for consent in &form.consents {
        facts.extend(only_if(paper, form, consent));
    }
    facts.push((paper.say("document-rights"), vec![rights_at(paper, form)]));
    let further: Vec<String> = further(policy, form).map(|purpose| purpose.name.clone()).collect();
    if !further.is_empty() {
        let mut words = vec![Inline::Text(paper.say("register-further")), Inline::LineBreak];
        words.extend(paper.purpose_links(&further));
        facts.push((paper.say("register-further-term"), words));
    }
    paper.facts(facts);
}

/// A consent that the form offers: its words, and what they lead to where that is not what the form is for.
fn only_if(paper: &Paper<'_>, form: &Form, consent: &Consent) -> Option<(String, Words)> {
    let purpose = paper.policy.purpose(&consent.purpose)?;
    let asked = paper.wording().consent(&consent.purpose, consent.wording.get(paper.lang));
    if consent.purpose == form.purpose {
        return Some((paper.say("register-only-if"), vec![Inline::Text(asked)]));
    }
    let mut words = vec![paper.purpose_link(purpose), Inline::LineBreak, Inline::Text(asked)];
    words.extend([Inline::LineBreak, Inline::Text(paper.say("document-can-withdraw"))]);
    let said =
        [("document-fact-with", with(paper, purpose)), ("document-fact-keep", paper.keep(&purpose.keep))];
    for (id, more) in said {
        let label = paper.say(id);
        let label = paper.with("document-labelled", &[("label", label.into())]);
        words.extend([Inline::LineBreak, Inline::Strong(label), Inline::Text(" ".into())]);
        words.extend(more);
    }
    Some((paper.say("register-only-if"), words))
}

/// The other purposes that use data of the kinds which the form asks, of whom they concern: those that no form and no
/// question tells of by itself. What is sent by the form serves the form's purpose (WE-03).
fn further<'a>(policy: &'a Policy, form: &'a Form) -> impl Iterator<Item = &'a Purpose> {
    let here = |purpose: &&Purpose| {
        purpose.name == form.purpose || form.consents.iter().any(|consent| consent.purpose == purpose.name)
    };
    // A purpose with a form of its own tells people there; one that rests on consent asks first.
    let elsewhere = |purpose: &&Purpose| {
        purpose.basis == Basis::Consent || policy.forms.iter().any(|other| other.purpose == purpose.name)
    };
    let given = |purpose: &&Purpose| {
        !purpose.instructed_by_customer
            && purpose.sources.contains(&Origin::Person)
            && form.asks.iter().any(|ask| purpose.uses.contains(&ask.field))
    };
    policy.purposes.iter().filter(move |purpose| given(purpose) && !here(purpose) && !elsewhere(purpose))
}

/// Who receives data for a purpose, with what protects it abroad.
fn with(paper: &Paper<'_>, purpose: &Purpose) -> Words {
    let mut words = paper.receivers(purpose);
    let abroad = recipients::transfers(paper, paper.policy.receivers(purpose));
    if !abroad.is_empty() {
        words.push(Inline::LineBreak);
        words.extend(abroad);
    }
    words
}

/// The rights against what the form is for and what it asks a consent to.
fn rights_at(paper: &Paper<'_>, form: &Form) -> Inline {
    let policy = paper.policy;
    let asked = form.consents.iter().filter_map(|consent| policy.purpose(&consent.purpose));
    let all: Vec<&Purpose> = policy.purpose(&form.purpose).into_iter().chain(asked).collect();
    rights_of(paper, &all, true)
}

//! The notices of Articles 13 and 14: at each form, and to people whose data came from others.

use super::paper::{Facts, Paper, Words};
use super::words::{lower, upper};
use super::{purposes, recipients, rights, who};
use crate::model::{Basis, EnteredBy, Form, Origin, Policy, Purpose};
use document::{Document, Inline};

/// The page: a notice for each form, then those for data from others.
pub(super) fn page(policy: &Policy, lang: &str) -> Document {
    let mut paper = Paper::beside(policy, lang);
    paper.tell("register-notices-intro");
    for form in policy.forms.iter().filter(|form| form.entered_by == EnteredBy::Person) {
        paper.headed(form.title.get(lang).to_owned(), &format!("form-{}", form.name));
        paper.facts(direct(&paper, form));
    }
    indirect(&mut paper);
    paper.finish("register-notices-title", "register-notices-subtitle")
}

/// The short layer beside a form.
pub(super) fn short(policy: &Policy, form: &Form, lang: &str) -> Facts {
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
        said.push((paper.say("document-fact-duty"), vec![Inline::Text(must)]));
    }
    said.push((paper.say("document-rights"), vec![Inline::Text(rights_of(&paper, purpose))]));
    said
}

/// Every item of Article 13 for one form.
fn direct(paper: &Paper<'_>, form: &Form) -> Facts {
    let mut facts = who_answers(paper);
    let asks: Vec<String> = form.asks.iter().map(|ask| ask.field.clone()).collect();
    facts.push((paper.say("document-fact-data"), paper.fields(&asks)));
    if let Some(purpose) = paper.policy.purpose(&form.purpose) {
        facts.extend(of_purpose(paper, purpose));
    }
    for consent in &form.consents {
        if let Some(purpose) = paper.policy.purpose(&consent.purpose) {
            let words = paper.wording().consent(&consent.purpose, consent.wording.get(paper.lang));
            let mut said = vec![paper.purpose_link(purpose), Inline::LineBreak, Inline::Text(words)];
            said.extend([Inline::LineBreak, Inline::Text(paper.say("document-can-withdraw"))]);
            facts.push((paper.say("register-only-if"), said));
        }
    }
    facts.extend(ends(paper));
    facts
}

/// (1)(a) and (b): who, and the data protection officer.
fn who_answers(paper: &Paper<'_>) -> Facts {
    let mut words: Words = Vec::new();
    for (_, fact) in who::identity(paper) {
        if !words.is_empty() {
            words.push(Inline::Text(", ".into()));
        }
        words.extend(fact);
    }
    let mut facts = vec![(paper.say("document-meta-controller"), words)];
    facts.extend(who::beside(paper));
    facts
}

/// (1)(c) to (f), (2)(a) and (e) of one purpose.
fn of_purpose(paper: &Paper<'_>, purpose: &Purpose) -> Facts {
    let mut facts = vec![
        (paper.say("document-head-why"), vec![paper.purpose_link(purpose)]),
        (paper.say("document-fact-basis"), purposes::basis(paper, purpose)),
        (paper.say("document-fact-with"), paper.receivers(purpose)),
    ];
    let abroad = transfers(paper, purpose);
    if !abroad.is_empty() {
        facts.push((paper.say("register-head-abroad"), abroad));
    }
    facts.push((paper.say("document-fact-keep"), paper.keep(&purpose.keep)));
    if let Some(must) = purposes::duty(paper, purpose) {
        facts.push((paper.say("document-fact-duty"), vec![Inline::Text(must)]));
    }
    facts.push((paper.say("document-rights"), vec![Inline::Text(rights_of(paper, purpose))]));
    facts
}

fn transfers(paper: &Paper<'_>, purpose: &Purpose) -> Words {
    let known = paper.policy.receivers(purpose);
    recipients::transfers(paper, known)
}

/// (2)(b) and (c): the rights against this purpose, in one sentence.
fn rights_of(paper: &Paper<'_>, purpose: &Purpose) -> String {
    let fits = |id: &&str| match *id {
        "portability" => purpose.basis.is_portable(),
        "objection" => purpose.basis.can_object(),
        "marketing" => purpose.messages == Some(crate::model::Messages::Marketing),
        "withdrawal" => purpose.basis == Basis::Consent,
        _ => true,
    };
    let names = rights::known(paper).into_iter().filter(fits);
    let word = |id: &str| lower(paper.say(&format!("document-right-{id}")).trim_end_matches('.'));
    let names: Vec<String> = names.map(word).collect();
    format!("{}.", upper(&paper.texts.list(&names)))
}

/// (2)(d) and (f): complaint, automated decisions.
fn ends(paper: &Paper<'_>) -> Facts {
    vec![
        (paper.say("document-complaint"), rights::complaint_words(paper)),
        (
            paper.say("register-automated"),
            vec![paper.placed("automated_decisions", purposes::automated(paper))],
        ),
    ]
}

/// Whether a purpose takes data that the person has not given (Art. 14); of entrusted data the customer tells people.
fn is_indirect(purpose: &Purpose) -> bool {
    !purpose.instructed_by_customer
        && purpose.sources.iter().any(|source| !matches!(source, Origin::Person | Origin::Use))
}

/// The notices of Article 14: for each purpose fed by others, and each form that others fill in.
fn indirect(paper: &mut Paper<'_>) {
    let policy = paper.policy;
    for form in policy.forms.iter().filter(|form| form.entered_by != EnteredBy::Person) {
        let title = paper.with("register-from-others", &[("title", form.title.get(paper.lang).into())]);
        paper.headed(title, &format!("form-{}", form.name));
        paper.facts(from_others(paper, form));
    }
    for purpose in policy.purposes.iter().filter(|purpose| is_indirect(purpose)) {
        let title = paper.with("register-from-others", &[("title", purpose.why.get(paper.lang).into())]);
        paper.headed(title, &format!("others-{}", purpose.name));
        let mut facts = who_answers(paper);
        facts.extend(source(paper, purpose, &purpose.uses, None));
        facts.extend(of_purpose(paper, purpose));
        facts.extend(ends(paper));
        paper.facts(facts);
    }
}

/// Every item of Article 14 for what one form takes in.
fn from_others(paper: &Paper<'_>, form: &Form) -> Facts {
    let mut facts = who_answers(paper);
    let asks: Vec<String> = form.asks.iter().map(|ask| ask.field.clone()).collect();
    if let Some(purpose) = paper.policy.purpose(&form.purpose) {
        facts.extend(source(paper, purpose, &asks, Some(form)));
        facts.extend(of_purpose(paper, purpose));
    }
    facts.extend(ends(paper));
    facts
}

/// Art. 14(1)(d), (2)(f) and (3): which data, from where, and within when the person is told.
fn source(paper: &Paper<'_>, purpose: &Purpose, fields: &[String], form: Option<&Form>) -> Facts {
    let entered = form.map(|form| paper.say(&format!("register-entered-{}", form.entered_by.as_str())));
    let from = entered.unwrap_or_else(|| purposes::sources(paper, purpose));
    let told = form.and_then(|form| form.tells_person_within).map_or_else(
        || paper.say("register-told-law"),
        |length| paper.with("register-told-within", &[("length", paper.length(length).into())]),
    );
    vec![
        (paper.say("document-fact-data"), paper.fields(fields)),
        (paper.say("document-fact-source"), vec![Inline::Text(from)]),
        (paper.say("register-told"), vec![Inline::Text(told)]),
    ]
}

/// The letter to somebody whose data came by a form that others filled in.
pub(super) fn letter(policy: &Policy, form: &Form, lang: &str) -> Document {
    let mut paper = Paper::beside(policy, lang);
    paper.tell("register-letter-intro");
    paper.facts(from_others(&paper, form));
    paper.finish("register-letter-title", "document-subtitle")
}

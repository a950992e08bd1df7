//! The notices of Articles 13 and 14: at each form, and to people whose data came from others.
//!
//! What holds for every notice (who answers, where to complain, decisions by computers) stands once, above them all;
//! a letter, which is read alone, holds everything itself.

mod direct;
mod indirect;

use super::paper::{Facts, Paper, Words};
use super::words::{lower, upper};
use super::{purposes, recipients, rights, who};
use crate::model::{Basis, EnteredBy, Messages, Policy, Purpose};
use document::{Document, Inline};

pub(super) use direct::short;
pub(super) use indirect::letter;

/// The page: what holds for all, a notice for each form, then those for data from others.
pub(super) fn page(policy: &Policy, lang: &str) -> Document {
    let mut paper = Paper::beside(policy, lang);
    paper.tell("register-notices-intro");
    paper.section("register-notices-all", "for-all");
    let mut all = who_answers(&paper);
    all.extend(ends(&paper));
    paper.facts(all);
    for form in policy.forms.iter().filter(|form| form.entered_by == EnteredBy::Person) {
        direct::write(&mut paper, form);
    }
    indirect::write(&mut paper);
    paper.finish("register-notices-title", "register-notices-subtitle")
}

/// Art. 13(1)(a) and (b), 14(1)(a) and (b): who, and the data protection officer.
fn who_answers(paper: &Paper<'_>) -> Facts {
    let mut words: Words = Vec::new();
    for (_, fact) in who::identity(paper) {
        if !words.is_empty() {
            words.push(Inline::LineBreak);
        }
        words.extend(fact);
    }
    let mut facts = vec![(paper.say("document-meta-controller"), words)];
    facts.extend(who::beside(paper));
    facts
}

/// Art. 13(2)(d) and (f), 14(2)(e) and (g): complaint, automated decisions.
fn ends(paper: &Paper<'_>) -> Facts {
    vec![
        (paper.say("document-complaint"), rights::complaint_words(paper)),
        (
            paper.say("register-automated"),
            vec![paper.placed("automated_decisions", purposes::automated(paper))],
        ),
    ]
}

/// Art. 13(1)(c) to (f) and (2)(a): what a purpose is, on which basis, for whom, where, how long.
fn of_purpose(paper: &Paper<'_>, purpose: &Purpose) -> Facts {
    let mut facts = vec![
        (paper.say("document-head-why"), vec![paper.purpose_link(purpose)]),
        (paper.say("document-fact-basis"), purposes::basis(paper, purpose)),
        (paper.say("document-fact-with"), paper.receivers(purpose)),
    ];
    let abroad = recipients::transfers(paper, paper.policy.receivers(purpose));
    if !abroad.is_empty() {
        facts.push((paper.say("register-head-abroad"), abroad));
    }
    facts.push((paper.say("document-fact-keep"), paper.keep(&purpose.keep)));
    facts
}

/// Art. 13(2)(b) and (c), 14(2)(c) and (d): the rights against these purposes, in one sentence. Only what people gave
/// themselves can be taken along (Art. 20(1)).
fn rights_of(paper: &Paper<'_>, purposes: &[&Purpose], given: bool) -> Inline {
    let some = |test: fn(&Purpose) -> bool| purposes.iter().any(|purpose| test(purpose));
    let fits = |id: &&str| match *id {
        "portability" => given && some(|purpose| purpose.basis.is_portable()),
        "objection" => some(|purpose| purpose.basis.can_object()),
        "marketing" => some(|purpose| purpose.messages == Some(Messages::Marketing)),
        "withdrawal" => some(|purpose| purpose.basis == Basis::Consent),
        _ => true,
    };
    let names = rights::known(paper).into_iter().filter(fits);
    let word = |id: &str| lower(paper.say(&format!("document-right-{id}")).trim_end_matches('.'));
    let names: Vec<String> = names.map(word).collect();
    Inline::Text(format!("{}.", upper(&paper.texts.list(&names))))
}

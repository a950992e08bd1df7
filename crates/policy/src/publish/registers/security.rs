//! What both records hold: who answers, transfers, security measures, the documents behind them.

use super::super::paper::{Facts, Paper, Words};
use super::super::{recipients, security, who};
use crate::model::{Document, Recipient};
use document::Inline;

/// Article 30(1)(a) and (2)(a): who answers, with contact details.
pub(super) fn parties(paper: &mut Paper<'_>, title: &str) {
    paper.section(title, "parties");
    let mut facts: Facts = who::identity(paper);
    facts.extend(who::beside(paper));
    if !facts.iter().any(|(name, _)| *name == paper.say("document-officer")) {
        facts.push((paper.say("document-officer"), paper.cell("register-officer-none")));
    }
    paper.facts(facts);
}

/// Article 30(1)(a): the joint controllers, with the essence of each arrangement.
pub(super) fn joint(paper: &mut Paper<'_>) {
    let joint = who::joint_facts(paper);
    if !joint.is_empty() {
        let title = paper.say("document-joint");
        paper.part(&title, "joint");
        paper.facts(joint);
    }
}

/// Article 30(1)(e) and (2)(c): transfers to third countries, with the documents of suitable safeguards.
///
/// `none` is what is said where there is none.
pub(super) fn transfers<'a>(
    paper: &mut Paper<'a>,
    all: impl Iterator<Item = &'a Recipient> + Clone,
    none: &str,
) {
    paper.section("register-transfers", "transfers");
    // That there is none follows from where everybody is, and is no surer.
    let guessed = all.clone().any(|one| one.assumed.iter().any(|key| key == "country"));
    let abroad = all.filter(|recipient| recipients::is_abroad(paper.policy, recipient));
    let rows: Vec<Vec<Words>> = abroad.map(|recipient| transfer(paper, recipient)).collect();
    if rows.is_empty() {
        let said = paper.say(none);
        paper.paragraph(vec![super::super::words::assumed_if(guessed, said)]);
        return;
    }
    let heads = [
        "document-head-who",
        "register-head-country",
        "document-head-gets",
        "document-head-safeguard",
        "register-head-document",
    ];
    paper.table(paper.say("register-transfers"), &heads, rows);
}

fn transfer(paper: &Paper<'_>, recipient: &Recipient) -> Vec<Words> {
    let held = recipient.agreement.as_ref().map(|file| vec![super::super::words::stated(file)]);
    let mut document = held.unwrap_or_default();
    if let Some(terms) = recipients::terms(paper, recipient).filter(|_| !document.is_empty()) {
        document.extend([Inline::LineBreak, terms]);
    }
    if recipients::is_derogation(recipient) {
        document.push(Inline::Text(paper.say("register-derogation")));
    }
    if document.is_empty() {
        document.push(Inline::Text("–".into()));
    }
    vec![
        vec![paper.recipient_name(recipient)],
        recipients::place(paper, recipient),
        vec![Inline::Text(paper.categories_of(&recipient.gets))],
        recipients::safeguard(paper, recipient),
        document,
    ]
}

/// Article 30(1)(g) and (2)(d): the technical and organisational measures.
pub(super) fn measures(paper: &mut Paper<'_>) {
    paper.section("register-measures", "measures");
    let items = security::measures(paper);
    if items.is_empty() {
        paper.tell("register-measures-none");
    }
    paper.list(items);
}

/// The documents held of the kinds that matter here: weighings, assessments, contracts, with their days.
pub(super) fn documents(paper: &mut Paper<'_>, matters: impl Fn(&Document) -> bool) {
    let held = paper.policy.documents.iter().filter(|document| matters(document));
    let rows: Vec<_> = held.map(|document| row(paper, document)).collect();
    if rows.is_empty() {
        return;
    }
    paper.section("register-documents", "documents");
    let heads = [
        "register-head-document",
        "document-head-kind",
        "register-head-dated",
        "register-head-review",
        "register-head-file",
    ];
    paper.table(paper.say("register-documents"), &heads, rows);
}

fn row(paper: &Paper<'_>, document: &Document) -> Vec<Words> {
    let place = |key: &str| format!("documents/{}/{key}", document.name);
    // The next review follows from the day.
    let assumed = paper.policy.is_assumed(&place("on"));
    let day = |day| if assumed { Inline::Assumed(paper.texts.date(day)) } else { paper.day(day) };
    let due = document.due().map_or_else(|| Inline::Text("–".into()), day);
    let file = if paper.policy.is_assumed(&place("file")) {
        Inline::Assumed(document.file.clone())
    } else {
        Inline::Code(document.file.clone())
    };
    vec![
        vec![Inline::Strong(document.title.get(paper.lang).to_owned())],
        paper.cell(&format!("register-document-{}", document.kind.as_str())),
        vec![day(document.on)],
        vec![due],
        vec![file],
    ]
}

//! The record of processing activities of a controller: every item of Article 30(1).

use super::super::paper::{Paper, Words};
use super::super::recipients;
use super::super::words::{assumed_if, upper};
use super::security;
use crate::model::{Origin, Policy, Purpose, Recipient};
use document::{Document, Inline};

/// The record.
pub(in super::super) fn record(policy: &Policy, lang: &str) -> Document {
    let mut paper = Paper::beside(policy, lang);
    paper.tell("register-record-intro");
    security::parties(&mut paper, "register-parties");
    security::joint(&mut paper);
    activities(&mut paper);
    periods(&mut paper);
    let received = |one: &&Recipient| {
        own(policy).any(|purpose| policy.receivers(purpose).any(|recipient| recipient.name == one.name))
    };
    let known: Vec<&Recipient> = policy.recipients.iter().filter(received).collect();
    security::transfers(&mut paper, known.iter().copied(), "register-transfers-none");
    // Whom people write to, or who reads what they make public, may be anywhere: that is their doing (Art. 44).
    if known.iter().any(|one| one.role.is_everywhere()) {
        paper.tell("register-transfers-seen");
    }
    security::measures(&mut paper);
    security::documents(&mut paper, |_| true);
    paper.finish("register-record-title", "register-record-subtitle")
}

/// Items (b), (c), (d) and, for each activity, (e) and (f).
fn activities(paper: &mut Paper<'_>) {
    paper.section("register-activities", "activities");
    let rows = own(paper.policy).map(|purpose| activity(paper, purpose)).collect();
    let heads = [
        "register-head-activity",
        "document-fact-basis",
        "register-head-people",
        "register-head-data",
        "register-head-recipients",
        "register-head-abroad",
        "register-head-erasure",
        "register-head-source",
    ];
    paper.table(paper.say("register-activities"), &heads, rows);
}

/// The controller's own purposes: what is done on a customer's instruction stands in the other record.
fn own(policy: &Policy) -> impl Iterator<Item = &Purpose> {
    policy.purposes.iter().filter(|purpose| !purpose.instructed_by_customer)
}

fn activity(paper: &Paper<'_>, purpose: &Purpose) -> Vec<Words> {
    vec![
        vec![paper.purpose_link(purpose)],
        basis(paper, purpose),
        vec![Inline::Text(people(paper, purpose))],
        paper.fields(&purpose.uses),
        recipients_of(paper, purpose),
        abroad(paper, purpose),
        paper.keep(&purpose.keep),
        vec![Inline::Text(sources(paper, purpose))],
    ]
}

/// The basis with the law or interest it rests on.
fn basis(paper: &Paper<'_>, purpose: &Purpose) -> Words {
    let name = paper.say(&format!("register-basis-{}", purpose.basis.as_str()));
    let mut words = vec![assumed_if(purpose.basis_assumed, name)];
    let because = [("law", &purpose.law), ("interest", &purpose.interest)];
    if let Some((key, because)) = because.into_iter().find_map(|(key, text)| Some((key, text.as_ref()?))) {
        let place = format!("purposes/{}/{key}", purpose.name);
        words.extend([Inline::LineBreak, paper.placed(&place, upper(because.get(paper.lang)))]);
    }
    words
}

/// The categories of people (Art. 30(1)(c)), as they follow from where the data comes from.
fn people(paper: &Paper<'_>, purpose: &Purpose) -> String {
    let word = |source: &Origin| paper.say(&format!("register-people-{}", source.as_str()));
    upper(&paper.texts.series(&purpose.sources.iter().map(word).collect::<Vec<_>>()))
}

/// Where the data comes from, as a record says it: it is not read by those whose data it is.
fn sources(paper: &Paper<'_>, purpose: &Purpose) -> String {
    let word = |source: &Origin| paper.say(&format!("register-source-{}", source.as_str()));
    upper(&paper.texts.series(&purpose.sources.iter().map(word).collect::<Vec<_>>()))
}

/// The categories of recipients (d): each with its role.
fn recipients_of(paper: &Paper<'_>, purpose: &Purpose) -> Words {
    let mut words = Vec::new();
    let mut add = |names: Words, role: Inline| {
        if !words.is_empty() {
            words.push(Inline::LineBreak);
        }
        words.extend(names);
        let label = paper.with("document-labelled", &[("label", "".into())]);
        words.extend([Inline::Text(format!("{label} ")), role]);
    };
    let all: Vec<&Recipient> = paper.policy.receivers(purpose).collect();
    for group in all.chunk_by(|a, b| recipients::role(paper, a) == recipients::role(paper, b)) {
        if let Some(first) = group.first() {
            add(paper.recipient_names(group.iter().copied()), recipients::role(paper, first));
        }
    }
    let companies: Vec<Inline> =
        paper.policy.companies_for(purpose).map(|company| paper.company_name(company)).collect();
    if !companies.is_empty() {
        add(paper.named(&companies), Inline::Text(paper.say("document-role-group-company")));
    }
    if words.is_empty() { paper.cell("document-nobody") } else { words }
}

/// The third countries of an activity (e).
fn abroad(paper: &Paper<'_>, purpose: &Purpose) -> Words {
    let words = recipients::transfers(paper, paper.policy.receivers(purpose));
    if words.is_empty() { paper.cell("register-abroad-none") } else { words }
}

/// Item (f): the time limits for each category of data.
fn periods(paper: &mut Paper<'_>) {
    paper.section("register-periods", "periods");
    let mut rows = Vec::new();
    for category in &paper.policy.data {
        let used = |purpose: &&Purpose| {
            purpose.uses.iter().any(|path| path.split('.').next() == Some(category.name.as_str()))
        };
        for purpose in own(paper.policy).filter(used) {
            let title = vec![Inline::Strong(category.title.get(paper.lang).to_owned())];
            rows.push(vec![title, vec![paper.purpose_link(purpose)], paper.keep(&purpose.keep)]);
        }
    }
    let heads = ["register-head-category", "document-head-why", "register-head-erasure"];
    paper.table(paper.say("register-periods"), &heads, rows);
}

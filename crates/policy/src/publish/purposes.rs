//! Why data is used: each purpose with basis, data, sources, recipients, period, consequence, and what else is said.

use super::paper::{Facts, Paper, Words};
use super::words::{assumed_if, stopped, upper};
use crate::model::{Basis, Duty, Messages, Origin, Purpose};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-purposes", "why");
    paper.tell("document-purposes-intro");
    for purpose in &paper.policy.purposes {
        paper.part(purpose.why.get(paper.lang), &format!("purpose-{}", purpose.name));
        paper.facts(facts(paper, purpose));
    }
    let automated = automated(paper);
    paper.paragraph(vec![paper.placed("automated_decisions", automated)]);
}

/// What is said of decisions without a human (Art. 13(2)(f)).
pub(super) fn automated(paper: &Paper<'_>) -> String {
    match &paper.policy.automated_decisions {
        Some(text) => text.get(paper.lang).to_owned(),
        None => paper.say("document-automated-none"),
    }
}

fn facts(paper: &Paper<'_>, purpose: &Purpose) -> Facts {
    let mut facts = vec![(paper.say("document-fact-basis"), basis(paper, purpose))];
    let mut add = |id: &str, words: Words| facts.push((paper.say(id), words));
    if let Some(ground) = purpose.ground {
        add("document-fact-ground", paper.cell(&format!("document-ground-{}", ground.as_str())));
    }
    if purpose.anonymous {
        add("document-fact-anonymous", paper.cell("document-anonymous"));
    }
    add("document-fact-data", paper.fields(&purpose.uses));
    if purpose.sources != [Origin::Person] {
        add("document-fact-source", vec![Inline::Text(sources(paper, purpose))]);
    }
    add("document-fact-keep", paper.keep(&purpose.keep));
    add("document-fact-with", paper.receivers(purpose));
    if let Some(must) = duty(paper, purpose) {
        add("document-fact-duty", vec![Inline::Text(must)]);
    }
    facts.extend(further(paper, purpose));
    facts
}

/// `From you and from your use of the service`.
pub(super) fn sources(paper: &Paper<'_>, purpose: &Purpose) -> String {
    let from = |source: &Origin| paper.say(&format!("document-source-{}", source.as_str()));
    let named = upper(&paper.texts.list(&purpose.sources.iter().map(from).collect::<Vec<_>>()));
    match &purpose.source {
        Some(source) => format!("{named}. {}", stopped(source.get(paper.lang))),
        None => named,
    }
}

/// The basis, what it rests on, and what a person can do against it.
pub(super) fn basis(paper: &Paper<'_>, purpose: &Purpose) -> Words {
    if purpose.instructed_by_customer {
        return paper.cell("document-basis-instructed");
    }
    let name = paper.wording().basis(purpose.basis);
    let mut words = vec![assumed_if(purpose.basis_assumed, name)];
    let mut add = |text: String| words.push(Inline::Text(format!(". {text}")));
    match purpose.basis {
        Basis::LegitimateInterest | Basis::PublicTask => {
            if let Some(interest) = &purpose.interest {
                add(interest.get(paper.lang).trim_end_matches('.').to_owned());
            }
            add(paper.say("document-can-object"));
        }
        Basis::LegalObligation => match &purpose.law {
            Some(law) => {
                let place = format!("purposes/{}/law", purpose.name);
                let law = paper.placed(&place, stopped(&upper(law.get(paper.lang))));
                words.extend([Inline::Text(". ".into()), law]);
            }
            None => words.push(Inline::Text(".".into())),
        },
        Basis::Consent => add(paper.say("document-can-withdraw")),
        Basis::Contract | Basis::VitalInterests => words.push(Inline::Text(".".into())),
    }
    words
}

/// Whether the person has to give the data, and what follows if not (Art. 13(2)(e)).
pub(super) fn duty(paper: &Paper<'_>, purpose: &Purpose) -> Option<String> {
    let must = paper.say(match purpose.duty? {
        Duty::Voluntary => "document-duty-voluntary",
        Duty::Contract => "document-duty-contract",
        Duty::Law => "document-duty-law",
    });
    let follows = purpose.consequence.as_ref().map(|text| format!(" {}", text.get(paper.lang)));
    Some(must + &follows.unwrap_or_default())
}

/// What only some purposes have.
fn further(paper: &Paper<'_>, purpose: &Purpose) -> Facts {
    let mut facts = Vec::new();
    let add =
        |facts: &mut Facts, id: &str, text: String| facts.push((paper.say(id), vec![Inline::Text(text)]));
    if !purpose.consent_by.is_empty() {
        add(&mut facts, "document-fact-consent-by", consent_by(paper, purpose));
    }
    if let Some(lasts) = purpose.consent_lasts {
        let said = paper.with("document-consent-lasts", &[("length", paper.length(lasts).into())]);
        let place = format!("purposes/{}/consent_lasts", purpose.name);
        facts.push((paper.say("document-fact-consent-lasts"), vec![paper.placed(&place, said)]));
    }
    if let Some(messages) = purpose.messages {
        let id = if messages == Messages::Marketing {
            "document-sends-marketing"
        } else {
            "document-sends-service"
        };
        add(&mut facts, "document-fact-messages", reach(paper, purpose, id));
    }
    if purpose.profiling {
        add(&mut facts, "document-fact-profiling", paper.say("document-profiling"));
    }
    if !purpose.opt_out_in.is_empty() {
        let places = paper.places(&purpose.opt_out_in);
        add(
            &mut facts,
            "document-fact-opt-out",
            paper.with("document-opt-out-in", &[("countries", places.into())]),
        );
    }
    if let Some(count) = purpose.smallest_group {
        let said = paper.with("document-aggregate", &[("count", i64::from(count).into())]);
        let place = format!("purposes/{}/aggregate/smallest_group", purpose.name);
        facts.push((paper.say("document-fact-aggregate"), vec![paper.placed(&place, said)]));
    }
    if purpose.instructed_by_customer {
        add(&mut facts, "document-fact-instructed", paper.say("document-instructed"));
    }
    if purpose.approved_before_publication {
        add(&mut facts, "document-fact-approval", paper.say("document-approval"));
    }
    if let Some(text) = compatible(paper, purpose) {
        add(&mut facts, "document-fact-compatible", text);
    }
    for (id, name) in
        [("document-fact-balancing", &purpose.balancing), ("document-fact-impact", &purpose.impact)]
    {
        if let Some(words) = name.as_ref().and_then(|name| paper.weighed(name)) {
            facts.push((paper.say(id), words));
        }
    }
    let agreements = purpose.agreements.iter().filter_map(|name| paper.policy.agreement(name));
    let agreements: Vec<String> =
        agreements.map(|agreement| agreement.title.get(paper.lang).to_owned()).collect();
    if !agreements.is_empty() {
        add(&mut facts, "document-fact-agreement", paper.texts.list(&agreements));
    }
    facts
}

fn reach(paper: &Paper<'_>, purpose: &Purpose, id: &str) -> String {
    let said = paper.say(id);
    if purpose.channels.is_empty() {
        return said;
    }
    let by = paper.channels(&purpose.channels);
    format!("{} {said}", paper.with("document-reaches", &[("channels", by.into())]))
}

fn consent_by(paper: &Paper<'_>, purpose: &Purpose) -> String {
    let way = |by: &crate::model::ConsentBy| paper.say(&format!("document-consent-by-{}", by.as_str()));
    let ways = upper(&paper.texts.any_of(&purpose.consent_by.iter().map(way).collect::<Vec<_>>()));
    if purpose.witness { format!("{ways}. {}", paper.say("document-witness")) } else { ways }
}

fn compatible(paper: &Paper<'_>, purpose: &Purpose) -> Option<String> {
    let known = purpose.compatible_with.iter().filter_map(|name| paper.policy.purpose(name));
    let quoted =
        |other: &Purpose| paper.with("document-quoted", &[("text", other.why.get(paper.lang).into())]);
    let names: Vec<String> = known.map(quoted).collect();
    if names.is_empty() {
        return None;
    }
    let said = paper.with("document-compatible", &[("purposes", paper.texts.list(&names).into())]);
    let why = purpose.compatibility.as_ref().map(|text| format!(" {}", stopped(text.get(paper.lang))));
    Some(said + &why.unwrap_or_default())
}

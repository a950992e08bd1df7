//! Why data is used: each purpose with basis, data, sources, recipients, period, consequence, and what else is said.

use super::paper::{Facts, Paper, Words};
use super::words::{assumed_if, stopped, upper};
use crate::model::{Basis, Duty, Messages, Origin, Policy, Purpose};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-purposes", "why");
    paper.tell("document-purposes-intro");
    if paper.policy.service_data.is_some() {
        tell_of_customers(paper);
    }
    for purpose in paper.policy.purposes.iter().filter(|purpose| is_ours(paper.policy, purpose)) {
        part(paper, purpose);
    }
    let weighed = |purpose: &Purpose| purpose.balancing.is_some() || purpose.impact.is_some();
    if paper.policy.purposes.iter().any(weighed) {
        paper.tell("document-weighed-ask");
    }
    let title = paper.say("register-automated");
    paper.part(&title, "automated-decisions");
    let automated = automated(paper);
    paper.paragraph(vec![paper.placed("automated_decisions", automated)]);
}

/// Where the rest stands: what is done on customers' instruction.
fn tell_of_customers(paper: &mut Paper<'_>) {
    let words = vec![
        Inline::Text(format!("{} ", paper.say("document-purposes-beside"))),
        paper.link("document-service-data", "#service-data"),
        Inline::Text(".".into()),
    ];
    paper.paragraph(words);
}

/// What is said of one purpose, under a heading of its own.
pub(super) fn part(paper: &mut Paper<'_>, purpose: &Purpose) {
    paper.part(purpose.why.get(paper.lang), &format!("purpose-{}", purpose.name));
    paper.facts(facts(paper, purpose));
}

/// Whether it stands here: what customers decide has a section of its own, where they entrust data.
fn is_ours(policy: &Policy, purpose: &Purpose) -> bool {
    !(purpose.instructed_by_customer && policy.service_data.is_some())
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
        add("document-fact-source", sources(paper, purpose));
    }
    add("document-fact-keep", paper.keep(&purpose.keep));
    add("document-fact-with", paper.receivers(purpose));
    if let Some(must) = duty(paper, purpose) {
        add("document-fact-duty", must);
    }
    facts.extend(further(paper, purpose));
    facts
}

/// `From you and from your use of the service`.
pub(super) fn sources(paper: &Paper<'_>, purpose: &Purpose) -> Words {
    named(paper, purpose, &purpose.sources)
}

/// The same of these sources alone. Where the policy says in its own words who gives it, these stand instead of ours.
pub(super) fn named(paper: &Paper<'_>, purpose: &Purpose, sources: &[Origin]) -> Words {
    let said = purpose.source.as_ref().map(|source| stopped(source.get(paper.lang)));
    let general = |source: &&Origin| said.is_none() || matches!(source, Origin::Person | Origin::Use);
    let from = |source: &Origin| paper.say(&format!("document-source-{}", source.as_str()));
    let listed: Vec<String> = sources.iter().filter(general).map(from).collect();
    let listed = upper(&paper.texts.list(&listed));
    let mut words = Vec::new();
    if !listed.is_empty() {
        words.push(Inline::Text(if said.is_some() { format!("{listed}. ") } else { listed }));
    }
    words.extend(said.map(|said| paper.placed(&format!("purposes/{}/source", purpose.name), said)));
    words
}

/// The basis, what it rests on, and what a person can do against it.
pub(super) fn basis(paper: &Paper<'_>, purpose: &Purpose) -> Words {
    if purpose.instructed_by_customer {
        return paper.cell("document-basis-instructed");
    }
    let name = paper.wording().basis(purpose.basis);
    let mut words = vec![assumed_if(purpose.basis_assumed, name)];
    match purpose.basis {
        Basis::LegitimateInterest | Basis::PublicTask => {
            if let Some(interest) = &purpose.interest {
                let place = format!("purposes/{}/interest", purpose.name);
                let interest = interest.get(paper.lang).trim_end_matches('.').to_owned();
                // An interest is no surer than that we rest on it.
                let assumed = purpose.basis_assumed || paper.policy.is_assumed(&place);
                words.extend([Inline::Text(". ".into()), assumed_if(assumed, interest)]);
            }
            // Nobody can be found in what is anonymous, to object or to be left out.
            let object = (!purpose.anonymous).then(|| paper.say("document-can-object"));
            words.push(Inline::Text(object.map_or_else(|| ".".into(), |said| format!(". {said}"))));
        }
        Basis::LegalObligation => match &purpose.law {
            Some(law) => {
                let place = format!("purposes/{}/law", purpose.name);
                let law = paper.placed(&place, stopped(&upper(law.get(paper.lang))));
                words.extend([Inline::Text(". ".into()), law]);
            }
            None => words.push(Inline::Text(".".into())),
        },
        Basis::Consent => words.push(Inline::Text(format!(". {}", paper.say("document-can-withdraw")))),
        Basis::Contract | Basis::VitalInterests => words.push(Inline::Text(".".into())),
    }
    words
}

/// Whether the person has to give the data, and what follows if not (Art. 13(2)(e)). That a contract needs it is no surer
/// than that there is one.
pub(super) fn duty(paper: &Paper<'_>, purpose: &Purpose) -> Option<Words> {
    let duty = purpose.duty.filter(|_| !purpose.anonymous)?;
    let must = paper.say(match duty {
        Duty::Voluntary => "document-duty-voluntary",
        Duty::Contract => "document-duty-contract",
        Duty::Law => "document-duty-law",
    });
    let place = |key: &str| format!("purposes/{}/{key}", purpose.name);
    let follows = purpose.basis_assumed && duty != Duty::Voluntary;
    let mut words = vec![assumed_if(follows || paper.policy.is_assumed(&place("duty")), must)];
    if let Some(text) = &purpose.consequence {
        words.push(Inline::Text(" ".into()));
        words.push(paper.placed(&place("consequence"), text.get(paper.lang).to_owned()));
    }
    Some(words)
}

/// What only some purposes have.
fn further(paper: &Paper<'_>, purpose: &Purpose) -> Facts {
    let mut facts = Vec::new();
    let add =
        |facts: &mut Facts, id: &str, text: String| facts.push((paper.say(id), vec![Inline::Text(text)]));
    if !purpose.consent_by.is_empty() || asked_by_device(paper, purpose) {
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
    let mut ways: Vec<String> = purpose.consent_by.iter().map(way).collect();
    if asked_by_device(paper, purpose) {
        ways.push(paper.say("document-consent-by-device"));
    }
    let ways = upper(&paper.texts.any_of(&ways));
    if purpose.witness { format!("{ways}. {}", paper.say("document-witness")) } else { ways }
}

/// Whether the device asks as well: the purpose rests on consent and needs one of the app's permissions.
fn asked_by_device(paper: &Paper<'_>, purpose: &Purpose) -> bool {
    let needs = |permission: &crate::model::Permission| permission.purpose == purpose.name;
    purpose.basis == Basis::Consent && paper.policy.permissions.iter().any(needs)
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

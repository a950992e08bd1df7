//! Why data is used: each purpose with basis, data, recipients, period and consequence.

use super::paper::{Paper, Words};
use super::words::assumed_if;
use crate::model::{Basis, Duty, Origin, Purpose};
use document::{Block, Inline};

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-purposes", "why");
    paper.line(paper.say("document-purposes-intro"));
    for purpose in &paper.policy.purposes {
        paper.part(purpose.why.get(paper.lang), &format!("purpose-{}", purpose.name));
        let facts = facts(paper, purpose);
        paper.push(Block::Definitions(facts));
    }
    let automated = match &paper.policy.automated_decisions {
        Some(text) => text.get(paper.lang).to_owned(),
        None => paper.say("document-automated-none"),
    };
    paper.line(automated);
}

fn facts(paper: &Paper<'_>, purpose: &Purpose) -> Vec<(String, Words)> {
    let mut facts = vec![(paper.say("document-fact-basis"), basis(paper, purpose))];
    if purpose.anonymous {
        facts.push((
            paper.say("document-fact-anonymous"),
            vec![Inline::Text(paper.say("document-anonymous"))],
        ));
    }
    facts.push((paper.say("document-fact-data"), paper.fields(&purpose.uses)));
    if purpose.sources != [Origin::Person] {
        let from: Vec<String> = purpose
            .sources
            .iter()
            .map(|source| paper.say(&format!("document-source-{}", source.as_str())))
            .collect();
        facts.push((
            paper.say("document-fact-source"),
            vec![Inline::Text(super::words::upper(&paper.texts.list(&from)))],
        ));
    }
    facts.push((paper.say("document-fact-keep"), paper.keep(purpose)));
    facts.push((paper.say("document-fact-with"), vec![Inline::Text(paper.recipient_names(purpose))]));
    if let Some(must) = duty(paper, purpose) {
        facts.push((paper.say("document-fact-duty"), must));
    }
    let agreements: Vec<String> = purpose
        .agreements
        .iter()
        .filter_map(|name| paper.policy.agreement(name))
        .map(|agreement| agreement.title.get(paper.lang).to_owned())
        .collect();
    if !agreements.is_empty() {
        facts.push((paper.say("document-fact-agreement"), vec![Inline::Text(paper.texts.list(&agreements))]));
    }
    facts
}

fn basis(paper: &Paper<'_>, purpose: &Purpose) -> Words {
    let name = paper.say(&format!("document-basis-{}", purpose.basis.as_str()));
    let mut words = vec![assumed_if(purpose.basis_assumed, name)];
    let mut add = |text: String| words.push(Inline::Text(format!(". {text}")));
    match purpose.basis {
        Basis::LegitimateInterest | Basis::PublicTask => {
            if let Some(interest) = &purpose.interest {
                add(interest.get(paper.lang).trim_end_matches('.').to_owned());
            }
            add(paper.say("document-can-object"));
        }
        Basis::LegalObligation => {
            if let Some(law) = &purpose.law {
                add(super::words::upper(law.get(paper.lang)));
            }
            words.push(Inline::Text(".".into()));
        }
        Basis::Consent => add(paper.say("document-can-withdraw")),
        Basis::Contract | Basis::VitalInterests => words.push(Inline::Text(".".into())),
    }
    words
}

fn duty(paper: &Paper<'_>, purpose: &Purpose) -> Option<Words> {
    let must = paper.say(match purpose.duty? {
        Duty::Voluntary => "document-duty-voluntary",
        Duty::Contract => "document-duty-contract",
        Duty::Law => "document-duty-law",
    });
    let follows = purpose.consequence.as_ref().map(|text| format!(" {}", text.get(paper.lang)));
    Some(vec![Inline::Text(must + &follows.unwrap_or_default())])
}

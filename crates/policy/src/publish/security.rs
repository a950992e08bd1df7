//! How data is protected, who vouches for what no software can keep, and what happens after a breach.

use super::paper::{Paper, Words};
use super::words::{assumed_if, sentence, stopped};
use crate::model::{Attestation, TellPeople};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-security", "security");
    paper.tell("document-security-intro");
    paper.list(measures(paper));
    breach(paper);
}

/// The technical and organisational measures (Art. 32, 30(1)(g)), an entry each.
pub(super) fn measures(paper: &Paper<'_>) -> Vec<Words> {
    let mut items: Vec<Words> = Vec::new();
    let security = &paper.policy.security;
    let place = |key: &str| paper.policy.is_assumed(&format!("security/{key}"));
    if let Some(bits) = security.tls_bits {
        let said = paper.with("document-tls", &[("bits", i64::from(bits).into())]);
        items.push(vec![assumed_if(place("tls_bits"), said)]);
    }
    if security.encrypted_at_rest {
        items.push(vec![assumed_if(place("encrypted_at_rest"), paper.say("document-encrypted"))]);
    }
    if security.passwords_hashed {
        items.push(vec![assumed_if(place("passwords"), paper.say("document-passwords"))]);
    }
    if let Some(keeper) = security.backups_at.as_ref().and_then(|name| paper.policy.recipient(name)) {
        let pattern = paper.with("document-backups-at", &[("name", "\u{1}".into())]);
        let name = if place("backups_at") {
            Inline::Assumed(super::assumed::inside(keeper.title_in(paper.lang), true))
        } else {
            paper.recipient_within(keeper)
        };
        items.push(sentence(&pattern, &[name]));
    }
    if let Some(days) = security.backups_gone_after_days {
        let said = paper.with("document-backups", &[("days", i64::from(days).into())]);
        items.push(vec![assumed_if(security.backups_assumed, said)]);
    }
    items.extend(paper.policy.attestations.iter().map(|attestation| attested(paper, attestation)));
    items
}

/// What somebody vouches for: who, how often, when last, on what evidence.
fn attested(paper: &Paper<'_>, attestation: &Attestation) -> Words {
    let promise = format!("attestations/{}/promise", attestation.name);
    let mut words = vec![paper.placed(&promise, stopped(attestation.promise.get(paper.lang)))];
    words.push(Inline::Text(" ".into()));
    let every = paper.every(attestation.every);
    let every = paper.placed(&format!("attestations/{}/every", attestation.name), every);
    let owner = assumed_if(attestation.owner_assumed, attestation.owner.get(paper.lang).to_owned());
    let pattern = paper.with("document-attested", &[("owner", "\u{1}".into()), ("every", "\u{1}".into())]);
    words.extend(sentence(&pattern, &[owner, every]));
    if let Some(of) = attestation.of.as_ref().and_then(|name| paper.policy.recipient(name)) {
        let pattern = paper.with("document-attested-of", &[("name", "\u{1}".into())]);
        words.push(Inline::Text(" ".into()));
        words.extend(sentence(&pattern, &[paper.recipient_within(of)]));
    }
    let mut add = |text: String| words.push(Inline::Text(format!(" {text}")));
    if let Some(last) = attestation.last {
        add(paper.with("document-attested-last", &[("date", paper.texts.date(last).into())]));
    }
    if let Some(document) = attestation.evidence.as_ref().and_then(|name| paper.policy.document(name)) {
        add(paper.with("document-attested-evidence", &[("title", document.title.get(paper.lang).into())]));
    }
    words
}

fn breach(paper: &mut Paper<'_>) {
    let breach = &paper.policy.breach;
    if breach.tell_people_by.is_empty() {
        return;
    }
    let title = paper.say("document-breach");
    paper.part(&title, "breach");
    let within = paper.length(breach.tell_authority_within);
    let by = paper.channels(&breach.tell_people_by);
    let id = match breach.tell_people {
        TellPeople::Always => "document-breach-always",
        TellPeople::Risk => "document-breach-risk",
        TellPeople::HighRisk => "document-breach-high-risk",
    };
    let said = paper.with(id, &[("within", within.into()), ("channels", by.into())]);
    paper.tell_placed("breach", said);
    proof(paper);
}

/// How long it is kept as proof what was agreed, asked and done: the declared periods.
fn proof(paper: &mut Paper<'_>) {
    let evidence = &paper.policy.evidence;
    let all = [
        ("consent", evidence.consent),
        ("acceptance", evidence.acceptance),
        ("requests", evidence.requests),
        ("disclosures", evidence.disclosures),
        ("staff-views", evidence.staff_views),
        ("notices", evidence.notices),
        ("breaches", evidence.breaches),
        ("retention", evidence.retention),
    ];
    let facts = all.into_iter().filter_map(|(group, length)| {
        let name = paper.say(&format!("document-proof-{group}"));
        Some((name, vec![paper.placed(&format!("evidence/{group}"), paper.length(length?))]))
    });
    let facts: Vec<_> = facts.collect();
    if !facts.is_empty() {
        let title = paper.say("document-proof");
        paper.part(&title, "proof");
        paper.tell("document-proof-intro");
        paper.facts(facts);
    }
}

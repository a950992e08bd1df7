//! Rights, clocks, complaints, security, changes, further sections, and which version this is.

use super::paper::{Paper, Words};
use super::words::{assumed_if, sentence, stated, upper};
use crate::model::{Basis, Change, Counted, Messages};
use document::{Block, Inline};

pub(super) fn rights(paper: &mut Paper<'_>) {
    paper.section("document-rights", "your-rights");
    let intro = vec![
        Inline::Text(format!("{} ", paper.say("document-rights-intro"))),
        paper.link("document-privacy-link", "/privacy"),
        Inline::Text(format!(". {}", paper.say("document-rights-free"))),
    ];
    paper.paragraph(intro);
    let has = |test: fn(Basis) -> bool| paper.policy.purposes.iter().any(|purpose| test(purpose.basis));
    let mut ids = vec!["access", "rectification", "erasure", "restriction"];
    if has(Basis::is_portable) {
        ids.push("portability");
    }
    if has(Basis::can_object) {
        ids.push("objection");
    }
    if paper.policy.purposes.iter().any(|purpose| purpose.messages == Some(Messages::Marketing)) {
        ids.push("marketing");
    }
    if has(|basis| basis == Basis::Consent) {
        ids.push("withdrawal");
    }
    let item = |id: &&str| -> Words {
        let name = paper.say(&format!("document-right-{id}"));
        vec![
            Inline::Strong(name),
            Inline::Text(format!(" {}", paper.say(&format!("document-right-{id}-means")))),
        ]
    };
    let items = ids.iter().map(item).collect();
    paper.list(items);
    clocks(paper);
}

fn clocks(paper: &mut Paper<'_>) {
    let rights = &paper.policy.rights;
    let within = paper.length(rights.answer.within);
    paper.line(paper.with("document-answer-within", &[("length", within.as_str().into())]));
    if let Some(reply) = rights.first_reply {
        let within = paper.length(reply.within);
        match (&paper.policy.office_hours, reply.counted_in) {
            (Some(hours), Counted::OfficeHours) => {
                let text = paper.with("document-first-reply-office", &[("length", within.as_str().into())]);
                paper.paragraph(vec![
                    Inline::Text(format!("{text} ")),
                    assumed_if(hours.assumed, paper.office_hours(hours)),
                    Inline::Text(".".into()),
                ]);
            }
            _ => paper.line(paper.with("document-first-reply", &[("length", within.as_str().into())])),
        }
    }
    let by = paper.channels(&rights.answer_by);
    paper.line(paper.with("document-answer-by", &[("channels", by.as_str().into())]));
    if !rights.withdraw.is_empty() {
        let by = paper.channels(&rights.withdraw);
        paper.line(paper.with("document-withdraw-by", &[("channels", by.as_str().into())]));
    }
}

pub(super) fn authority(paper: &mut Paper<'_>) {
    paper.section("document-complaint", "complaint");
    let authority = &paper.policy.authority;
    if authority.name.value.is_empty() {
        paper.line(paper.say("document-complaint-any"));
        return;
    }
    let mut words = paper.stated("document-complaint-to", &authority.name);
    if let Some(site) = &authority.website {
        words.extend([Inline::Text(" ".into()), Inline::link(site.as_str(), site.as_str())]);
    }
    paper.paragraph(words);
    paper.line(paper.say("document-complaint-else"));
}

pub(super) fn security(paper: &mut Paper<'_>) {
    paper.section("document-security", "security");
    paper.line(paper.say("document-security-intro"));
    let mut items: Vec<Words> = Vec::new();
    let security = paper.policy.security;
    if let Some(bits) = security.tls_bits {
        items.push(vec![Inline::Text(paper.with("document-tls", &[("bits", i64::from(bits).into())]))]);
    }
    if let Some(days) = security.backups_gone_after_days {
        let said = paper.with("document-backups", &[("days", i64::from(days).into())]);
        items.push(vec![assumed_if(security.backups_assumed, said)]);
    }
    for attestation in &paper.policy.attestations {
        let mut words = vec![Inline::Text(format!("{} ", attestation.promise.get(paper.lang)))];
        let every = paper.every(attestation.every);
        let pattern =
            paper.with("document-attested", &[("owner", "\u{1}".into()), ("every", every.as_str().into())]);
        words.extend(sentence(
            &pattern,
            &[assumed_if(attestation.owner_assumed, attestation.owner.get(paper.lang).to_owned())],
        ));
        items.push(words);
    }
    paper.list(items);
    breach(paper);
}

fn breach(paper: &mut Paper<'_>) {
    let breach = &paper.policy.breach;
    if breach.tell_people_by.is_empty() {
        return;
    }
    let within = paper.length(breach.tell_authority_within);
    let by = paper.channels(&breach.tell_people_by);
    let id = if breach.tell_people_always { "document-breach-always" } else { "document-breach-risk" };
    paper.line(paper.with(id, &[("within", within.as_str().into()), ("channels", by.as_str().into())]));
}

pub(super) fn changes(paper: &mut Paper<'_>) {
    paper.section("document-changes", "changes");
    paper.line(paper.say("document-changes-intro"));
    let changes = &paper.policy.changes;
    let classes = [
        ("minor", &changes.minor),
        ("significant", &changes.significant),
        ("rights-affecting", &changes.rights_affecting),
    ];
    let told = classes.into_iter().filter(|(_, change)| !change.by.is_empty());
    let items = told.map(|(class, change)| class_of(paper, class, change)).collect();
    paper.list(items);
}

fn class_of(paper: &Paper<'_>, class: &str, change: &Change) -> Words {
    let by = paper.channels(&change.by);
    let channels = ("channels", by.as_str().into());
    let mut words =
        vec![Inline::Strong(paper.say(&format!("document-change-{class}"))), Inline::Text(" ".into())];
    match change.ahead {
        Some(ahead) => {
            let pattern = paper.with("document-told-ahead", &[channels, ("ahead", "\u{1}".into())]);
            words.extend(sentence(&upper(&pattern), &[assumed_if(change.assumed, paper.length(ahead))]));
        }
        None => words.push(Inline::Text(upper(&paper.with("document-told", &[channels])))),
    }
    words
}

/// The agreements and the further sections.
pub(super) fn statements(paper: &mut Paper<'_>) {
    if !paper.policy.agreements.is_empty() {
        paper.section("document-agreements", "agreements");
        paper.line(paper.say("document-agreements-intro"));
        let rows = paper.policy.agreements.iter().map(|agreement| {
            let mut name = vec![Inline::Strong(agreement.title.get(paper.lang).to_owned())];
            if let Some(url) = &agreement.url {
                name.extend([Inline::LineBreak, stated(url)]);
            }
            (agreement, name)
        });
        let items = rows.map(|(agreement, mut words)| {
            words.extend([Inline::LineBreak, Inline::Text(agreement.covers.get(paper.lang).to_owned())]);
            words
        });
        let items = items.collect();
        paper.list(items);
    }
    for statement in &paper.policy.statements {
        paper.headed(statement.title.get(paper.lang).to_owned(), &statement.name);
        for text in statement.text.get(paper.lang).split("\n\n") {
            paper.line(text.trim().replace('\n', " "));
        }
    }
}

/// Which version this is, and how to check it.
pub(super) fn version(paper: &mut Paper<'_>) {
    paper.section("document-version", "version");
    let date = paper.texts.date(paper.policy.version);
    paper.line(paper.with("document-version-of", &[("date", date.as_str().into())]));
    if paper.policy.languages.also.is_empty() {
        // One language: nothing can differ.
    } else {
        let language = paper.say(&format!("document-language-{}", paper.policy.languages.reference));
        paper.line(paper.with("document-reference", &[("language", language.as_str().into())]));
    }
    let hash = vec![(paper.say("document-hash"), vec![Inline::Code(paper.policy.hash_hex())])];
    paper.push(Block::Definitions(hash));
    paper.line(paper.say("document-hash-means"));
}

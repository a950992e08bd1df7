//! Agreements and acceptance, the further sections, and which version this is.

use super::paper::{Paper, Words};
use super::words::contact;
use crate::model::{Acceptance, AcceptedAt, Agreement, Form};
use document::{Block, Inline};

/// The agreements and the further sections.
pub(super) fn write(paper: &mut Paper<'_>) {
    if !paper.policy.agreements.is_empty() || paper.policy.acceptance.is_some() {
        paper.section("document-agreements", "agreements");
    }
    if !paper.policy.agreements.is_empty() {
        paper.tell("document-agreements-intro");
        let items = paper.policy.agreements.iter().map(|agreement| item(paper, agreement)).collect();
        paper.list(items);
    }
    if let Some(acceptance) = &paper.policy.acceptance {
        accepted(paper, acceptance);
    }
    for statement in &paper.policy.statements {
        paper.headed(statement.title.get(paper.lang).to_owned(), &format!("statement-{}", statement.name));
        let place = format!("statements/{}/text", statement.name);
        for text in statement.text.get(paper.lang).split("\n\n") {
            let words = vec![paper.placed(&place, text.trim().replace('\n', " "))];
            paper.paragraph(words);
        }
    }
}

fn item(paper: &Paper<'_>, agreement: &Agreement) -> Words {
    let mut words = vec![Inline::Strong(agreement.title.get(paper.lang).to_owned())];
    if let Some(url) = &agreement.url {
        words.extend([Inline::LineBreak, contact(&whole(paper, &url.value), url.assumed)]);
    }
    words.extend([Inline::LineBreak, Inline::Text(agreement.covers.get(paper.lang).to_owned())]);
    words
}

/// An address in full: a path is one of the service's own site, where that is said.
fn whole(paper: &Paper<'_>, url: &str) -> String {
    match &paper.policy.controller.website {
        Some(site) if url.starts_with('/') => format!("{}{url}", site.value.trim_end_matches('/')),
        _ => url.to_owned(),
    }
}

/// The box of acceptance: where it stands, what it says, that it is no consent.
fn accepted(paper: &mut Paper<'_>, acceptance: &Acceptance) {
    let place = |at: &AcceptedAt| match at {
        AcceptedAt::Forms => forms_asking(paper),
        other => paper.say(&format!("document-accepted-{}", other.as_str())),
    };
    let at = paper.texts.list(&acceptance.at.iter().map(place).collect::<Vec<_>>());
    let wording = acceptance.wording.get(paper.lang).to_owned();
    let args = [("places", at.into()), ("wording", wording.into())];
    let mut said = vec![Inline::Text(paper.with("document-accepted", &args))];
    if let Some(kept) = acceptance.kept {
        let kept = paper.with("document-accepted-kept", &[("length", paper.length(kept).into())]);
        said.extend([Inline::Text(" ".into()), paper.placed("acceptance/kept", kept)]);
    }
    paper.paragraph(said);
    paper.tell("document-accepted-means");
}

/// Where a form is sent; where only some ask, which ones.
fn forms_asking(paper: &Paper<'_>) -> String {
    let asking: Vec<&Form> = paper.policy.forms.iter().filter(|form| !form.accepts.is_empty()).collect();
    if asking.is_empty() || asking.len() == paper.policy.forms.len() {
        return paper.say("document-accepted-forms");
    }
    let quoted = |form: &&Form| paper.with("document-quoted", &[("text", form.title.get(paper.lang).into())]);
    let titles = paper.texts.any_of(&asking.iter().map(quoted).collect::<Vec<_>>());
    paper.with("document-accepted-some", &[("forms", titles.into())])
}

/// Which version this is, and how to check it.
pub(super) fn version(paper: &mut Paper<'_>) {
    paper.section("document-version", "version");
    let date = paper.texts.date(paper.policy.version);
    paper.line(paper.with("document-version-of", &[("date", date.as_str().into())]));
    let hash = vec![(paper.say("document-hash"), vec![Inline::Code(paper.policy.hash_hex())])];
    paper.push(Block::Definitions(hash));
    paper.tell("document-hash-means");
}

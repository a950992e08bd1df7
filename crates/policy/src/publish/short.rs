//! The short layer: what for, what, how long, with whom, in one table.

use super::paper::Paper;
use document::{Block, Inline, NoticeKind};

pub(super) fn write(paper: &mut Paper<'_>) {
    languages(paper);
    paper.lead("document-short", "in-short");
    paper.line(paper.with("document-short-intro", &[("service", paper.title().into())]));
    let rows = paper.policy.purposes.iter().map(|purpose| {
        vec![
            vec![paper.purpose_link(purpose)],
            vec![Inline::Text(paper.categories_of(&purpose.uses))],
            paper.keep(&purpose.keep),
            paper.receivers(purpose),
        ]
    });
    let rows = rows.collect();
    let heads =
        ["document-head-why", "document-head-what", "document-head-how-long", "document-head-with-whom"];
    paper.table(paper.say("document-short-caption"), &heads, rows);
    let rights = vec![
        Inline::Text(format!("{} ", paper.say("document-short-rights"))),
        paper.link("document-privacy-link", "/privacy"),
        Inline::Text(".".into()),
    ];
    let title = paper.say("document-short-rights-title");
    paper.push(Block::Notice { kind: NoticeKind::Info, title, text: rights });
}

/// Which language counts, and where the others are; nothing where there is one only.
fn languages(paper: &mut Paper<'_>) {
    let languages = &paper.policy.languages;
    if languages.also.is_empty() {
        return;
    }
    let ours = paper.lang == languages.reference;
    let id = if ours { "document-is-reference" } else { "document-is-translation" };
    let named = language(paper, &languages.reference);
    let said = paper.with(id, &[("language", named.into())]);
    let mut words = vec![Inline::Text(format!("{said} "))];
    for (index, code) in languages.all().filter(|code| *code != paper.lang).enumerate() {
        if index > 0 {
            words.push(Inline::Text(", ".into()));
        }
        words.push(Inline::link(own_name(code), format!("/policy?lang={code}")));
    }
    words.push(Inline::Text(".".into()));
    paper.paragraph(words);
}

/// A language's name in the paper's own; one without is named in itself.
fn language(paper: &Paper<'_>, code: &str) -> String {
    let id = format!("document-language-{code}");
    if paper.texts.has(&id) { paper.say(&id) } else { own_name(code).to_owned() }
}

/// A language's name in itself; a code without one stays.
fn own_name(code: &str) -> &str {
    match code {
        "en" => "English",
        "nb" => "Norsk (bokmål)",
        "fr" => "Français",
        "de" => "Deutsch",
        other => other,
    }
}

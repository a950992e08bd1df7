//! The short layer: what for, what, how long, with whom, in one table.

use super::paper::Paper;
use document::{Block, Inline, NoticeKind};

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.lead("document-short", "in-short");
    let intro = paper.with("document-short-intro", &[("service", paper.title().into())]);
    paper.line(intro);
    let rows = paper.policy.purposes.iter().map(|purpose| {
        vec![
            vec![Inline::link(purpose.why.get(paper.lang), format!("#purpose-{}", purpose.name))],
            vec![Inline::Text(categories(paper, &purpose.uses))],
            paper.keep(purpose),
            vec![Inline::Text(paper.recipient_names(purpose))],
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

/// The titles of the categories that fields belong to.
fn categories(paper: &Paper<'_>, uses: &[String]) -> String {
    let used = |name: &str| uses.iter().any(|path| path.split('.').next() == Some(name));
    let titles = paper.policy.data.iter().filter(|category| used(&category.name));
    let titles: Vec<String> =
        titles.map(|category| super::words::lower(category.title.get(paper.lang))).collect();
    super::words::upper(&paper.texts.list(&titles))
}

//! What data there is.

use super::paper::Paper;
use super::words::lower;
use document::{Block, Inline};

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-data", "what-data");
    paper.line(paper.say("document-data-intro"));
    let categories = paper.policy.data.iter().map(|category| {
        let titles: Vec<String> =
            category.fields.iter().map(|field| lower(field.title.get(paper.lang))).collect();
        let text = super::words::upper(&paper.texts.list(&titles));
        (category.title.get(paper.lang).to_owned(), vec![Inline::Text(text)])
    });
    let categories = categories.collect();
    paper.push(Block::Definitions(categories));
    let special =
        paper.policy.data.iter().flat_map(|category| &category.fields).any(|field| field.kind.is_special());
    if paper.policy.no_special_categories {
        paper.line(paper.say("document-special-never"));
    } else if !special {
        paper.line(paper.say("document-special-none"));
    }
    let ip = |kind| kind == crate::model::Kind::Ip;
    if paper.policy.data.iter().flat_map(|category| &category.fields).any(|field| ip(field.kind)) {
        paper.line(paper.say("document-ip"));
    }
}

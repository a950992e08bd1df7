//! The list of all versions.

use ::document::{Block, Document, Inline};
use askama::Template;
use axum::response::{IntoResponse, Response};
use duties::accountability::versions::{self, Version};

use super::{address, in_force, readable};
use crate::fault::Fault;
use crate::headers;
use crate::language::own_name;
use crate::page::{Page, answer};
use crate::parts::{Control, Field};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "policy/archive.html")]
struct List {
    p: Page,
    body: String,
    action: String,
    /// Two versions to choose; none where there are not two.
    fields: Vec<Field>,
}

pub(crate) async fn list(visit: Visit) -> Result<Response, Fault> {
    let versions = versions::list(&visit.site.service).await?;
    let versions: Vec<Version> = versions.into_iter().filter(|one| readable(&visit, one)).collect();
    let document = document(&visit, &versions);
    let page = List {
        p: Page::new(&visit, document.title.clone()).wide().under(&[("web-nav-policy", "/policy")]),
        body: document.html_body(),
        action: visit.to("/policy/archive/compare"),
        fields: fields(&visit, &versions),
    };
    Ok((headers::PUBLIC, answer(&page)?).into_response())
}

fn document(visit: &Visit, versions: &[Version]) -> Document {
    let t = visit.texts();
    let heads = ["version", "force", "hash", "read"].map(|head| t.say(&format!("web-archive-head-{head}")));
    Document {
        lang: t.lang().to_owned(),
        title: t.say("web-archive-title"),
        subtitle: None,
        meta: Vec::new(),
        blocks: vec![
            Block::Paragraph(vec![Inline::Text(t.say("web-archive-intro"))]),
            Block::Table {
                caption: t.say("web-archive-caption"),
                head: heads.to_vec(),
                rows: versions.iter().map(|version| row(visit, version)).collect(),
            },
        ],
    }
}

fn row(visit: &Visit, version: &Version) -> Vec<Vec<Inline>> {
    let here = address(visit, version.version);
    let mut force = Vec::new();
    if version.is_in_force(visit.now()) {
        force.extend([Inline::Strong(visit.texts().say("web-archive-now")), Inline::LineBreak]);
    }
    force.push(Inline::Text(in_force(visit, version)));
    let short: String = version.hash.chars().take(12).collect();
    let mut read = Vec::new();
    for lang in &version.languages {
        read.extend([Inline::link(own_name(lang), format!("{here}?lang={lang}")), Inline::text(" · ")]);
    }
    read.push(Inline::link("PDF", format!("{here}.pdf?lang={}", super::language(visit, version))));
    vec![vec![Inline::link(visit.date(version.version), here)], force, vec![Inline::Code(short)], read]
}

fn fields(visit: &Visit, versions: &[Version]) -> Vec<Field> {
    let [latest, before, ..] = versions else { return Vec::new() };
    let options: Vec<(String, String)> =
        versions.iter().map(|one| (one.version.to_string(), visit.date(one.version))).collect();
    let field = |name: &str, chosen: &Version| {
        let label = visit.texts().say(&format!("web-archive-compare-{name}"));
        let value = chosen.version.to_string();
        Field { value, control: Control::Select(options.clone()), ..Field::line(name, "text", label) }
    };
    vec![field("from", before), field("to", latest)]
}

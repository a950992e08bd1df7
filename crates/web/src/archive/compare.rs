//! What differs between two versions.

use ::document::Document;
use ::policy::diff;
use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accountability::versions::Archived;

use super::{address, found, which::Which};
use crate::fault::Fault;
use crate::headers;
use crate::page::{Page, answer};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "policy/difference.html")]
struct Difference {
    p: Page,
    body: String,
    contents: Vec<(String, String)>,
    /// Both versions: words and address.
    versions: Vec<(String, String)>,
    markdown: String,
    archive: String,
}

/// The form's answer leads to the address of the two versions that were chosen.
pub(crate) async fn choose(visit: Visit) -> Result<Response, Fault> {
    let chosen = |name: &str| visit.asked(name).ok_or(Fault::NotFound);
    let between = format!("{}..{}", chosen("from")?, chosen("to")?);
    let Some(Which::Difference(from, to)) = Which::parse(&between) else { return Err(Fault::NotFound) };
    let (_, _) = (found(&visit, from).await?, found(&visit, to).await?);
    Ok(Redirect::to(&visit.to(&format!("/policy/archive/{from}..{to}"))).into_response())
}

pub(super) fn page(visit: &Visit, from: &Archived, to: &Archived) -> Result<Response, Fault> {
    let document = document(visit, from, to);
    let trail = [("web-nav-policy", "/policy"), ("web-archive-title", "/policy/archive")];
    let version = |one: &Archived| (visit.date(one.about.version), address(visit, one.about.version));
    let between = format!("/policy/archive/{}..{}", from.about.version, to.about.version);
    let page = Difference {
        p: Page::new(visit, document.title.clone()).wide().under(&trail),
        body: document.html_body(),
        contents: document.contents(),
        versions: vec![version(from), version(to)],
        markdown: visit.to(&format!("{between}.md?lang={}", visit.lang)),
        archive: visit.to("/policy/archive"),
    };
    Ok((headers::PUBLIC, answer(&page)?).into_response())
}

pub(super) fn markdown(visit: &Visit, from: &Archived, to: &Archived) -> Response {
    let text = document(visit, from, to).markdown();
    (headers::PUBLIC, [(header::CONTENT_TYPE, "text/markdown; charset=utf-8")], text).into_response()
}

fn document(visit: &Visit, from: &Archived, to: &Archived) -> Document {
    let differences = diff::diff(&from.policy, &to.policy);
    let effective = to.about.from.to_zoned(visit.site.zone.clone()).date();
    diff::difference_document(&from.policy, &to.policy, &differences, effective, &visit.lang)
}

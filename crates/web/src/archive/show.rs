//! One version as it was: page, PDF, Markdown.

use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use duties::accountability::versions::Archived;

use super::{address, in_force, language};
use crate::fault::Fault;
use crate::headers;
use crate::page::{Page, answer};
use crate::parts::{Hash, Notice, Tone};
use crate::policy;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "policy/version.html")]
struct Show {
    p: Page,
    notice: Notice,
    body: String,
    contents: Vec<(String, String)>,
    markdown: String,
    pdf: String,
    /// What differs from the version in force; none for that version itself.
    difference: Option<String>,
    archive: String,
    hash: Hash,
}

pub(super) fn page(visit: &Visit, version: &Archived) -> Result<Response, Fault> {
    let lang = language(visit, &version.about);
    let document = ::policy::document(&version.policy, &lang);
    let here = address(visit, version.about.version);
    let present = visit.site.service.policy.version;
    let trail = [("web-nav-policy", "/policy"), ("web-archive-title", "/policy/archive")];
    let title = visit.texts().with(
        "web-archive-version",
        &[("date", visit.date(version.about.version).into()), ("title", document.title.as_str().into())],
    );
    let page = Show {
        p: Page::new(visit, title).wide().under(&trail),
        notice: notice(visit, version),
        body: document.html_body(),
        contents: document.contents(),
        markdown: format!("{here}.md?lang={lang}"),
        pdf: format!("{here}.pdf?lang={lang}"),
        difference: (present != version.about.version).then(|| between(visit, version)),
        archive: visit.to("/policy/archive"),
        hash: Hash::new(&version.about.hash),
    };
    Ok((headers::PUBLIC, answer(&page)?).into_response())
}

/// The difference between a version and the one in force, the earlier first.
fn between(visit: &Visit, version: &Archived) -> String {
    let (one, other) = (version.about.version, visit.site.service.policy.version);
    let later = version.about.from > visit.now();
    let (from, to) = if later { (other, one) } else { (one, other) };
    visit.to(&format!("/policy/archive/{from}..{to}"))
}

/// What this version is now.
fn notice(visit: &Visit, version: &Archived) -> Notice {
    let (t, about) = (visit.texts(), &version.about);
    let (tone, state) = match about {
        about if about.never() => (Tone::Unknown, "never"),
        about if about.is_in_force(visit.now()) => (Tone::Kept, "now"),
        about if about.from > visit.now() => (Tone::Soon, "coming"),
        _ => (Tone::Soon, "former"),
    };
    let title = t.say(&format!("web-archive-is-{state}"));
    Notice::new(tone, title, vec![t.with("web-archive-force", &[("when", in_force(visit, about).into())])])
}

pub(super) async fn pdf(visit: &Visit, version: &Archived) -> Result<Response, Fault> {
    policy::pdf_of(visit, &version.policy, &language(visit, &version.about)).await
}

pub(super) fn markdown(visit: &Visit, version: &Archived) -> Response {
    let text = ::policy::document(&version.policy, &language(visit, &version.about)).markdown();
    (headers::PUBLIC, [(header::CONTENT_TYPE, "text/markdown; charset=utf-8")], text).into_response()
}

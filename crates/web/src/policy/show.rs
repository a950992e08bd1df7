//! The policy as a page: the short layer first, then the numbered sections, the contents beside them.

use askama::Template;
use axum::response::{IntoResponse, Response};
use duties::accountability::versions;

use crate::fault::Fault;
use crate::headers;
use crate::page::{Page, answer};
use crate::parts::{Hash, Notice, Tone};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "policy/show.html")]
struct Show {
    p: Page,
    /// The next version, where one was published: what it is, its page, and what it changes.
    coming: Option<(Notice, String, String)>,
    body: String,
    contents: Vec<(String, String)>,
    papers: Vec<(String, String, bool)>,
    markdown: String,
    pdf: String,
    archive: String,
    hash: Hash,
}

pub(crate) async fn show(visit: Visit) -> Result<Response, Fault> {
    let policy = &visit.site.service.policy;
    let document = ::policy::document(policy, &visit.lang).under(&visit.site.base);
    let page = Show {
        p: Page::new(&visit, document.title.clone()).wide(),
        coming: coming(&visit).await?,
        body: document.html_body(),
        contents: document.contents(),
        papers: super::beside::papers(&visit, ""),
        markdown: visit.to(&format!("/policy.md?lang={}", visit.lang)),
        pdf: visit.to(&format!("/policy.pdf?lang={}", visit.lang)),
        archive: visit.to("/policy/archive"),
        hash: Hash::new(&policy.hash_hex()),
    };
    Ok((headers::PUBLIC, answer(&page)?).into_response())
}

/// That a new version comes into force, from when on, and where to read it.
async fn coming(visit: &Visit) -> Result<Option<(Notice, String, String)>, Fault> {
    let Some(next) = versions::coming(&visit.site.service).await? else { return Ok(None) };
    let t = visit.texts();
    let title = t.with("web-policy-coming-title", &[("date", visit.day(next.about.from).into())]);
    let notice = Notice::new(Tone::Soon, title, vec![t.say("web-policy-coming")]);
    let (now, then) = (visit.site.service.policy.version, next.about.version);
    let to = |which: String| visit.to(&format!("/policy/archive/{which}"));
    Ok(Some((notice, to(then.to_string()), to(format!("{now}..{then}")))))
}

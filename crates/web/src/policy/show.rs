//! The policy as a page: the short layer first, then the numbered sections, the contents beside them.

use askama::Template;
use axum::response::{IntoResponse, Response};

use crate::fault::Fault;
use crate::headers;
use crate::page::{Page, answer};
use crate::parts::Hash;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "policy/show.html")]
struct Show {
    p: Page,
    body: String,
    contents: Vec<(String, String)>,
    markdown: String,
    pdf: String,
    hash: Hash,
}

pub(crate) async fn show(visit: Visit) -> Result<Response, Fault> {
    let policy = &visit.site.service.policy;
    let document = ::policy::document(policy, &visit.lang);
    let page = Show {
        p: Page::new(&visit, document.title.clone()).wide(),
        body: document.html_body(),
        contents: document.contents(),
        markdown: visit.to(&format!("/policy.md?lang={}", visit.lang)),
        pdf: visit.to(&format!("/policy.pdf?lang={}", visit.lang)),
        hash: Hash::new(&policy.hash_hex()),
    };
    Ok((headers::PUBLIC, answer(&page)?).into_response())
}

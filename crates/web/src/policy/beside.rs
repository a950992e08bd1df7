//! The papers beside the policy: cookies, recipients, and the notices of Articles 13 and 14; each as a page, as Markdown
//! and as PDF (`/policy/cookies`, `/policy/cookies.md`, `/policy/cookies.pdf`).

use ::policy::Rendering;
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};

use super::markdown::text_of;
use super::pdf::paper_of;
use crate::fault::Fault;
use crate::headers;
use crate::page::{Page, answer};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "policy/beside.html")]
struct Beside {
    p: Page,
    body: String,
    contents: Vec<(String, String)>,
    /// The ways to the other papers: address, words, whether it is this one.
    papers: Vec<(String, String, bool)>,
    markdown: String,
    pdf: String,
}

/// The papers with their addresses, and the words for the ways to them.
const PAPERS: [(&str, Rendering, &str); 3] = [
    ("cookies", Rendering::Cookies, "web-policy-cookies"),
    ("recipients", Rendering::Recipients, "web-policy-recipients"),
    ("notices", Rendering::Notices, "web-policy-notices"),
];

pub(crate) async fn beside(visit: Visit, Path(which): Path<String>) -> Result<Response, Fault> {
    let (name, ending) = which.split_once('.').unwrap_or((&which, ""));
    let Some((name, what, _)) = PAPERS.into_iter().find(|(known, ..)| *known == name) else {
        return Err(Fault::NotFound);
    };
    let policy = &visit.site.service.policy;
    let document = ::policy::render(policy, what, &visit.lang);
    match ending {
        "" => page(&visit, name, document),
        "md" => Ok(text_of(&visit, document)),
        "pdf" => {
            let file = format!("{}-{name}-{}-{}", policy.service, policy.version, visit.lang);
            paper_of(&visit, policy, document, &file).await
        }
        _ => Err(Fault::NotFound),
    }
}

fn page(visit: &Visit, name: &str, document: document::Document) -> Result<Response, Fault> {
    let document = document.under(&visit.site.base);
    let to = |ending: &str| visit.to(&format!("/policy/{name}.{ending}?lang={}", visit.lang));
    let page = Beside {
        p: Page::new(visit, document.title.clone()).wide().under(&[("web-nav-policy", "/policy")]),
        body: document.html_body(),
        contents: document.contents(),
        papers: papers(visit, name),
        markdown: to("md"),
        pdf: to("pdf"),
    };
    Ok((headers::PUBLIC, answer(&page)?).into_response())
}

/// The ways to the papers.
pub(super) fn papers(visit: &Visit, here: &str) -> Vec<(String, String, bool)> {
    let way = |(name, _, id): (&str, Rendering, &str)| {
        (visit.to(&format!("/policy/{name}")), visit.texts().say(id), name == here)
    };
    PAPERS.into_iter().map(way).collect()
}

//! How to check a receipt without asking us.

use askama::Template;
use axum::response::{IntoResponse, Response};

use crate::fault::Fault;
use crate::headers;
use crate::page::{Page, answer};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "receipts/verify.html")]
struct Verify {
    p: Page,
    key: String,
}

pub(crate) async fn verify(visit: Visit) -> Result<Response, Fault> {
    let key = duties::accountability::verifier_key(&visit.site.service)?;
    let page = Verify { p: Page::new(&visit, visit.texts().say("web-nav-verify")), key };
    Ok((headers::PUBLIC, answer(&page)?).into_response())
}

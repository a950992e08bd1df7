//! The policy, and what stands beside it, as Markdown.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use document::Document;

use crate::headers;
use crate::visit::Visit;

pub(crate) async fn markdown(visit: Visit) -> Response {
    let document = ::policy::document(&visit.site.service.policy, &visit.lang);
    text_of(&visit, document)
}

/// A document as Markdown, its links whole: it is read elsewhere.
pub(super) fn text_of(visit: &Visit, document: Document) -> Response {
    let text = document.under(&visit.site.service.base_url).markdown();
    (headers::PUBLIC, [(header::CONTENT_TYPE, "text/markdown; charset=utf-8")], text).into_response()
}

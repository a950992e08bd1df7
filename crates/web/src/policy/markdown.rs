//! The policy as Markdown.

use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::headers;
use crate::visit::Visit;

pub(crate) async fn markdown(visit: Visit) -> Response {
    let text = ::policy::document(&visit.site.service.policy, &visit.lang).markdown();
    (headers::PUBLIC, [(header::CONTENT_TYPE, "text/markdown; charset=utf-8")], text).into_response()
}

//! Fetching the answer. Each fetch is on the ledger; once its time is over nobody gets it, whoever asks.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use duties::rights::{self, Download};
use uuid::Uuid;

use super::session::Signed;
use crate::fault::Fault;

pub(crate) async fn answer(signed: Signed, Path(id): Path<Uuid>) -> Result<Response, Fault> {
    Ok(file(rights::answer_for(&signed.visit.site.service, signed.person.subject, id).await?))
}

/// A file to save.
pub(crate) fn file(download: Download) -> Response {
    let name =
        format!("attachment; filename=\"{}\"", download.file_name.replace(['"', '\\', '\r', '\n'], ""));
    ([(header::CONTENT_TYPE, download.media.to_owned()), (header::CONTENT_DISPOSITION, name)], download.bytes)
        .into_response()
}

//! The policy as PDF, made when it is asked for; one at a time, for setting type is the dearest thing a stranger can ask.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use press::PdfInfo;
use tokio::sync::Semaphore;

use crate::fault::Fault;
use crate::headers;
use crate::visit::Visit;

static ONE: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(1));

pub(crate) async fn pdf(visit: Visit) -> Result<Response, Fault> {
    let policy = &visit.site.service.policy;
    let document = ::policy::document(policy, &visit.lang);
    let created = policy.version.to_zoned(TimeZone::UTC).map_or(visit.now(), |day| day.timestamp());
    let info = PdfInfo { created, author: policy.controller.name.clone() };
    let name = format!("inline; filename=\"{}-{}-{}.pdf\"", policy.service, policy.version, visit.lang);
    let _turn = ONE.acquire().await.map_err(|error| Fault::Internal(error.to_string()))?;
    let bytes = tokio::task::spawn_blocking(move || press::pdf(&document, info))
        .await
        .map_err(|error| Fault::Internal(error.to_string()))?
        .map_err(|error| Fault::Internal(error.to_string()))?;
    let kind = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers::PUBLIC, kind, bytes).into_response())
}

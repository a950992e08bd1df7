//! The policy as PDF, made when it is asked for; one at a time, for setting type is the dearest thing a stranger can ask.

use std::sync::LazyLock;

use ::policy::Policy;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use document::Document;
use jiff::tz::TimeZone;
use press::PdfInfo;
use tokio::sync::Semaphore;

use crate::fault::Fault;
use crate::headers;
use crate::visit::Visit;

static ONE: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(1));

pub(crate) async fn pdf(visit: Visit) -> Result<Response, Fault> {
    pdf_of(&visit, &visit.site.service.policy, &visit.lang).await
}

/// A version of the policy in a language.
pub(crate) async fn pdf_of(visit: &Visit, policy: &Policy, lang: &str) -> Result<Response, Fault> {
    let document = ::policy::document(policy, lang);
    let name = format!("{}-{}-{lang}", policy.service, policy.version);
    paper_of(visit, policy, document, &name).await
}

/// A document of a version as PDF, under a file name without its ending.
pub(crate) async fn paper_of(
    visit: &Visit,
    policy: &Policy,
    document: Document,
    name: &str,
) -> Result<Response, Fault> {
    let document = document.under(&visit.site.service.base_url);
    let created = policy.version.to_zoned(TimeZone::UTC).map_or(visit.now(), |day| day.timestamp());
    let info = PdfInfo { created, author: policy.controller.name.clone() };
    let name = format!("inline; filename=\"{name}.pdf\"");
    let _turn = ONE.acquire().await.map_err(|error| Fault::Internal(error.to_string()))?;
    let bytes = tokio::task::spawn_blocking(move || press::pdf(&document, info))
        .await
        .map_err(|error| Fault::Internal(error.to_string()))?
        .map_err(|error| Fault::Internal(error.to_string()))?;
    let kind = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers::PUBLIC, kind, bytes).into_response())
}

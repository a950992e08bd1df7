//! What goes wrong, as a problem (RFC 9457).

use axum::Extension;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// Why there is no answer. `code` is stable; `detail` says what was wrong, where, and what to do.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    pub status: StatusCode,
    pub code: &'static str,
    pub detail: String,
}

impl Problem {
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self { status, code, detail: detail.into() }
    }

    /// A value that is none of those it may be.
    pub fn value(name: &str, expected: &str) -> Self {
        let detail = format!("`{name}` must be {expected}");
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "value", detail)
    }

    /// The database or the ledger does not answer; what exactly goes to the log.
    pub fn failed(error: &duties::Error) -> Self {
        tracing::error!(%error, "a question could not be answered");
        let detail = "the ledger could not be read, so nothing is allowed; ask again";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", detail)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = json!({
            "type": format!("urn:abide:problem:{}", self.code),
            "title": self.status.canonical_reason().unwrap_or("Problem"),
            "status": self.status.as_u16(),
            "code": self.code,
            "detail": self.detail,
        });
        (self.status, [(header::CONTENT_TYPE, KIND)], body.to_string()).into_response()
    }
}

const KIND: &str = "application/problem+json";

/// The address takes another method.
pub(crate) async fn method() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method", "this address takes another method")
}

/// Marks an answer that is whole although it has a status of an error and no body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Whole;

impl Whole {
    /// As a part of a response.
    pub const fn mark() -> Extension<Self> {
        Extension(Self)
    }
}

/// There is no such address.
pub(crate) async fn unknown() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "address",
        "there is no such address; `/v1/openapi.json` names those there are",
    )
}

/// The service is closed.
pub(crate) async fn closed() -> Problem {
    let detail = "the database does not continue what was published, so nothing is decided, recorded or given; ask again \
        when the server says that it is well (`/health`)";
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "closed", detail)
}

/// Makes a problem of whatever a layer answered with a bare status.
pub(crate) async fn dress(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE).map(|kind| kind.as_bytes().to_vec());
    let whole = response.extensions().get::<Whole>().is_some() || kind.as_deref() == Some(KIND.as_bytes());
    if whole || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let (code, detail) = match status {
        StatusCode::PAYLOAD_TOO_LARGE => ("too-large", "the question is longer than 1 MiB; ask in several"),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ("not-json", "send `content-type: application/json`"),
        StatusCode::GATEWAY_TIMEOUT => ("slow", "it took too long; ask again, or for less"),
        status if status.is_client_error() => ("question", "this is no question that can be read"),
        _ => ("internal", "a fault of ours; the log has it under the request's id"),
    };
    Problem::new(status, code, detail).into_response()
}

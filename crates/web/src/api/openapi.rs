//! `GET /v1/openapi.json`: the description, checked in beside this file and held against the routes by tests.

use axum::http::header;
use axum::response::IntoResponse;

/// The description.
pub(crate) const TEXT: &str = include_str!("../../assets/openapi.json");

pub(crate) async fn get() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-cache")], TEXT)
}

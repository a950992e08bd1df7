//! One line a request: its id, method, route, status and time. The route is the pattern (`/privacy/link/{token}`), never
//! the address asked for, which may hold a token. No address, agent or cookie of a visitor is written down.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use crate::site::Site;

/// The header that carries the id, so that a person can quote it.
pub(crate) const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// A request's id: random, says nothing.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub String);

pub(crate) async fn line(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let id = new_id(&site);
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let method = request.method().clone();
    request.extensions_mut().insert(RequestId(id.clone()));
    let span = tracing::info_span!("request", %id, service = %site.service.name);
    let begun = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(%method, route, status = response.status().as_u16(), millis, "answered"));
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HEADER, value);
    }
    response
}

fn new_id(site: &Site) -> String {
    let mut bytes = [0_u8; 6];
    site.service.entropy.fill(&mut bytes);
    policy::hex(&bytes)
}

//! The headers every answer carries: nothing from elsewhere is loaded, nobody frames us, no address of a page leaves,
//! and what is a person's is stored by nobody.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

use crate::site::Site;

/// No script, no style and no image but our own; forms go nowhere else.
const CSP: &str = "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The page that checks receipts: one script of our own, and no connection to anywhere, ours included.
pub(crate) const CSP_OFFLINE: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// `same-origin`, not `no-referrer`: with the latter a browser sends `Origin: null` with our own forms, which looks like
/// another site's where it does not say `Sec-Fetch-Site` as well. Either way no address of ours leaves.
const ALWAYS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CSP),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// What anybody may read and a cache may hold for a while.
pub(crate) const PUBLIC: [(HeaderName, &str); 2] =
    [(header::CACHE_CONTROL, "no-cache"), (header::VARY, "accept-language, cookie")];

pub(crate) async fn guard(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        // one page brings a stricter policy of its own
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if site.secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

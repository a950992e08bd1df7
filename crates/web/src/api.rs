//! What the company's own programs ask: `/v1`, described by `/v1/openapi.json`.
//!
//! **Contract.** Every answer is JSON, also at an address that is none; whatever goes wrong is a problem (RFC 9457) that
//! names what was wrong. Every question needs a token of its scope; the answer of a denial is 200, because it is an answer.
//! Only where a status is all that is looked at (`authorize`), and where data would have been given (`disclose`), it is 403.
//!
//! **Absences.** No cookie opens anything here, so no form of another site can ask.

mod audience;
mod authorize;
mod batch;
mod consents;
mod decide;
mod disclose;
mod openapi;
mod problem;
mod question;
mod suppressed;
mod token;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{any, get, post};
use duties::access::Scope;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::site::Site;
use crate::{headers, trace};

/// The most a question may be: ten thousand ids, and the question.
const MOST: usize = 1 << 20;

/// How long a closed service may take to say so.
const CLOSED_PATIENCE: Duration = Duration::from_secs(10);

/// The addresses under `/v1`.
pub(crate) fn routes(site: &Arc<Site>, patience: Duration) -> Router {
    let needs = |scope| from_fn_with_state((Arc::clone(site), scope), token::required);
    let decide = Router::new()
        .route("/v1/decide", post(decide::post))
        .route("/v1/decide/batch", post(batch::post))
        .route("/v1/authorize", get(authorize::asked).post(authorize::asked))
        .route("/v1/authorize/", any(authorize::under))
        .route("/v1/authorize/{*path}", any(authorize::under))
        .route_layer(needs(Scope::Decide));
    let audience =
        Router::new().route("/v1/audience/{purpose}", get(audience::get)).route_layer(needs(Scope::Audience));
    let disclose =
        Router::new().route("/v1/disclose", post(disclose::post)).route_layer(needs(Scope::Disclose));
    let consents =
        Router::new().route("/v1/consents", post(consents::post)).route_layer(needs(Scope::Consents));
    let suppressed =
        Router::new().route("/v1/suppressed", post(suppressed::post)).route_layer(needs(Scope::Suppressions));
    let known = decide.merge(audience).merge(consents).merge(disclose).merge(suppressed);
    let known =
        known.route("/v1/openapi.json", get(openapi::get)).route("/v1/{*path}", any(problem::unknown));
    dressed(site, known, patience)
}

/// The same addresses while the service is closed: nothing is decided, recorded or given, whoever asks.
pub(crate) fn closed(site: &Arc<Site>) -> Router {
    dressed(site, Router::new().route("/v1/{*path}", any(problem::closed)), CLOSED_PATIENCE)
}

fn dressed(site: &Arc<Site>, routes: Router<Arc<Site>>, patience: Duration) -> Router {
    routes
        .method_not_allowed_fallback(problem::method)
        .layer(DefaultBodyLimit::max(MOST))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, patience))
        .layer(CatchPanicLayer::new())
        .layer(from_fn(problem::dress))
        .layer(from_fn_with_state(Arc::clone(site), headers::guard))
        .layer(from_fn_with_state(Arc::clone(site), trace::line))
        .with_state(Arc::clone(site))
}

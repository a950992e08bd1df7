//! Who asks: `Authorization: Bearer …`, a token of the right scope.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use duties::access::{self, Scope, Shown};

use super::problem::Problem;
use crate::site::Site;

/// Lets a request through that shows a token of the scope.
pub(crate) async fn required(
    State((site, scope)): State<(Arc<Site>, Scope)>,
    request: Request,
    next: Next,
) -> Response {
    let shown = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = shown.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    match access::check(&site.service, token, scope).await {
        Ok(Shown::Fits) => next.run(request).await,
        Ok(Shown::OtherScope) => {
            let detail =
                format!("this token is not for `{}`; make one with `abide token add`", scope.as_str());
            Problem::new(StatusCode::FORBIDDEN, "scope", detail).into_response()
        }
        Ok(Shown::Nothing) => challenge(),
        Err(error) => Problem::failed(&error).into_response(),
    }
}

fn challenge() -> Response {
    let detail =
        "send `authorization: Bearer` with a token that `abide token add` made, and that has not ended";
    let mut response = Problem::new(StatusCode::UNAUTHORIZED, "token", detail).into_response();
    response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}

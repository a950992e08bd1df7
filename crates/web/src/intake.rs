//! What was sent is read before anything else looks at it, so that every refusal reaches the browser as a page. A
//! browser that is still sending when the connection is closed shows an error of its own instead of our answer; so what
//! is too much is read on and thrown away, up to a limit.

use std::pin::Pin;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::fault::Fault;
use crate::form;

/// The most that is read and thrown away. Who sends more is answered at once and may not see the answer.
const DRAINED: usize = 16 * 1024 * 1024;

/// Hands the request on with its whole body, or answers that it was too much.
pub(crate) async fn whole(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let declared =
        request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if declared.is_some_and(|length: usize| length > DRAINED) {
        return Fault::TooLarge.into_response();
    }
    let (parts, body) = request.into_parts();
    match read(body).await {
        Some(bytes) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        None => Fault::TooLarge.into_response(),
    }
}

/// The bytes, if they are no more than a form may have; else they are read to their end, as far as the limit.
async fn read(mut body: Body) -> Option<Vec<u8>> {
    let (mut kept, mut all) = (Vec::new(), 0_usize);
    while let Some(bytes) = piece(&mut body).await {
        all = all.saturating_add(bytes.len());
        if all <= form::MOST {
            kept.extend_from_slice(&bytes);
        } else if all > DRAINED {
            break;
        }
    }
    (all <= form::MOST).then_some(kept)
}

/// The next piece; nothing at the end, and where the connection broke: then nobody waits for an answer.
async fn piece(body: &mut Body) -> Option<Bytes> {
    loop {
        let frame = std::future::poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await?;
        if let Ok(bytes) = frame.ok()?.into_data() {
            return Some(bytes);
        }
    }
}

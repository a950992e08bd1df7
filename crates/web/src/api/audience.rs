//! `GET /v1/audience/{purpose}`: everyone who may be used for it now, one JSON object a line.
//!
//! The stream is made page by page, as it is taken off; each page is asked of the state of that moment. Where the node
//! falls behind meanwhile, the stream breaks off: who reads it sees an error, never a short audience that looks whole.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use duties::standing::ask::Reason;
use duties::standing::audience::{Filter, Found, count, page};
use futures_core::Stream;
use serde::Deserialize;

use super::problem::Problem;
use super::question::{channel, hex};
use crate::site::Site;

/// How many people are named at once.
const PAGE: usize = 10_000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    country: Option<String>,
    channel: Option<String>,
    recipient: Option<String>,
    /// `only`: how many there are, without their ids.
    count: Option<String>,
}

pub(crate) async fn get(
    State(site): State<Arc<Site>>,
    Path(purpose): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let filter = Filter {
        purpose,
        recipient: asked.recipient,
        channel: asked.channel.as_deref().map(channel).transpose()?,
        country: asked.country.map(|code| code.to_ascii_uppercase()),
    };
    if let Some(only) = asked.count {
        if only != "only" {
            return Err(Problem::value("count", "`only`, or left out"));
        }
        let found = count(&site.service, &filter).map_err(denied)?;
        let body = serde_json::json!({ "count": found }).to_string();
        return Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response());
    }
    let first = page(&site.service, &filter, None, PAGE).map_err(denied)?;
    let tag = tag(&site, &first);
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let policy = hex(&first.policy);
    let position = first.position.to_string();
    let body = Body::from_stream(Pages { site, filter, next: Next::Ready(first) });
    let told = [
        (header::CONTENT_TYPE, "application/x-ndjson".to_owned()),
        (header::ETAG, tag),
        (header::HeaderName::from_static("abide-policy"), policy),
        (header::HeaderName::from_static("abide-position"), position),
    ];
    Ok((told, body).into_response())
}

/// What an audience depends on: the policy, the ledger's position, and the day.
fn tag(site: &Site, found: &Found) -> String {
    let day = site.service.now().as_second().div_euclid(86_400);
    let policy: String = hex(&found.policy).chars().take(16).collect();
    format!("\"{policy}-{}-{day}\"", found.position)
}

fn denied(reason: Reason) -> Problem {
    let (status, code) = match reason {
        Reason::Stale | Reason::ClockBehind => (StatusCode::SERVICE_UNAVAILABLE, reason.id()),
        _ => (StatusCode::NOT_FOUND, reason.id()),
    };
    Problem::new(status, code, format!("nobody can be named: {}", reason.says()))
}

/// The pages of an audience.
struct Pages {
    site: Arc<Site>,
    filter: Filter,
    next: Next,
}

enum Next {
    Ready(Found),
    After(u32),
    Done,
}

impl Stream for Pages {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let found = match std::mem::replace(&mut self.next, Next::Done) {
            Next::Ready(found) => found,
            Next::After(number) => match page(&self.site.service, &self.filter, Some(number), PAGE) {
                Ok(found) => found,
                Err(reason) => return Poll::Ready(Some(Err(std::io::Error::other(reason.says())))),
            },
            Next::Done => return Poll::Ready(None),
        };
        if let Some(number) = found.after {
            self.next = Next::After(number);
        }
        if found.subjects.is_empty() {
            return Poll::Ready(None);
        }
        Poll::Ready(Some(Ok(lines(&found).into())))
    }
}

/// `{"subject":"…"}` and a line's end, for each.
fn lines(found: &Found) -> Vec<u8> {
    let mut out = Vec::with_capacity(found.subjects.len() * 52);
    let mut id = uuid::Uuid::encode_buffer();
    for subject in &found.subjects {
        out.extend_from_slice(b"{\"subject\":\"");
        out.extend_from_slice(subject.hyphenated().encode_lower(&mut id).as_bytes());
        out.extend_from_slice(b"\"}\n");
    }
    out
}

//! `GET /v1/audience/{purpose}`: everyone who may be used for it now, one JSON object a line.
//!
//! The stream is made page by page, as it is taken off; each page is asked of the state of that moment, on a thread that
//! may wait. Where the node falls behind meanwhile, or reads the ledger anew, the stream breaks off: who reads it sees an error, never a short audience that looks whole.

use std::future::Future as _;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use duties::sharing::bulk;
use duties::standing::ask::{Reason, channel, country};
use duties::standing::audience::{After, Filter, Found, NotNamed, count, page};
use futures_core::Stream;
use policy::hex;
use serde::Deserialize;
use tokio::task::{JoinHandle, spawn_blocking};

use super::problem::Problem;
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
        channel: channel(asked.channel.as_deref())?,
        country: country(asked.country.as_deref())?,
    };
    if bulk::is_undeclared(&site.service, &filter) {
        return Err(refused(&site, filter, NotNamed::Denied(Reason::RecipientNotDeclared)).await);
    }
    if let Some(only) = asked.count {
        if only != "only" {
            return Err(Problem::value("count", "`only`, or left out"));
        }
        let (asked, at) = (filter.clone(), Arc::clone(&site));
        let counting = spawn_blocking(move || count(&at.service, &asked));
        let found = match counting.await.map_err(|_| broken())? {
            Ok(found) => found,
            Err(not) => return Err(refused(&site, filter, not).await),
        };
        let body = serde_json::json!({ "count": found }).to_string();
        return Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response());
    }
    let filter = Arc::new(filter);
    let first = match paged(&site, &filter, None).await.map_err(|_| broken())? {
        Ok(first) => first,
        Err(not) => return Err(refused(&site, Filter::clone(&filter), not).await),
    };
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

/// What an audience depends on: the policy, the ledger's position, the day, and how many ran out within it.
fn tag(site: &Site, found: &Found) -> String {
    let day = site.service.now().as_second().div_euclid(86_400);
    let policy: String = hex(&found.policy).chars().take(16).collect();
    format!("\"{policy}-{}-{day}-{}\"", found.position, found.ended)
}

/// Nobody is named; where it was for a recipient that is not declared, it counts as an attempt (PC-19).
async fn refused(site: &Arc<Site>, filter: Filter, not: NotNamed) -> Problem {
    if let (NotNamed::Denied(Reason::RecipientNotDeclared), Some(recipient)) = (not, filter.recipient.clone())
    {
        let (at, asked) = (Arc::clone(site), filter.clone());
        let Ok(people) = spawn_blocking(move || bulk::people(&at.service, &asked)).await else {
            return broken();
        };
        if let Err(error) = bulk::refused(&site.service, &filter.purpose, &recipient, people).await {
            return Problem::failed(&error);
        }
    }
    denied(not)
}

fn denied(not: NotNamed) -> Problem {
    let (status, code) = match not {
        NotNamed::Denied(reason @ (Reason::Stale | Reason::ClockBehind)) => {
            (StatusCode::SERVICE_UNAVAILABLE, reason.id())
        }
        NotNamed::Denied(reason) => (StatusCode::NOT_FOUND, reason.id()),
        NotNamed::Replaced => (StatusCode::SERVICE_UNAVAILABLE, Reason::Stale.id()),
    };
    Problem::new(status, code, format!("nobody can be named: {not}"))
}

/// A thread that ended in a fault of ours.
fn broken() -> Problem {
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "a fault of ours; the log has it")
}

/// A page, made where waiting holds nobody up.
fn paged(
    site: &Arc<Site>,
    filter: &Arc<Filter>,
    after: Option<After>,
) -> JoinHandle<Result<Found, NotNamed>> {
    let (site, filter) = (Arc::clone(site), Arc::clone(filter));
    spawn_blocking(move || page(&site.service, &filter, after, PAGE))
}

/// The pages of an audience.
struct Pages {
    site: Arc<Site>,
    filter: Arc<Filter>,
    next: Next,
}

enum Next {
    Ready(Found),
    After(After),
    Coming(JoinHandle<Result<Found, NotNamed>>),
    Done,
}

impl Stream for Pages {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Next::After(after) = self.next {
            self.next = Next::Coming(paged(&self.site, &self.filter, Some(after)));
        }
        let found = match &mut self.next {
            Next::Coming(coming) => ready!(Pin::new(coming).poll(context)).map(|found| found.map(Some)),
            _ => Ok(Ok(None)),
        };
        let before = std::mem::replace(&mut self.next, Next::Done);
        let found = match (found, before) {
            (Ok(Ok(Some(found))), _) | (Ok(Ok(None)), Next::Ready(found)) => found,
            (Ok(Ok(None)), _) => return Poll::Ready(None),
            (Ok(Err(not)), _) => return Poll::Ready(Some(Err(std::io::Error::other(not)))),
            (Err(fault), _) => return Poll::Ready(Some(Err(std::io::Error::other(fault)))),
        };
        if let Some(after) = found.after {
            self.next = Next::After(after);
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

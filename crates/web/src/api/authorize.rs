//! `/v1/authorize`: a question in headers, answered by a status, as proxies ask before they let a request through
//! (nginx' `auth_request`, Envoy's external authorization over HTTP).
//!
//! **Contract.** 200 or 403, with the reason in `x-abide-reason` and no body. A header of ours that is not known, or a
//! condition that is said twice, is a problem and no answer. Under `/v1/authorize/` stands the address that somebody
//! asked the proxy for; it is not read: whoever makes the request wrote it.
//!
//! **Absences.** No exception of Art. 18(2) and no past moment: a header that got through from outside may narrow an
//! answer, and never widen it.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use duties::standing::ask::{Asked, Told, answers, channel, id};
use serde::Deserialize;

use super::problem::{Problem, Whole};
use crate::site::Site;

/// What each header of a question begins with.
const OURS: &str = "x-abide-";

/// The question, by its conditions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Conditions {
    subject: Option<String>,
    purpose: Option<String>,
    category: Option<String>,
    recipient: Option<String>,
    channel: Option<String>,
}

/// With conditions in headers or in the query.
pub(crate) async fn asked(
    State(site): State<Arc<Site>>,
    Query(query): Query<Conditions>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    answer(&site, query.and(&headers)?).await
}

/// With conditions in headers only.
pub(crate) async fn under(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, Problem> {
    answer(&site, Conditions::default().and(&headers)?).await
}

async fn answer(site: &Site, conditions: Conditions) -> Result<Response, Problem> {
    let asked = conditions.question()?;
    let mut answers = answers(&site.service, std::slice::from_ref(&asked))
        .await
        .map_err(|error| Problem::failed(&error))?;
    let told: Told = answers.pop().ok_or_else(|| Problem::value("subject", "a UUID"))?.into();
    let status = if told.allow { StatusCode::OK } else { StatusCode::FORBIDDEN };
    let position = told.position.map(|position| position.to_string()).unwrap_or_default();
    let headers = [
        (name("x-abide-reason"), told.reason.to_owned()),
        (name("x-abide-article"), told.article.to_owned()),
        (name("x-abide-policy"), told.policy),
        (name("x-abide-position"), position),
    ];
    Ok((status, Whole::mark(), headers).into_response())
}

const fn name(text: &'static str) -> HeaderName {
    HeaderName::from_static(text)
}

impl Conditions {
    /// With those in the headers; each stands in one place, once.
    fn and(mut self, headers: &HeaderMap) -> Result<Self, Problem> {
        for (name, value) in headers {
            let Some(condition) = name.as_str().strip_prefix(OURS) else { continue };
            let Some(place) = self.place(condition) else {
                let detail = format!(
                    "`{name}` is no condition; there are {OURS}subject, {OURS}purpose, {OURS}category, {OURS}recipient and {OURS}channel"
                );
                return Err(Problem::new(StatusCode::BAD_REQUEST, "question", detail));
            };
            if place.is_some() {
                return Err(Problem::value(name.as_str(), "said once"));
            }
            let text = value.to_str().map_err(|_| Problem::value(name.as_str(), "plain text"))?;
            *place = Some(text.to_owned());
        }
        Ok(self)
    }

    fn place(&mut self, condition: &str) -> Option<&mut Option<String>> {
        match condition {
            "subject" => Some(&mut self.subject),
            "purpose" => Some(&mut self.purpose),
            "category" => Some(&mut self.category),
            "recipient" => Some(&mut self.recipient),
            "channel" => Some(&mut self.channel),
            _ => None,
        }
    }

    fn question(self) -> Result<Asked, Problem> {
        let missing = |name: &str| Problem::value(name, "said, in a header or in the query");
        let subject = self.subject.ok_or_else(|| missing("x-abide-subject"))?;
        let purpose = self.purpose.ok_or_else(|| missing("x-abide-purpose"))?;
        Ok(Asked {
            category: self.category,
            recipient: self.recipient,
            channel: channel(self.channel.as_deref())?,
            ..Asked::about(id("x-abide-subject", &subject)?, &purpose)
        })
    }
}

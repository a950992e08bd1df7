//! `POST /v1/consents`: what somebody said about a purpose, recorded before it is answered. With `idempotency-key` a
//! repeated request records nothing and gets the first one's answer.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use duties::consent::{Answer, ConsentBy, NewConsent, NotRecorded, enter};
use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::question::{read, time, uuid};
use crate::site::Site;

/// Who wrote the entry: the company's own program.
const ACTOR: &str = "program";
/// The longest key, in bytes.
const LONGEST_KEY: usize = 255;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    subject: String,
    purpose: String,
    answer: Answer,
    wording: Option<String>,
    lang: Option<String>,
    surface: String,
    method: Option<String>,
    witness: Option<String>,
    given_at: Option<String>,
    expires: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Told {
    entry: String,
    index: u64,
    repeated: bool,
}

pub(crate) async fn post(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Told>), Problem> {
    let once = headers.get("idempotency-key").map(|key| once(key.as_bytes())).transpose()?;
    let new = consent(&site, read(&body)?)?;
    match enter(&site.service, &new, ACTOR, once).await {
        Ok(done) => {
            let status = if done.repeated { StatusCode::OK } else { StatusCode::CREATED };
            let told = Told { entry: done.id.to_string(), index: done.index, repeated: done.repeated };
            Ok((status, Json(told)))
        }
        Err(NotRecorded::Refused(problem)) => {
            let texts = texts::texts(&site.service.policy.languages.reference);
            let detail = format!("`{}`: {}", problem.field.replace('-', "_"), texts.say(problem.id));
            Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, problem.id, detail))
        }
        Err(unknown @ NotRecorded::Unknown) => {
            Err(Problem::new(StatusCode::NOT_FOUND, "subject-unknown", unknown.to_string()))
        }
        Err(reused @ NotRecorded::Reused) => {
            Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency-key-reused", reused.to_string()))
        }
        Err(NotRecorded::Failed(error)) => Err(Problem::failed(&error)),
    }
}

fn once(key: &[u8]) -> Result<[u8; 32], Problem> {
    if key.is_empty() || key.len() > LONGEST_KEY {
        return Err(Problem::value("idempotency-key", "1 to 255 characters"));
    }
    Ok(duties::consent::once(key))
}

fn consent(site: &Site, sent: Sent) -> Result<NewConsent, Problem> {
    Ok(NewConsent {
        subject: uuid("subject", &sent.subject)?,
        purpose: sent.purpose,
        answer: sent.answer,
        wording: sent.wording,
        lang: sent.lang.unwrap_or_else(|| site.service.policy.languages.reference.clone()),
        surface: sent.surface,
        method: sent.method.as_deref().map_or(Ok(ConsentBy::Form), method)?,
        witness: sent.witness,
        given_at: sent.given_at.as_deref().map(|text| time("given_at", text)).transpose()?,
        expires: sent.expires.as_deref().map(|text| time("expires", text)).transpose()?,
    })
}

fn method(name: &str) -> Result<ConsentBy, Problem> {
    ConsentBy::parse(name)
        .ok_or_else(|| Problem::value("method", "a way to consent that the policy declares"))
}

//! `POST /v1/decide/batch`: one question about many people, answered in their order from one state and one policy.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use policy::hex;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::problem::Problem;
use super::question::{Sent, read};
use crate::site::Site;

/// How many people one question may be about.
const MOST: usize = 10_000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Batch {
    question: Sent,
    subjects: Vec<Uuid>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Told {
    policy: String,
    position: Option<u64>,
    at: String,
    /// Every reason that was given, once.
    reasons: BTreeMap<&'static str, Meaning>,
    /// A reason for each subject, in their order.
    answers: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Meaning {
    allow: bool,
    article: &'static str,
    remedy: &'static str,
    place: Option<String>,
}

pub(crate) async fn post(State(site): State<Arc<Site>>, body: Bytes) -> Result<Json<Told>, Problem> {
    let batch: Batch = read(&body)?;
    if batch.subjects.len() > MOST {
        let detail =
            format!("`subjects` has {} ids; at most {MOST} can be asked at once", batch.subjects.len());
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-many", detail));
    }
    if batch.question.subject.is_some() {
        return Err(Problem::value("question.subject", "left out: `subjects` says of whom"));
    }
    let asked = batch.question.about(Uuid::nil())?;
    let of_each = duties::standing::ask::answers_of(&site.service, &asked, &batch.subjects).await;
    let told = of_each.map_err(|error| Problem::failed(&error))?;
    let meaning = |reason: duties::standing::ask::Reason| Meaning {
        allow: reason.allows(),
        article: reason.article(),
        remedy: reason.remedy().id(),
        place: reason.part().place(&asked.purpose, asked.recipient.as_deref()),
    };
    let reasons = told.reasons.iter().map(|reason| (reason.id(), meaning(*reason))).collect();
    Ok(Json(Told {
        policy: hex(&told.policy),
        position: told.position,
        at: told.at.to_string(),
        reasons,
        answers: told.reasons.iter().map(|reason| reason.id()).collect(),
    }))
}

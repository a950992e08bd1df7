//! `POST /v1/decide`: one question, one answer.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use duties::standing::ask::{Told, answers};

use super::problem::Problem;
use super::question::{Sent, read, uuid};
use crate::site::Site;

pub(crate) async fn post(State(site): State<Arc<Site>>, body: Bytes) -> Result<Json<Told>, Problem> {
    let sent: Sent = read(&body)?;
    let subject = sent.subject.as_deref().ok_or_else(|| Problem::value("subject", "a UUID"))?;
    let asked = sent.about(uuid("subject", subject)?)?;
    let mut answers = answers(&site.service, std::slice::from_ref(&asked))
        .await
        .map_err(|error| Problem::failed(&error))?;
    let answer = answers.pop().ok_or_else(|| Problem::value("subject", "a UUID"))?;
    Ok(Json(answer.into()))
}

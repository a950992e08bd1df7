//! `POST /v1/disclose`: the declared fields of somebody, for a declared recipient; written down before they leave.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use duties::sharing::{NotDisclosed, disclose};
use policy::hex;
use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::question::{read, uuid};
use crate::site::Site;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    subject: String,
    recipient: String,
    purpose: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Told {
    entry: String,
    fields: BTreeMap<String, String>,
    policy: String,
}

pub(crate) async fn post(State(site): State<Arc<Site>>, body: Bytes) -> Result<Json<Told>, Problem> {
    let sent: Sent = read(&body)?;
    let subject = uuid("subject", &sent.subject)?;
    match disclose(&site.service, subject, &sent.recipient, &sent.purpose).await {
        Ok(given) => {
            let (entry, policy) = (given.entry.to_string(), hex(&given.policy));
            Ok(Json(Told { entry, fields: given.fields, policy }))
        }
        Err(NotDisclosed::Denied(reason)) => {
            let detail = format!("nothing leaves: {} ({})", reason.says(), reason.article());
            Err(Problem::new(StatusCode::FORBIDDEN, reason.id(), detail))
        }
        Err(nothing @ NotDisclosed::Nothing) => {
            Err(Problem::new(StatusCode::NOT_FOUND, "nothing-held", nothing.to_string()))
        }
        Err(NotDisclosed::Failed(error)) => Err(Problem::failed(&error)),
    }
}

//! `POST /v1/suppressed`: whether an address or number is stopped from coming in by an import, before it is brought in
//! elsewhere. It answers about the one that is asked, and tells nobody else's; nothing says whether anybody is known.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use duties::suppression;
use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::question::read;
use crate::site::Site;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    kind: String,
    value: String,
    purpose: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Told {
    suppressed: bool,
}

pub(crate) async fn post(State(site): State<Arc<Site>>, body: Bytes) -> Result<Json<Told>, Problem> {
    let sent: Sent = read(&body)?;
    let identifier =
        suppression::identifier(&site.service, Some(&sent.kind), &sent.value).ok_or_else(|| {
            Problem::value("value", "of its `kind`: `email`, `phone`, or `number` as `customer:1042`")
        })?;
    let purpose = sent.purpose.as_deref();
    if purpose.is_some_and(|name| site.service.policy.purpose(name).is_none()) {
        return Err(Problem::value("purpose", "a purpose of the policy"));
    }
    match suppression::is_suppressed(&site.service, &identifier, purpose).await {
        Ok(suppressed) => Ok(Json(Told { suppressed })),
        Err(error) => Err(Problem::failed(&error)),
    }
}

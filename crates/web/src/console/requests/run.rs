//! Carrying a request out. What cannot be undone is confirmed by typing the request's reference, with a recent second
//! factor. The work goes on if the browser goes away.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::rights::{self, RequestKind};
use uuid::Uuid;

use super::act::purpose_of;
use super::view;
use super::wrong::Wrong;
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;

/// How long the browser waits for the work before it is shown how far the work came.
const PATIENCE: Duration = Duration::from_secs(2);

pub(crate) async fn run(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    duty.sees_people()?;
    let purpose = purpose_of(&posted)?;
    if let Some(wrong) = unconfirmed(&duty, id, &posted).await? {
        return view::page(&duty, id, purpose, wrong).await;
    }
    begin(&duty, id).await?;
    let to = format!("/console/requests/{id}/progress?purpose={}", purpose::name(purpose));
    Ok(Redirect::to(&duty.visit.to(&to)).into_response())
}

/// What is missing before an erasure may run; nothing for what destroys nothing.
async fn unconfirmed(duty: &OnDuty, id: Uuid, posted: &Posted) -> Result<Option<Wrong>, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let of = rights::row(&visit.site.service, id, &visit.lang).await?.summary;
    if of.kind != RequestKind::Erasure {
        return Ok(None);
    }
    let typed = posted.one("confirm")?;
    if !typed.trim().eq_ignore_ascii_case(&of.reference) {
        return Ok(Some(Wrong::at(
            "confirm",
            typed,
            t.with("console-run-mistyped", &[("reference", (&of.reference).into())]),
        )));
    }
    Ok(duty.recheck(posted).await?.map(|wrong| Wrong::at("code", typed, wrong)))
}

/// Starts the work on its own, and waits a little for it, so that a quick one is done when the page comes.
async fn begin(duty: &OnDuty, id: Uuid) -> Result<(), Fault> {
    let (service, staff) = (Arc::clone(&duty.visit.site.service), duty.staff.clone());
    let mut work = tokio::spawn(async move { rights::run(&service, &staff, id).await });
    match tokio::time::timeout(PATIENCE, &mut work).await {
        Ok(Ok(done)) => done.map(|_| ()).map_err(Fault::from),
        Ok(Err(stopped)) => Err(Fault::Internal(stopped.to_string())),
        Err(_) => Ok(()),
    }
}

//! What staff do with a request. Each leads back to the request, with a word of what was done.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accountability::ViewPurpose;
use duties::rights::{self, Error, Refusal};
use uuid::Uuid;

use super::show::back;
use super::view::{self, Wrong};
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;

/// The purpose under which the page was open; an action keeps it.
pub(super) fn purpose_of(posted: &Posted) -> Result<ViewPurpose, Fault> {
    purpose::parse(posted.one("purpose")?).ok_or(Fault::NeedsPurpose)
}

pub(super) fn to(duty: &OnDuty, id: Uuid, purpose: ViewPurpose, said: &str) -> Response {
    Redirect::to(&back(duty, id, purpose, said)).into_response()
}

/// Which of the possible matches are the person.
pub(crate) async fn choose(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    rights::choose(&duty.visit.site.service, &duty.staff, id, &posted.all("candidate")).await?;
    Ok(to(&duty, id, purpose, "chosen"))
}

/// Draws the plan.
pub(crate) async fn plan(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    rights::plan(&duty.visit.site.service, &duty.staff, id, &duty.visit.lang).await?;
    Ok(to(&duty, id, purpose, "planned"))
}

/// Carries the plan out in transactions that are rolled back.
pub(crate) async fn rehearse(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    rights::rehearse(&duty.visit.site.service, &duty.staff, id, &duty.visit.lang).await?;
    Ok(to(&duty, id, purpose, "rehearsed"))
}

/// Writes to the person.
pub(crate) async fn reply(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    let text = posted.one("text")?;
    match rights::reply(&duty.visit.site.service, &duty.staff, id, text).await {
        Ok(()) => Ok(to(&duty, id, purpose, "replied")),
        Err(error) => again(&duty, id, purpose, "text", text, error).await,
    }
}

/// Closes what was answered by hand.
pub(crate) async fn close(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    let text = posted.one("closing")?;
    match rights::close(&duty.visit.site.service, &duty.staff, id, text).await {
        Ok(()) => Ok(to(&duty, id, purpose, "closed")),
        Err(error) => again(&duty, id, purpose, "closing", text, error).await,
    }
}

/// Refuses on a ground.
pub(crate) async fn refuse(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    let text = posted.one("reason")?;
    let Some(ground) = Refusal::parse(posted.one("ground")?) else {
        let wrong = Wrong::at("ground", text, duty.visit.texts().say("console-refuse-choose"));
        return view::page(&duty, id, purpose, wrong).await;
    };
    match rights::refuse(&duty.visit.site.service, &duty.staff, id, ground, text).await {
        Ok(()) => Ok(to(&duty, id, purpose, "refused")),
        Err(error) => again(&duty, id, purpose, "reason", text, error).await,
    }
}

/// A text that cannot be taken is shown again at its field; anything else is a fault.
async fn again(
    duty: &OnDuty,
    id: Uuid,
    purpose: ViewPurpose,
    field: &'static str,
    typed: &str,
    error: Error,
) -> Result<Response, Fault> {
    match error {
        Error::Text { .. } => {
            let wrong = Wrong::at(field, typed, error.public(&duty.visit.lang));
            view::page(duty, id, purpose, wrong).await
        }
        error => Err(error.into()),
    }
}

//! What staff do with a request. Each leads back to the request, with a word of what was done.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accountability::ViewPurpose;
use duties::rights::{self, Error, Ground, Means, Refusal};
use jiff::civil::Date;
use uuid::Uuid;

use super::show::back;
use super::view;
use super::wrong::Wrong;
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

/// Takes two further months, with reasons.
pub(crate) async fn extend(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    let text = posted.one("extension")?;
    match rights::extend(&duty.visit.site.service, &duty.staff, id, text).await {
        Ok(()) => Ok(to(&duty, id, purpose, "extended")),
        Err(error) => again(&duty, id, purpose, "extension", text, error).await,
    }
}

/// Tells the person that their restriction ends.
pub(crate) async fn announce(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    let text = posted.one("lifting")?;
    match rights::announce(&duty.visit.site.service, &duty.staff, id, text).await {
        Ok(()) => Ok(to(&duty, id, purpose, "announced")),
        Err(error) => again(&duty, id, purpose, "lifting", text, error).await,
    }
}

/// Ends a restriction of which the person was told.
pub(crate) async fn lift(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    rights::lift(&duty.visit.site.service, &duty.staff, id).await?;
    Ok(to(&duty, id, purpose, "lifted"))
}

/// Decides an objection.
pub(crate) async fn decide(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    let (overridden, text) = (posted.all("overridden"), posted.one("decision")?);
    match rights::decide(&duty.visit.site.service, &duty.staff, id, &overridden, text).await {
        Ok(()) => Ok(to(&duty, id, purpose, "decided")),
        Err(error) => again(&duty, id, purpose, "decision", text, error).await,
    }
}

/// Says what is withheld of a copy.
pub(crate) async fn withhold(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    let Some(ground) = Ground::parse(posted.one("withhold-ground")?) else {
        let wrong = Wrong::at("withhold-ground", "", duty.visit.texts().say("console-refuse-choose"));
        return view::page(&duty, id, purpose, wrong).await;
    };
    let keys = posted.all("withheld");
    rights::withhold(&duty.visit.site.service, &duty.staff, id, &keys, ground).await?;
    Ok(to(&duty, id, purpose, "withheld"))
}

/// Notes that a recipient was told, when and how.
pub(crate) async fn told(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    let purpose = purpose_of(&posted)?;
    let position = posted.one("position")?;
    let on: Option<Date> = posted.one(&format!("on-{position}"))?.parse().ok();
    let means = Means::parse(posted.one(&format!("means-{position}"))?);
    let (Some(on), Some(means), Ok(at)) = (on, means, position.parse()) else {
        let wrong = Wrong::at("recipients", "", duty.visit.texts().say("console-inform-missing"));
        return view::page(&duty, id, purpose, wrong).await;
    };
    match rights::told(&duty.visit.site.service, &duty.staff, id, at, (on, means)).await {
        Ok(()) => Ok(to(&duty, id, purpose, "informed")),
        Err(error @ Error::Day) => {
            let wrong = Wrong::at("recipients", "", error.public(&duty.visit.lang));
            view::page(&duty, id, purpose, wrong).await
        }
        Err(error) => Err(error.into()),
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

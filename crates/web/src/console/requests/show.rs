//! One request with its person, once staff said for which purpose they look. The view is logged before it is shown.

use axum::extract::Path;
use axum::response::Response;
use duties::accountability::ViewPurpose;
use uuid::Uuid;

use super::gate;
use super::view;
use super::wrong::Wrong;
use crate::console::purpose;
use crate::console::session::OnDuty;
use crate::fault::Fault;

pub(crate) async fn show(duty: OnDuty, Path(id): Path<Uuid>) -> Result<Response, Fault> {
    duty.sees_people()?;
    match duty.visit.asked("purpose") {
        None => gate::page(&duty, id, duty.visit.query.contains("purpose")).await,
        Some(name) => match purpose::parse(&name) {
            Some(purpose) => view::page(&duty, id, purpose, Wrong::default()).await,
            None => gate::page(&duty, id, true).await,
        },
    }
}

/// Where to go back to after an action, with the purpose kept and a word of what was done.
pub(super) fn back(duty: &OnDuty, id: Uuid, purpose: ViewPurpose, said: &str) -> String {
    duty.visit.to(&format!("/console/requests/{id}?purpose={}&said={said}", purpose::name(purpose)))
}

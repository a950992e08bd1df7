//! The plan: what will be done, where, and what is kept, before anything is.

use uuid::Uuid;

use super::{Error, PlanView, Result};
use crate::{Service, accounts::Staff};

/// Staff say which of the candidates are this person (none of them is an answer too).
pub async fn choose(service: &Service, staff: &Staff, id: Uuid, keys: &[String]) -> Result<()> {
    let _ = (service, staff, id, keys);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// Draws the plan from what the stores and Abide hold now, and keeps it, sealed.
pub async fn plan(service: &Service, staff: &Staff, id: Uuid, lang: &str) -> Result<PlanView> {
    let _ = (service, staff, id, lang);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// Carries the plan out in transactions that are rolled back, and shows what it counted.
pub async fn rehearse(service: &Service, staff: &Staff, id: Uuid, lang: &str) -> Result<PlanView> {
    let _ = (service, staff, id, lang);
    Err(Error::Unfinished("not built yet".to_owned()))
}

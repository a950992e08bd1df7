//! Carrying a request out, and taking up what a killed process left.

use uuid::Uuid;

use super::{Error, RequestState, Result};
use crate::{Service, accounts::Staff};

/// What a tick did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Steps verified.
    pub verified: usize,
    /// Steps that failed and will be tried again.
    pub failed: usize,
}

/// Carries the request out as far as it comes now. What cannot be finished waits and is tried again by
/// [`tick`]; the state returned says which. A second click while it runs changes nothing.
pub async fn run(service: &Service, staff: &Staff, id: Uuid) -> Result<RequestState> {
    let _ = (service, staff, id);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// Takes up steps whose time has come or whose lease ended. To be called every few seconds.
pub async fn tick(service: &Service) -> Result<Ticked> {
    let _ = service;
    Err(Error::Unfinished("not built yet".to_owned()))
}

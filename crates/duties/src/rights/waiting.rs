//! What keeps an erasure from running although it is planned: the person still waits for an answer, or somebody else
//! shows the same verified address. Told with the plan, not only when the button is pressed.

use db::requests::{self, Request};

use super::loaded::Loaded;
use super::{RequestKind, RequestState, RequestSummary, Result, run, summary};
use crate::Service;

/// What stands in the way.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// Requests that must be answered first: after the erasure nobody could.
    pub requests: Vec<RequestSummary>,
    /// Why else it may not run, in words.
    pub reasons: Vec<String>,
}

impl Waiting {
    /// Whether nothing stands in the way.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.requests.is_empty() && self.reasons.is_empty()
    }
}

/// What stands in the way of this request; only of an erasure that has not begun.
pub(super) async fn of(service: &Service, request: &Loaded, lang: &str) -> Result<Waiting> {
    let planned = matches!(request.state, RequestState::Open | RequestState::Planned);
    if request.kind != RequestKind::Erasure || !planned {
        return Ok(Waiting::default());
    }
    let others = run::others(service, request.row.subject).await?;
    let mut open = own(service, request).await?;
    open.extend(others.open);
    let requests = open.iter().map(|row| summary::of(service, row, lang)).collect::<Result<_>>()?;
    let reasons = others.shared.then(|| super::Error::Shared.public(lang)).into_iter().collect();
    Ok(Waiting { requests, reasons })
}

/// The person's other requests that are open.
pub(super) async fn own(service: &Service, request: &Loaded) -> Result<Vec<Request>> {
    let mut all = requests::list_of(&service.db, &service.name, request.row.subject).await?;
    all.retain(|other| other.id != request.row.id && other.closed_at.is_none());
    Ok(all)
}

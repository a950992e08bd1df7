//! A stored request as lists show it.

use db::requests::Request;

use super::clocks::{answer_clock, reply_clock};
use super::{RequestKind, RequestState, RequestSummary, Result};
use crate::{Error, Service};

/// The kind of a stored request.
pub(super) fn kind(row: &Request) -> Result<RequestKind> {
    Ok(RequestKind::parse(&row.kind).ok_or(Error::Damaged("kind of request"))?)
}

/// The state of a stored request.
pub(super) fn state(row: &Request) -> Result<RequestState> {
    Ok(RequestState::parse(&row.state).ok_or(Error::Damaged("state of request"))?)
}

/// As lists show it, in words of `lang`.
pub(super) fn of(service: &Service, row: &Request, lang: &str) -> Result<RequestSummary> {
    let (kind, state, now) = (kind(row)?, state(row)?, service.now());
    Ok(RequestSummary {
        id: row.id,
        reference: row.reference.clone(),
        kind,
        kind_title: kind.title(lang),
        state,
        state_title: state.title(lang),
        received_at: row.received_at,
        answer: answer_clock(row, kind.law(), now),
        first_reply: reply_clock(row, lang, now),
        closed_at: row.closed_at,
    })
}

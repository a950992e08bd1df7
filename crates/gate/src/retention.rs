//! Until when data may be kept for a purpose.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use policy::{Anchor, Keep};

use crate::deadline;
use crate::standing::{Consent, ConsentState, Standing};

/// The moment the period of a purpose ends, counted in calendar units in UTC; none if it has not begun (the
/// order is not delivered, the contract not ended) or ends beyond the year 9999.
///
/// `collected` is when the data in question was collected, if that is known.
#[must_use]
pub fn keep_until(
    purpose: &str,
    keep: &Keep,
    standing: &Standing,
    collected: Option<Timestamp>,
) -> Option<Timestamp> {
    let moved = standing.anchor(&keep.from);
    let from = match &keep.from {
        Anchor::Collection => collected,
        Anchor::LastContact => moved.max(collected),
        Anchor::FiscalYearEnd => year_end(moved.or(collected)?),
        Anchor::ConsentEnd => standing.consents.get(purpose).map_or(moved, consent_end),
        Anchor::ContractEnd | Anchor::Event(_) => moved,
    }?;
    let end = from.to_zoned(TimeZone::UTC).checked_add(keep.length.span()).ok()?;
    Some(deadline::end(from, end.timestamp()))
}

/// The first moment after the calendar year.
fn year_end(at: Timestamp) -> Option<Timestamp> {
    let next = at.to_zoned(TimeZone::UTC).year().checked_add(1)?;
    let day = jiff::civil::Date::new(next, 1, 1).ok()?;
    day.to_zoned(TimeZone::UTC).ok().map(|day| day.timestamp())
}

fn consent_end(consent: &Consent) -> Option<Timestamp> {
    match consent.state {
        ConsentState::Given => consent.ends(),
        ConsentState::Refused | ConsentState::Withdrawn | ConsentState::Expired => Some(consent.at),
    }
}

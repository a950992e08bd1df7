//! Until when data may be kept for a purpose.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use policy::{Anchor, Purpose};

use crate::standing::{Consent, Standing};

/// The moment the period of a purpose ends, counted in calendar units in UTC; none if it has not begun (the
/// order is not delivered, the contract not ended) or ends beyond the year 9999.
///
/// `collected` is when the data in question was collected, if that is known.
#[must_use]
pub fn keep_until(purpose: &Purpose, standing: &Standing, collected: Option<Timestamp>) -> Option<Timestamp> {
    let moved = standing.anchor(&purpose.keep.from);
    let from = match &purpose.keep.from {
        Anchor::Collection => collected,
        Anchor::LastContact => moved.max(collected),
        Anchor::FiscalYearEnd => year_end(moved.or(collected)?),
        Anchor::ConsentEnd => standing.consents.get(&purpose.name).map_or(moved, consent_end),
        Anchor::ContractEnd | Anchor::Event(_) => moved,
    };
    let end = from?.to_zoned(TimeZone::UTC).checked_add(purpose.keep.length.span()).ok()?;
    Some(end.timestamp())
}

/// The first moment after the calendar year.
fn year_end(at: Timestamp) -> Option<Timestamp> {
    let next = at.to_zoned(TimeZone::UTC).year().checked_add(1)?;
    let day = jiff::civil::Date::new(next, 1, 1).ok()?;
    day.to_zoned(TimeZone::UTC).ok().map(|day| day.timestamp())
}

fn consent_end(consent: &Consent) -> Option<Timestamp> {
    match consent {
        Consent::Given { expires, .. } => *expires,
        Consent::Refused { at } | Consent::Withdrawn { at } | Consent::Expired { at } => Some(*at),
    }
}

//! When a period ends, and days as numbers.
//!
//! A period of a week or more ends as its last day begins (UTC): never later than promised, and one day fits two
//! bytes. A shorter one ends to the moment.

use jiff::{SignedDuration, Timestamp};

const DAY: i64 = 86_400;
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// When a period from `from` to `end` is over.
#[must_use]
pub fn end(from: Timestamp, end: Timestamp) -> Timestamp {
    if end.duration_since(from) < WEEK {
        return end;
    }
    Timestamp::from_second(day_of(end).saturating_mul(DAY)).unwrap_or(end)
}

/// The days since 1970 (UTC).
pub(crate) fn day_of(at: Timestamp) -> i64 {
    let second = at.as_second() - i64::from(at.subsec_nanosecond() < 0);
    second.div_euclid(DAY)
}

/// The day of a moment that begins with it, in two bytes; none where it does not, or lies outside 1970 to 2149.
pub(crate) fn whole_day(at: Timestamp) -> Option<u16> {
    let begins = at.subsec_nanosecond() == 0 && at.as_second().rem_euclid(DAY) == 0;
    u16::try_from(day_of(at)).ok().filter(|day| begins && (1..u16::MAX).contains(day))
}

/// The moment a day begins.
pub(crate) fn begin(day: u16) -> Timestamp {
    Timestamp::from_second(i64::from(day) * DAY).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A moment with its day at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The moment.
    pub at: Timestamp,
    /// Its day since 1970, as near as two bytes come.
    pub(crate) day: u16,
}

impl From<Timestamp> for Moment {
    fn from(at: Timestamp) -> Self {
        let day = day_of(at).clamp(0, i64::from(u16::MAX));
        Self { at, day: u16::try_from(day).unwrap_or(u16::MAX) }
    }
}

//! Deadlines: Regulation (EEC, Euratom) 1182/71 for periods of law, and office hours for what a company
//! promises itself.
//!
//! - The day of the event is not counted (Art. 3(1)); a period in months ends with the day of the same date
//!   number, or the month's last day where that number is missing (Art. 3(2)(c)).
//! - Ends it on a Saturday, a Sunday or a public holiday of the place, it ends with the next working day
//!   (Art. 3(4)). Not so for periods in hours: they run on the wall clock.
//! - Office time passes only while the office is open; what arrives outside begins with the next opening.
//!
//! Absences: no clock of its own; every moment is handed in.

use jiff::civil::{self, Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, ToSpan};

use crate::law;
use crate::model::{OfficeHours, Policy, Weekday};

/// How many days a search for open hours looks ahead before it gives up (a policy with no open day).
const HORIZON_DAYS: usize = 3_660;

/// The end of a period of months from a moment: the last microsecond of the due day in `zone`.
///
/// `country` is the ISO code of the place whose public holidays count.
#[must_use]
pub fn add_months(received: Timestamp, months: i8, zone: &TimeZone, country: &str) -> Timestamp {
    end_of_period(received, i32::from(months).months(), zone, country)
}

/// The end of a period of days from a moment, counted like [`add_months`].
#[must_use]
pub fn add_days(received: Timestamp, days: i32, zone: &TimeZone, country: &str) -> Timestamp {
    end_of_period(received, days.days(), zone, country)
}

/// The end of a period of hours: on the wall clock, through nights, weekends and holidays.
#[must_use]
pub fn add_hours(received: Timestamp, hours: i32) -> Timestamp {
    received.saturating_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(Timestamp::MAX)
}

/// Whether people work on that day in that country: no Saturday, Sunday or public holiday.
#[must_use]
pub fn is_working_day(date: Date, country: &str) -> bool {
    !matches!(date.weekday(), civil::Weekday::Saturday | civil::Weekday::Sunday)
        && law::holiday(country, date).is_none()
}

/// When office time of that length, begun at `received`, is used up.
///
/// Without any open hours (no days, closing before opening) it is the wall clock.
#[must_use]
pub fn office_deadline(received: Timestamp, within: SignedDuration, hours: &OfficeHours) -> Timestamp {
    let mut left = within.max(SignedDuration::ZERO);
    for (opens, closes) in windows(received, hours) {
        let begins = opens.max(received);
        let open = closes.duration_since(begins);
        if open > SignedDuration::ZERO {
            if left <= open {
                return begins.saturating_add(left).unwrap_or(Timestamp::MAX);
            }
            left = left.saturating_sub(open);
        }
    }
    received.saturating_add(within).unwrap_or(Timestamp::MAX)
}

/// How much office time lies between two moments; none if `until` is not later.
#[must_use]
pub fn office_time_between(from: Timestamp, until: Timestamp, hours: &OfficeHours) -> SignedDuration {
    windows(from, hours)
        .take_while(|(opens, _)| *opens < until)
        .map(|(opens, closes)| closes.min(until).duration_since(opens.max(from)).max(SignedDuration::ZERO))
        .fold(SignedDuration::ZERO, SignedDuration::saturating_add)
}

/// The office's zone, or UTC where its name is unknown (the compiler reports it).
#[must_use]
pub fn zone_of(hours: &OfficeHours) -> TimeZone {
    TimeZone::get(&hours.zone).unwrap_or(TimeZone::UTC)
}

/// Whether the office is open on that day.
#[must_use]
pub fn is_open_on(date: Date, hours: &OfficeHours) -> bool {
    let holiday = hours.holidays.as_deref().and_then(|country| law::holiday(country, date));
    hours.days.contains(&weekday(date)) && holiday.is_none()
}

/// Where a policy's days begin and end: the zone of its office, else of its controller's country.
#[must_use]
pub fn zone(policy: &Policy) -> TimeZone {
    let of_country = || law::time_zone(&policy.controller.country).unwrap_or(TimeZone::UTC);
    policy.office_hours.as_ref().map_or_else(of_country, zone_of)
}

/// Opening and closing of every open day, from the day of `since` on. Midnight as closing is the day's end.
fn windows(since: Timestamp, hours: &OfficeHours) -> impl Iterator<Item = (Timestamp, Timestamp)> + '_ {
    let zone = zone_of(hours);
    let days = zone.to_datetime(since).date().series(1.day()).take(HORIZON_DAYS);
    days.filter(|date| is_open_on(*date, hours)).filter_map(move |date| {
        let last = if hours.to == Time::midnight() { date.tomorrow().ok()? } else { date };
        let (opens, closes) = (moment(date, hours.from, &zone)?, moment(last, hours.to, &zone)?);
        (opens < closes).then_some((opens, closes))
    })
}

fn weekday(date: Date) -> Weekday {
    match date.weekday() {
        civil::Weekday::Monday => Weekday::Mon,
        civil::Weekday::Tuesday => Weekday::Tue,
        civil::Weekday::Wednesday => Weekday::Wed,
        civil::Weekday::Thursday => Weekday::Thu,
        civil::Weekday::Friday => Weekday::Fri,
        civil::Weekday::Saturday => Weekday::Sat,
        civil::Weekday::Sunday => Weekday::Sun,
    }
}

fn end_of_period(received: Timestamp, length: Span, zone: &TimeZone, country: &str) -> Timestamp {
    let event = zone.to_datetime(received).date();
    let same_number = event.saturating_add(length);
    let due = same_number
        .series(1.day())
        .take(HORIZON_DAYS)
        .find(|day| is_working_day(*day, country))
        .unwrap_or(same_number);
    let next = due.tomorrow().ok().and_then(|next| moment(next, Time::midnight(), zone));
    next.and_then(|next| next.checked_sub(1.microsecond()).ok()).unwrap_or(Timestamp::MAX)
}

/// A local time as a moment; a time that the change to summer time skips is the moment after the gap.
fn moment(date: Date, time: Time, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(date.to_datetime(time)).compatible().ok()
}

#[cfg(test)]
mod tests;

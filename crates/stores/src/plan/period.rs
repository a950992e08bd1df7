//! How long the law keeps a row: counted from its own date, or from the end of the financial year it falls in.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use policy::map::Period;

use crate::Cell;

/// The last day a row is kept, by the date it was exported with; `None` when that cannot be read as one.
#[must_use]
pub fn kept_until(date: &serde_json::Value, period: &Period, year_ends: (i8, i8)) -> Option<Date> {
    let cell = match date {
        serde_json::Value::String(text) => Cell::Text(text.clone()),
        other => Cell::Int(other.as_i64()?),
    };
    until(&cell, period, year_ends)
}

/// The last day the row is kept; `None` when the row has no date that can be read.
pub(super) fn until(cell: &Cell, period: &Period, year_ends: (i8, i8)) -> Option<Date> {
    let date = read(cell)?;
    let start = if period.from_financial_year_end { year_end(date, year_ends)? } else { date };
    let length: Span = period.months.months().days(period.days);
    start.checked_add(length).ok()
}

/// The end of the financial year a day falls in. A 29 February that a year lacks is its 28th.
fn year_end(date: Date, (month, day): (i8, i8)) -> Option<Date> {
    let end = |year: i16| Date::new(year, month, day).or_else(|_| Date::new(year, month, 28)).ok();
    let this = end(date.year())?;
    if date <= this { Some(this) } else { end(date.year().checked_add(1)?) }
}

/// A date out of what databases keep as one: ISO text, with or without a time, or seconds since 1970.
fn read(cell: &Cell) -> Option<Date> {
    match cell {
        Cell::Text(text) => text.get(..10)?.parse().ok(),
        Cell::Int(seconds) if *seconds > 100_000_000 => {
            let scale = if *seconds > 100_000_000_000_000 {
                1_000_000
            } else if *seconds > 100_000_000_000 {
                1_000
            } else {
                1
            };
            let stamp = jiff::Timestamp::from_second(seconds / scale).ok()?;
            Some(stamp.to_zoned(jiff::tz::TimeZone::UTC).date())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const FIVE_YEARS: Period = Period { months: 60, days: 0, from_financial_year_end: true };

    #[test]
    fn five_years_after_the_financial_year() {
        let text = |text: &str| Cell::Text(text.to_owned());
        assert_eq!(until(&text("2021-03-04"), &FIVE_YEARS, (12, 31)), Some(date(2026, 12, 31)));
        assert_eq!(until(&text("2021-03-04 10:00:00"), &FIVE_YEARS, (2, 28)), Some(date(2027, 2, 28)));
        assert_eq!(until(&text("2021-12-31T23:59:59Z"), &FIVE_YEARS, (12, 31)), Some(date(2026, 12, 31)));
        assert_eq!(until(&Cell::Int(1_614_816_000), &FIVE_YEARS, (12, 31)), Some(date(2026, 12, 31)));
        let plain = Period { months: 6, days: 0, from_financial_year_end: false };
        assert_eq!(until(&text("2021-08-31"), &plain, (12, 31)), Some(date(2022, 2, 28)));
    }

    #[test]
    fn an_unknown_age_is_not_over() {
        assert_eq!(until(&Cell::Null, &FIVE_YEARS, (12, 31)), None);
        assert_eq!(until(&Cell::Text("soon".into()), &FIVE_YEARS, (12, 31)), None);
    }
}

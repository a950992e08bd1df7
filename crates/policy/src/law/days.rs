//! Which day of a year a holiday's rule means:
//!
//! - `05-17`: that date;
//! - `easter-2`, `easter+39`: days from Easter Sunday (`orthodox…` from the Orthodox one);
//! - `mon>=05-25`: the first such weekday on or after that date.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The day, if the year has it.
pub(super) fn day(rule: &str, year: i16) -> Option<Date> {
    if let Some(offset) = rule.strip_prefix("easter") {
        return shifted(easter(year)?, offset);
    }
    if let Some(offset) = rule.strip_prefix("orthodox") {
        return shifted(orthodox_easter(year)?, offset);
    }
    if let Some((weekday, from)) = rule.split_once(">=") {
        let (weekday, from) = (weekday_of(weekday)?, fixed(from, year)?);
        return from.series(1.day()).take(7).find(|date| date.weekday() == weekday);
    }
    fixed(rule, year)
}

/// Moves the days marked `moved: monday` from a weekend to the next day that is free of holidays.
pub(super) fn observed(days: &[(Date, &'static str, Option<&str>)]) -> Vec<(Date, &'static str)> {
    let weekend = |date: Date| matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    let stays = |(date, _, moved): &&(Date, &'static str, Option<&str>)| moved.is_none() || !weekend(*date);
    let mut out: Vec<_> = days.iter().filter(stays).map(|(date, name, _)| (*date, *name)).collect();
    for (date, name, _) in days.iter().filter(|day| !stays(day)) {
        let taken = |day: &Date| weekend(*day) || out.iter().any(|(other, _)| other == day);
        if let Some(free) = date.series(1.day()).take(14).find(|day| !taken(day)) {
            out.push((free, name));
        }
    }
    out.sort_by_key(|(date, _)| *date);
    out
}

fn fixed(month_day: &str, year: i16) -> Option<Date> {
    let (month, day) = month_day.split_once('-')?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn shifted(from: Date, offset: &str) -> Option<Date> {
    let days: i32 = if offset.is_empty() { 0 } else { offset.parse().ok()? };
    from.checked_add(days.days()).ok()
}

fn weekday_of(name: &str) -> Option<Weekday> {
    Some(match name {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus, Astronomical Algorithms, ch. 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// Easter Sunday of the Orthodox churches in the Gregorian calendar (valid 1900 to 2099).
fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 4, y % 7, y % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let n = d + e + 114;
    let julian = Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()?;
    julian.checked_add(13.days()).ok()
}

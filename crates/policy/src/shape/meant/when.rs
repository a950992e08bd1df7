//! Days, times and lengths of time as people write them.

use crate::model::{Length, Unit};
use jiff::civil::Date;

/// `2026-1-1`, a day with a time behind it, `1.12.2026`, `2026/12/1`, or one with the name of its month.
pub(super) fn day(text: &str) -> Option<String> {
    figures(text).or_else(|| named(text))
}

fn figures(text: &str) -> Option<String> {
    let day = text.split(['T', 't', ' ']).next()?;
    let mut parts = day.split(['-', '.', '/']).map(|part| part.parse::<u16>().ok());
    let (first, second, last) = (parts.next()??, parts.next()??, parts.next()??);
    let year_first = first > 31;
    match day.find(['.', '/']).map(|at| day.split_at(at).1.starts_with('/')) {
        _ if year_first => date(first, second, last),
        // Dots stand in dates that begin with the day.
        Some(false) => date(last, second, first),
        // With a slash either may come first, unless only one of the two can be.
        Some(true) => {
            let (european, american) = (date(last, second, first), date(last, first, second));
            if european.is_some() && american.is_some() && first != second {
                None
            } else {
                european.or(american)
            }
        }
        None => None,
    }
}

/// `1st November 2026`, `November 1, 2026`, `1. november 2026`.
fn named(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "of" | "the"));
    let (mut day, mut month, mut year) = (None, None, None);
    for word in words {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        match digits.parse::<u16>() {
            Ok(n) if digits.len() == 4 && digits == word => year = Some(n),
            Ok(n) if matches!(word.strip_prefix(digits), Some("" | "st" | "nd" | "rd" | "th")) => {
                day = Some(n)
            }
            _ => month = Some(month_of(word)?),
        }
    }
    date(year?, month?, day?)
}

fn month_of(word: &str) -> Option<u16> {
    let short: String = word.chars().take(3).collect();
    let months = [
        &["jan"][..],
        &["feb", "fév"],
        &["mar"],
        &["apr", "avr"],
        &["may", "mai"],
        &["jun"],
        &["jul"],
        &["aug", "aoû"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "des", "déc", "dez"],
    ];
    let at = months.iter().position(|names| names.contains(&short.as_str()))?;
    u16::try_from(at + 1).ok()
}

fn date(year: u16, month: u16, day: u16) -> Option<String> {
    let year = i16::try_from(year).ok().filter(|year| *year > 1900)?;
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(date.to_string())
}

/// `8:00`, `8.30`.
pub(super) fn time(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once([':', '.'])?;
    let padded = format!("{hour:0>2}:{minute:0>2}");
    crate::shape::time(&padded).map(|_| padded)
}

/// `five years`, `5y`, `P5Y`, `30 dager`.
pub(super) fn length(text: &str) -> Option<String> {
    let lower = text.trim_end_matches('.').to_lowercase();
    let (amount, unit) = iso(&lower).or_else(|| prose(&lower))?;
    let written = Length::new(u16::try_from(amount).ok()?, unit).to_string();
    // longer than any there may be
    Length::parse(&written).map(|_| written)
}

/// A length by ISO 8601 in one unit.
fn iso(text: &str) -> Option<(u32, Unit)> {
    let rest = text.strip_prefix('p')?;
    let (time, rest) = rest.strip_prefix('t').map_or((false, rest), |rest| (true, rest));
    let digits = rest.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match (time, rest.strip_prefix(digits)?) {
        (true, "m") => Unit::Minutes,
        (true, "h") => Unit::Hours,
        (false, "d") => Unit::Days,
        (false, "w") => Unit::Weeks,
        (false, "m") => Unit::Months,
        (false, "y") => Unit::Years,
        _ => return None,
    };
    Some((digits.parse().ok()?, unit))
}

fn prose(text: &str) -> Option<(u32, Unit)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let (amount, rest) = text.split_at(digits);
        return Some((amount.parse().ok()?, unit(bare(rest))?));
    }
    let (word, rest) = text.split_once([' ', '-'])?;
    // the numbers are English: `one time` is once, and no Norwegian hour
    let unit = Some(bare(rest)).filter(|rest| *rest != "time").and_then(unit)?;
    Some((number(word)?, unit))
}

fn bare(word: &str) -> &str {
    word.trim_matches([' ', '-', '.'])
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "min" | "mins" | "minute" | "minutes" | "minutt" | "minutter" | "minuten" => Unit::Minutes,
        "h" | "hr" | "hrs" | "hour" | "hours" | "time" | "timer" | "heure" | "heures" | "stunde"
        | "stunden" => Unit::Hours,
        "d" | "day" | "days" | "dag" | "dager" | "jour" | "jours" | "tag" | "tage" | "calendar days" => {
            Unit::Days
        }
        "w" | "wk" | "wks" | "week" | "weeks" | "uke" | "uker" | "semaine" | "semaines" | "woche"
        | "wochen" => Unit::Weeks,
        "mo" | "mos" | "mth" | "mths" | "month" | "months" | "måned" | "måneder" | "mois" | "monat"
        | "monate" => Unit::Months,
        "y" | "yr" | "yrs" | "year" | "years" | "år" | "an" | "ans" | "jahr" | "jahre" => Unit::Years,
        _ => return None,
    })
}

/// A number in English words, to twenty-one.
pub(super) fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 22] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "twenty-one",
    ];
    let at = WORDS.iter().position(|known| *known == word).and_then(|at| u32::try_from(at).ok());
    match word {
        "a" | "an" => Some(1),
        "thirty" => Some(30),
        _ => at,
    }
}

//! What was meant by a value that other readers of YAML would have taken for a truth, a figure or a day.

use super::Type;
use jiff::civil::Date;

/// The value that was probably meant.
pub(super) fn meant(kind: &Type, text: &str) -> Option<String> {
    match kind {
        Type::Flag => flag(&text.to_ascii_lowercase()),
        Type::Whole(from, to) => figure(text).filter(|n| (*from..=*to).contains(n)).map(|n| n.to_string()),
        Type::Date => day(text),
        Type::Time => time(text),
        Type::Country | Type::Territory => Some(text.to_ascii_uppercase())
            .filter(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())),
        Type::Language => Some(text.to_ascii_lowercase())
            .filter(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase())),
        _ => None,
    }
}

fn flag(word: &str) -> Option<String> {
    match word {
        "yes" | "y" | "on" | "true" | "1" => Some("yes".into()),
        "no" | "n" | "off" | "false" | "0" => Some("no".into()),
        _ => None,
    }
}

/// A figure as YAML knows more of them: `1_000`, `016`, `16.0`; or one with years behind it.
fn figure(text: &str) -> Option<u32> {
    let text = text.strip_suffix(" years").unwrap_or(text);
    let whole = text
        .split_once('.')
        .map_or(text, |(whole, rest)| if rest.trim_matches('0').is_empty() { whole } else { text });
    let digits: String = whole.chars().filter(|c| *c != '_').collect();
    digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))
}

/// `2026-1-1`, a day with a time behind it, or `1.12.2026`.
fn day(text: &str) -> Option<String> {
    let day = text.split(['T', 't', ' ']).next()?;
    let dotted = day.contains('.');
    let mut parts = day.split(['-', '.']).map(|part| part.parse::<u16>().ok());
    let (first, month, last) = (parts.next()??, parts.next()??, parts.next()??);
    let (year, day) = if dotted { (last, first) } else { (first, last) };
    let year = i16::try_from(year).ok()?;
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (year > 1900).then(|| date.to_string())
}

/// `8:00`.
fn time(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once(':')?;
    let padded = format!("{hour:0>2}:{minute:0>2}");
    super::time(&padded).map(|_| padded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_offered() {
        for (kind, text, wanted) in [
            (Type::Country, "no", Some("NO")),
            (Type::Country, "Norway", None),
            (Type::Language, "NB", Some("nb")),
            (Type::Flag, "on", Some("yes")),
            (Type::Flag, "OFF", Some("no")),
            (Type::Flag, "maybe", None),
            (Type::Whole(0, 20), "016", Some("16")),
            (Type::Whole(0, 2000), "1_000", Some("1000")),
            (Type::Whole(0, 20), "16.0", Some("16")),
            (Type::Whole(0, 20), "16.5", None),
            (Type::Whole(0, 20), "13 years", Some("13")),
            (Type::Whole(0, 20), "1_000", None),
            (Type::Date, "2026-1-1", Some("2026-01-01")),
            (Type::Date, "2026-11-01T08:00:00Z", Some("2026-11-01")),
            (Type::Date, "2026-13-01", None),
            (Type::Date, "1.10", None),
            (Type::Date, "1.12.2026", Some("2026-12-01")),
            (Type::Date, "12.2026.1", None),
            (Type::Time, "8:00", Some("08:00")),
            (Type::Time, "24:00", None),
        ] {
            assert_eq!(meant(&kind, text).as_deref(), wanted, "{text}");
        }
    }
}

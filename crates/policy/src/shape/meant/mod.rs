//! What was meant by a value that is written as people write it, or as other readers of YAML would have taken it.
//!
//! **Contract.** What is *meant* is beyond doubt and may be written without asking; what is *guessed* is offered.

mod when;

use super::{Type, is_email, is_name, is_url, nearest};
use crate::model::{Anchor, Weekday};
use document::texts::country_code;

/// What stands for a value that cannot be read.
pub(super) struct Meant {
    pub(super) text: String,
    /// Whether nothing else can be meant.
    pub(super) sure: bool,
}

/// The value that was probably meant.
pub(super) fn meant(kind: &Type, text: &str) -> Option<Meant> {
    let text = text.trim();
    // Bytes that are no text stand for letters nobody knows.
    if text.contains('\u{fffd}') {
        return None;
    }
    let sure = sure(kind, text).map(|text| Meant { text, sure: true });
    sure.or_else(|| guessed(kind, text).map(|text| Meant { text, sure: false }))
}

fn sure(kind: &Type, text: &str) -> Option<String> {
    match kind {
        Type::Flag => flag(&text.to_ascii_lowercase()),
        Type::Whole(from, to) => figure(text).filter(|n| (*from..=*to).contains(n)).map(|n| n.to_string()),
        Type::Date => when::day(text),
        Type::Time => when::time(text),
        Type::Length => when::length(text),
        Type::Lasts => session(text).or_else(|| when::length(text)),
        Type::Anchor => anchor(text).filter(|word| Anchor::parse(word).is_some()),
        Type::Days => weekdays(text),
        Type::Size => size(text),
        Type::Email => email(text),
        Type::Country => country_code(text).map(ToOwned::to_owned),
        Type::Territory => territory(text).or_else(|| country_code(text).map(ToOwned::to_owned)),
        Type::Language => language(text),
        _ => None,
    }
}

fn guessed(kind: &Type, text: &str) -> Option<String> {
    match kind {
        Type::Name => name(text),
        Type::Url => address(text),
        Type::Territory => wider(text),
        Type::Anchor => {
            let word = anchor(text)?;
            let known = nearest(&word, Anchor::WORDS.iter().map(|(word, _)| *word));
            known.filter(|known| !known.contains('<')).map(ToOwned::to_owned).or_else(|| event(&word))
        }
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

/// A figure as YAML knows more of them: `1_000`, `016`, `16.0`; one with years behind it, or one in words. Three zeros
/// behind a dot may be a thousand: nobody can tell.
fn figure(text: &str) -> Option<u32> {
    let text = text.strip_suffix(" years").unwrap_or(text);
    let whole = text
        .split_once('.')
        .filter(|(_, rest)| rest.len() != 3 && rest.bytes().all(|b| b == b'0'))
        .map_or(text, |(whole, _)| whole);
    let digits: String = whole.chars().filter(|c| *c != '_').collect();
    let figure = digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()));
    figure.or_else(|| when::number(&text.to_lowercase()))
}

fn session(text: &str) -> Option<String> {
    let known = matches!(text.to_lowercase().as_str(), "session" | "sessions" | "session cookie");
    known.then(|| "session".to_owned())
}

/// A word with `-` between its parts.
fn anchor(text: &str) -> Option<String> {
    Some(name(text)?).filter(|word| word.len() < 40)
}

/// The name of an event of the company's own.
fn event(word: &str) -> Option<String> {
    Some(format!("event:{}", word.strip_prefix("event-").unwrap_or(word)))
}

/// `Monday-Friday`, `mon to fri`.
fn weekdays(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let day = |word: &str| {
        let short = word.trim().get(..3)?;
        Weekday::parse(short).map(|_| short.to_owned())
    };
    if matches!(lower.as_str(), "weekdays" | "working days" | "business days") {
        return Some("mon-fri".into());
    }
    let days = match lower.split_once(" to ").or_else(|| lower.split_once(['-', '–'])) {
        Some((from, to)) => format!("{}-{}", day(from)?, day(to)?),
        None => day(&lower)?,
    };
    super::days(&days).is_some().then_some(days)
}

/// `10MB`, `10 mb`.
fn size(text: &str) -> Option<String> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let (amount, unit) = text.split_at(digits);
    let unit = match unit.trim().to_ascii_lowercase().as_str() {
        "kb" | "k" => "kB",
        "mb" | "m" => "MB",
        "gb" | "g" => "GB",
        _ => return None,
    };
    Some(format!("{amount} {unit}")).filter(|size| super::bytes(size).is_some())
}

/// `mailto:…`, or an address behind a name.
fn email(text: &str) -> Option<String> {
    let inside = text.split_once('<').and_then(|(_, rest)| rest.strip_suffix('>'));
    let address = inside.or_else(|| text.strip_prefix("mailto:"))?;
    is_email(address).then(|| address.to_owned())
}

fn territory(text: &str) -> Option<String> {
    match text.to_lowercase().as_str() {
        "eea" | "european economic area" | "eøs" => Some("EEA".into()),
        "world" | "worldwide" | "everywhere" | "global" => Some("world".into()),
        _ => None,
    }
}

/// The Union has three members of the EEA less, and Europe has countries that are in neither: who writes so may mean
/// the EEA, and is asked.
fn wider(text: &str) -> Option<String> {
    matches!(text.to_lowercase().as_str(), "eu" | "european union" | "europe").then(|| "EEA".to_owned())
}

/// A language by its own name, by its English one, or with a country behind it.
fn language(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let named = LANGUAGES.iter().find(|(names, _)| names.contains(&lower.as_str())).map(|(_, code)| *code);
    let first = lower.split(['-', '_']).next().unwrap_or_default();
    let code = named.or((first.len() == 2).then_some(first))?;
    code.bytes().all(|b| b.is_ascii_lowercase()).then(|| code.to_owned())
}

const LANGUAGES: [(&[&str], &str); 16] = [
    (&["english", "eng"], "en"),
    (&["norwegian", "norsk", "bokmål", "norwegian bokmål", "norsk bokmål"], "nb"),
    (&["nynorsk", "norwegian nynorsk", "norsk nynorsk"], "nn"),
    (&["french", "français"], "fr"),
    (&["german", "deutsch"], "de"),
    (&["swedish", "svenska"], "sv"),
    (&["danish", "dansk"], "da"),
    (&["finnish", "suomi"], "fi"),
    (&["icelandic", "íslenska"], "is"),
    (&["spanish", "español"], "es"),
    (&["portuguese", "português"], "pt"),
    (&["italian", "italiano"], "it"),
    (&["dutch", "nederlands"], "nl"),
    (&["polish", "polski"], "pl"),
    (&["czech", "čeština"], "cs"),
    (&["estonian", "eesti"], "et"),
];

/// A web address without its `https://`.
fn address(text: &str) -> Option<String> {
    let whole = match text.split_once("://") {
        Some((_, rest)) => format!("https://{rest}"),
        None => format!("https://{text}"),
    };
    (text.contains('.') && !text.contains('@') && is_url(&whole)).then_some(whole)
}

/// A name made of what was written.
pub(super) fn name(text: &str) -> Option<String> {
    let plain = |c: char| match c.to_lowercase().next() {
        Some(c) if c.is_ascii_lowercase() || c.is_ascii_digit() => c,
        Some('æ' | 'ä' | 'å' | 'à' | 'á' | 'â') => 'a',
        Some('ø' | 'ö' | 'ó' | 'ô') => 'o',
        Some('é' | 'è' | 'ê' | 'ë') => 'e',
        Some('ü' | 'ú' | 'û') => 'u',
        Some('_') => '_',
        _ => '-',
    };
    let all: String = text.chars().map(plain).collect();
    let parts: Vec<&str> = all.split('-').filter(|part| !part.is_empty()).collect();
    Some(parts.join("-")).filter(|name| is_name(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_offered() {
        for (kind, text, wanted) in [
            (Type::Country, "no", Some("NO")),
            (Type::Country, "Norway", Some("NO")),
            (Type::Country, "UK", Some("GB")),
            (Type::Country, "XX", None),
            (Type::Territory, "EØS", Some("EEA")),
            (Type::Territory, "EU", None),
            (Type::Territory, "Europe", None),
            (Type::Language, "English", Some("en")),
            (Type::Language, "en-GB", Some("en")),
            (Type::Language, "Klingon", None),
            (Type::Length, "five years", Some("5 years")),
            (Type::Length, "a year", Some("1 year")),
            (Type::Length, "5y", Some("5 years")),
            (Type::Length, "P6M", Some("6 months")),
            (Type::Length, "PT72H", Some("72 hours")),
            (Type::Length, "30 dager", Some("30 days")),
            (Type::Length, "3 Months", Some("3 months")),
            (Type::Length, "as long as needed", None),
            (Type::Length, "5", None),
            (Type::Length, "5 m", None),
            (Type::Length, "one time", None),
            (Type::Length, "a time", None),
            (Type::Length, "one-time", None),
            (Type::Length, "1 time", Some("1 hour")),
            (Type::Length, "one hour", Some("1 hour")),
            (Type::Lasts, "Session cookie", Some("session")),
            (Type::Lasts, "Sessions", Some("session")),
            (Type::Lasts, "session or 2 years", None),
            (Type::Lasts, "session storage, 30 days", None),
            (Type::Anchor, "last contact", Some("last-contact")),
            (Type::Days, "Monday-Friday", Some("mon-fri")),
            (Type::Days, "weekend", None),
            (Type::Size, "10MB", Some("10 MB")),
            (Type::Email, "Shop <privacy@shop.example>", Some("privacy@shop.example")),
            (Type::Email, "privacy at shop.example", None),
            (Type::Language, "NB", Some("nb")),
            (Type::Flag, "on", Some("yes")),
            (Type::Flag, "OFF", Some("no")),
            (Type::Flag, "maybe", None),
            (Type::Whole(0, 20), "016", Some("16")),
            (Type::Whole(0, 2000), "1_000", Some("1000")),
            (Type::Whole(0, 20), "16.0", Some("16")),
            (Type::Whole(0, 20), "16.00", Some("16")),
            (Type::Whole(0, 20), "16.5", None),
            (Type::Whole(0, 20), "1.000", None),
            (Type::Whole(0, 20), "16.000", None),
            (Type::Whole(0, 20), "13 years", Some("13")),
            (Type::Whole(0, 20), "1_000", None),
            (Type::Whole(0, 21), "sixteen", Some("16")),
            (Type::Date, "2026-1-1", Some("2026-01-01")),
            (Type::Date, "2026-11-01T08:00:00Z", Some("2026-11-01")),
            (Type::Date, "2026-13-01", None),
            (Type::Date, "1.10", None),
            (Type::Date, "1.12.2026", Some("2026-12-01")),
            (Type::Date, "12.2026.1", None),
            (Type::Date, "1st November 2026", Some("2026-11-01")),
            (Type::Date, "November 1, 2026", Some("2026-11-01")),
            (Type::Date, "1. mai 2026", Some("2026-05-01")),
            (Type::Date, "2026/11/1", Some("2026-11-01")),
            (Type::Date, "13/11/2026", Some("2026-11-13")),
            (Type::Date, "01/11/2026", None),
            (Type::Date, "soon", None),
            (Type::Time, "8:00", Some("08:00")),
            (Type::Time, "8.30", Some("08:30")),
            (Type::Time, "24:00", None),
        ] {
            assert_eq!(sure(&kind, text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_only_likely_is_a_guess() {
        for (kind, text, wanted) in [
            (Type::Name, "My Shop", Some("my-shop")),
            (Type::Name, "Bokføring!", Some("bokforing")),
            (Type::Name, "!!!", None),
            (Type::Url, "www.shop.example", Some("https://www.shop.example")),
            (Type::Url, "privacy@shop.example", None),
            (Type::Anchor, "end of contract", Some("event:end-of-contract")),
            (Type::Anchor, "contract ends", Some("contract-end")),
            (Type::Anchor, "delivered", Some("event:delivered")),
            (Type::Territory, "EU", Some("EEA")),
            (Type::Territory, "Europe", Some("EEA")),
            (Type::Territory, "European Union", Some("EEA")),
            (Type::Whole(0, 20), "1.000", None),
            (Type::Lasts, "session or 2 years", None),
        ] {
            let meant = meant(&kind, text);
            assert_eq!(meant.as_ref().map(|meant| meant.text.as_str()), wanted, "{text}");
            assert!(meant.is_none_or(|meant| !meant.sure), "{text}");
        }
    }

    #[test]
    fn whatever_is_meant_can_be_read() {
        for (kind, text) in [
            (Type::Length, "18 mths"),
            (Type::Length, "2 weeks."),
            (Type::Date, "3 March 2026"),
            (Type::Country, "Norge"),
            (Type::Anchor, "consent end"),
        ] {
            let scalar = |text: &str| crate::tree::Scalar {
                text: text.to_owned(),
                style: crate::tree::Style::Plain,
                span: crate::diagnostic::Span::default(),
            };
            let meant = meant(&kind, text).map(|meant| meant.text).unwrap_or_default();
            assert!(super::super::scalar::wrong(&kind, &scalar(text)).is_some(), "{text}");
            assert!(super::super::scalar::wrong(&kind, &scalar(&meant)).is_none(), "{meant}");
        }
    }
}

//! Whether a text is what is expected.

use super::meant::meant;
use super::{Type, faults, intended, one_of};
use crate::diagnostic::Diagnostic;
use crate::model::{Anchor, Length, Weekday};
use crate::tree::{Node, Scalar, Style};
use document::texts::is_country;
use jiff::civil::{Date, Time};

/// The text of a value and whether it is only assumed: `{ assumed: x }` reads as `x`.
pub(crate) fn plain(node: &Node) -> (&Node, bool) {
    match node.entries() {
        Some([entry]) if entry.key.text == "assumed" => (&entry.value, true),
        _ => (node, false),
    }
}

/// What is wrong with a text as this type.
pub(super) fn wrong(kind: &Type, scalar: &Scalar) -> Option<Diagnostic> {
    let text = scalar.text.as_str();
    if let Type::Words(words) = kind {
        return unknown_word(words, scalar);
    }
    let ok = match kind {
        Type::Line | Type::Text => !text.trim().is_empty(),
        Type::Name => is_name(text),
        // Figures that begin with 0 are octal to older readers of YAML.
        Type::Whole(from, to) => {
            whole(text).is_some_and(|n| (*from..=*to).contains(&n))
                && (text.len() == 1 || !text.starts_with('0'))
        }
        Type::Flag => flag(text).is_some(),
        Type::Length => Length::parse(text).is_some(),
        Type::Lasts => text == "session" || Length::parse(text).is_some(),
        Type::Date => text.len() == 10 && text.parse::<Date>().is_ok(),
        Type::Time => time(text).is_some(),
        Type::Email => is_email(text),
        Type::Url => is_url(text),
        Type::Country => is_country(text),
        Type::Territory => is_territory(text),
        Type::Path => is_path(text),
        Type::Size => bytes(text).is_some(),
        Type::Language => text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase()),
        Type::Zone => jiff::tz::TimeZone::get(text).is_ok(),
        Type::Days => days(text).is_some(),
        Type::Anchor => Anchor::parse(text).is_some(),
        _ => true,
    };
    (!ok).then(|| unread(kind, scalar))
}

/// Tells of a text that is not what is expected, with what was probably meant.
fn unread(kind: &Type, scalar: &Scalar) -> Diagnostic {
    let text = scalar.text.as_str();
    let told = |message: String, help: String| faults::WRONG_VALUE.breach(message).at(scalar.span).help(help);
    if text.trim().is_empty() {
        let help = match kind {
            Type::Line | Type::Text => "write a text, or leave the key out".to_owned(),
            _ => format!("write {}", kind.expected()),
        };
        return told("this text is empty".into(), help);
    }
    let message = format!("`{}` is no {}", short(text), kind.noun());
    let Some(meant) = meant(kind, text) else { return told(message, advice(kind, text)) };
    let told = told(message, format!("did you mean `{}`? Write {}", meant.text, kind.expected()));
    let (title, written) = (format!("write `{}`", meant.text), quoted(kind, &meant.text));
    if meant.sure { told.fix(title, scalar.span, written) } else { told.maybe(title, scalar.span, written) }
}

/// What to do where nobody can tell what was meant.
fn advice(kind: &Type, text: &str) -> String {
    let expected = kind.expected();
    match kind {
        Type::Length | Type::Lasts if whole(text).is_some() => {
            format!("say of what: `{text} days`, `{text} months` or `{text} years`")
        }
        Type::Length | Type::Lasts if !text.contains(|c: char| c.is_ascii_digit()) => format!(
            "write {expected}. What lasts until something happens is counted from it: `keep: {{ for: 0 days, from: contract-end }}`"
        ),
        Type::Email => format!("write {expected} such as `privacy@shop.example`"),
        Type::Date if text.contains('/') => format!("write {expected}: the year, the month, the day"),
        _ => format!("write {expected}"),
    }
}

/// A value as it is written: a time of day stands in quotes.
fn quoted(kind: &Type, text: &str) -> String {
    if matches!(kind, Type::Time) { format!("\"{text}\"") } else { text.to_owned() }
}

fn unknown_word(words: &[(&'static str, &'static str)], scalar: &Scalar) -> Option<Diagnostic> {
    let known = || words.iter().map(|(word, _)| *word);
    if known().any(|word| word == scalar.text) {
        return None;
    }
    let all = one_of(known());
    let near = intended(&scalar.text, known());
    let help = match near {
        Some(word) => format!("did you mean `{word}`? It can be {all}"),
        None => format!("it can be {all}"),
    };
    let message = format!("`{}` has no meaning here", short(&scalar.text));
    let told = faults::UNKNOWN_WORD.breach(message).at(scalar.span).help(help);
    Some(match near {
        Some(word) => told.maybe(format!("write `{word}`"), scalar.span, word),
        None => told,
    })
}

/// The first words of a long text.
pub(super) fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(48).collect();
    if short.len() < text.trim_end().len() {
        short.push('…');
    }
    short
}

pub(crate) fn is_name(text: &str) -> bool {
    let rest = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    text.len() <= 64 && text.bytes().next().is_some_and(|b| b.is_ascii_lowercase()) && text.bytes().all(rest)
}

pub(crate) fn whole(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()))
}

pub(crate) fn flag(text: &str) -> Option<bool> {
    match text {
        "yes" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => None,
    }
}

pub(crate) fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let two = |digits: &str| whole(digits).filter(|_| digits.len() == 2).and_then(|n| i8::try_from(n).ok());
    Time::new(two(hour)?, two(minute)?, 0, 0).ok()
}

pub(crate) fn days(text: &str) -> Option<Vec<Weekday>> {
    match text.split_once('-') {
        None => Weekday::parse(text).map(|day| vec![day]),
        Some((from, to)) => {
            let (from, to) = (Weekday::parse(from)?, Weekday::parse(to)?);
            (from <= to).then(|| Weekday::ALL.into_iter().filter(|day| (from..=to).contains(day)).collect())
        }
    }
}

fn is_territory(text: &str) -> bool {
    matches!(text, "EEA" | "world") || is_country(text)
}

/// Whether it names a file in the policy's folder or below.
fn is_path(text: &str) -> bool {
    let clean = |c: char| !c.is_control() && !matches!(c, '\\' | ':' | '"' | '<');
    let inside = text.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
    text.len() <= 512 && text.trim() == text && inside && text.chars().all(clean)
}

/// The bytes a size such as `10 MB` means.
pub(crate) fn bytes(text: &str) -> Option<u64> {
    let (amount, unit) = text.trim().split_once(' ')?;
    let unit = match unit.trim() {
        "kB" | "KB" => 1_000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        _ => return None,
    };
    whole(amount).filter(|n| *n > 0).map(|n| u64::from(n) * unit)
}

pub(crate) fn is_email(text: &str) -> bool {
    let part =
        |s: &str| !s.is_empty() && !s.contains(|c: char| c.is_whitespace() || c.is_control() || c == '@');
    let domain = |s: &str| s.split('.').count() > 1 && s.split('.').all(|label| !label.is_empty());
    text.len() <= 254
        && text.split_once('@').is_some_and(|(user, host)| part(user) && part(host) && domain(host))
}

pub(crate) fn is_url(text: &str) -> bool {
    let clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '"' || c == '<');
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let path =
        text.starts_with('/') && !text.starts_with("//") || text.ends_with(".pdf") && !text.contains(':');
    clean && (host.is_some_and(|rest| rest.contains('.')) || path)
}

/// Whether a text was written without quotes and reads as nothing.
pub(super) fn is_nothing(scalar: &Scalar) -> bool {
    scalar.style == Style::Plain && matches!(scalar.text.as_str(), "" | "~" | "null")
}

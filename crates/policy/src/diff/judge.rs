//! The class of a difference: which way it goes, and what its row says of that way.

use super::class::Class;
use super::rules::{self, Order};
use super::show::{is_length, is_stated, is_text};
use super::tree::Raw;
use crate::law;
use crate::model::{Kind, Length, Policy};
use jiff::civil::Date;
use serde_json::Value;

/// Which way a difference goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Grows,
    Shrinks,
    Other,
}

/// The class of a difference. What no row knows counts as rights-affecting.
pub(super) fn class(raw: &Raw, old: &Policy, new: &Policy) -> Class {
    let Some(rule) = rules::of(&raw.pattern) else { return Class::RightsAffecting };
    let [grows, shrinks, other] = rule.class;
    let said = (raw.before.as_ref(), raw.after.as_ref());
    if let (Some(before), Some(after)) = said
        && let Some(class) = of_words(before, after, other)
    {
        return class;
    }
    if raw.reordered {
        return other;
    }
    match way(rule.order, said, old.version, new.version) {
        Way::Grows => grows,
        Way::Shrinks => shrinks,
        Way::Other => other,
    }
}

/// Texts and stated values have ways of their own to differ.
fn of_words(before: &Value, after: &Value, other: Class) -> Option<Class> {
    if is_stated(before) && is_stated(after) {
        let same = before.get("value") == after.get("value");
        return Some(if same { Class::Minor } else { other });
    }
    if !is_text(before) || !is_text(after) {
        return None;
    }
    let (old, new) = (before.get("by_language")?.as_object()?, after.get("by_language")?.as_object()?);
    let changed = old.iter().any(|(lang, text)| new.get(lang).is_some_and(|now| now != text));
    let gone = old.keys().any(|lang| !new.contains_key(lang));
    let empty = old.is_empty() || new.is_empty();
    Some(match (changed || empty, gone) {
        (true, _) => other,
        (false, true) => Class::Significant,
        (false, false) => Class::Minor,
    })
}

fn way(order: Order, said: (Option<&Value>, Option<&Value>), before: Date, after: Date) -> Way {
    let limited = order == Order::Limit;
    let (old, new) = match said {
        (None, Some(new)) if order == Order::Country => return abroad(&Value::Null, new, before, after),
        (None, Some(_)) => return if limited { Way::Shrinks } else { Way::Grows },
        (Some(_), None) => return if limited { Way::Grows } else { Way::Shrinks },
        (Some(old), Some(new)) => (old, new),
        (None, None) => return Way::Other,
    };
    match order {
        Order::Words(scale) => by(place_in(scale, old), place_in(scale, new)),
        Order::Country => abroad(old, new, before, after),
        Order::Kind => special(old, new),
        Order::Size | Order::Limit => by(size(old), size(new)),
    }
}

fn by<T: PartialOrd>(old: Option<T>, new: Option<T>) -> Way {
    match (old, new) {
        (Some(old), Some(new)) if new > old => Way::Grows,
        (Some(old), Some(new)) if new < old => Way::Shrinks,
        _ => Way::Other,
    }
}

fn place_in(scale: &[&str], value: &Value) -> Option<usize> {
    scale.iter().position(|word| value.as_str() == Some(word))
}

/// How much a value is, where it is an amount: of days for a length, 0 for a session.
fn size(value: &Value) -> Option<f64> {
    match value {
        Value::Bool(flag) => Some(f64::from(u8::from(*flag))),
        Value::Number(number) => number.as_f64(),
        Value::String(word) if word == "session" => Some(0.0),
        length if is_length(length) => {
            Some(serde_json::from_value::<Length>(length.clone()).ok()?.roughly_days())
        }
        Value::Object(map) => map.get("for").and_then(size),
        _ => None,
    }
}

/// Leaving the protection of the GDPR or of an adequate law grows; so does going from one unprotected country to another.
fn abroad(old: &Value, new: &Value, before: Date, after: Date) -> Way {
    let safe =
        |country: &Value, on| country.as_str().is_none_or(|code| law::ground(code, None, on).is_lawful());
    match (safe(old, before), safe(new, after)) {
        (_, false) => Way::Grows,
        (false, true) => Way::Shrinks,
        (true, true) => Way::Other,
    }
}

fn special(old: &Value, new: &Value) -> Way {
    let special = |kind: &Value| kind.as_str().and_then(Kind::parse).is_some_and(Kind::is_special);
    by(Some(special(old)), Some(special(new)))
}

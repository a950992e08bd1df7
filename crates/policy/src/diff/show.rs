//! Values of the canonical form in people's words.

use super::rules::{self, Rule, Show};
use super::tree;
use crate::model::{Length, Policy};
use document::texts::Texts;
use jiff::civil::Date;
use serde_json::Value;

/// Whether it is a length of time.
pub(super) fn is_length(value: &Value) -> bool {
    has_only(value, &["amount", "unit"])
}

/// Whether it is a text in languages.
pub(super) fn is_text(value: &Value) -> bool {
    has_only(value, &["reference", "by_language"])
}

/// Whether it is a value that may be assumed.
pub(super) fn is_stated(value: &Value) -> bool {
    has_only(value, &["value", "assumed"])
}

fn has_only(value: &Value, keys: &[&str]) -> bool {
    value
        .as_object()
        .is_some_and(|map| map.len() == keys.len() && keys.iter().all(|key| map.contains_key(*key)))
}

/// Who writes: the version a value stands in, and the language it is read in.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) policy: &'a Policy,
    pub(super) texts: &'static Texts,
    pub(super) lang: &'a str,
}

impl Writer<'_> {
    /// A value at a place, a line each for its parts.
    pub(super) fn lines(&self, pattern: &str, value: &Value) -> Vec<String> {
        let rule = rules::of(pattern);
        match value {
            Value::Object(_) if self.unit(value).is_none() => self.parts(pattern, value),
            _ => vec![self.one(rule, value)],
        }
    }

    /// What stands in a thing, each with its label.
    fn parts(&self, pattern: &str, value: &Value) -> Vec<String> {
        let under = |rule: &&&Rule| {
            let rest = rule.pattern.strip_prefix(pattern).and_then(|rest| rest.strip_prefix('/'));
            rest.is_some_and(|rest| !rest.contains('*'))
        };
        let line = |rule: &&Rule| {
            let mut keys = rule.pattern.get(pattern.len() + 1..)?.split('/');
            let found = keys.try_fold(value, |value, key| value.get(key))?;
            let unit = !found.is_object() || self.unit(found).is_some();
            let said = unit && !is_nothing(found) && !matches!(rule.what, "name" | "assumed");
            let label = self.texts.say(&format!("diff-what-{}", rule.what));
            said.then(|| format!("{label}: {}", self.one(Some(rule), found)))
        };
        let lines: Vec<String> = rules::all().iter().filter(under).filter_map(line).collect();
        if lines.is_empty() { vec![self.texts.say("yes")] } else { lines }
    }

    fn one(&self, rule: Option<&Rule>, value: &Value) -> String {
        match value {
            Value::Array(items) => {
                self.texts.list(&items.iter().map(|item| self.one(rule, item)).collect::<Vec<_>>())
            }
            Value::Bool(flag) => self.texts.say(if *flag { "yes" } else { "no" }),
            Value::Number(number) => self.number(rule, number.as_i64().unwrap_or(i64::MAX)),
            Value::String(word) => self.word(rule, word),
            Value::Null => self.texts.say("none"),
            thing => self.unit(thing).unwrap_or_else(|| self.word(rule, &tree::name_of(thing))),
        }
    }

    /// A value that is written as an object but is one: a text, a length, an anchor.
    fn unit(&self, value: &Value) -> Option<String> {
        if is_text(value) {
            return Some(self.text(value));
        }
        if is_stated(value) {
            let text = value.get("value")?.as_str()?;
            let assumed = value.get("assumed")?.as_bool()?;
            let said = || self.texts.with("diff-assumed", &[("value", text.into())]);
            return Some(if assumed { said() } else { text.to_owned() });
        }
        if let Some(event) = value.get("event").and_then(Value::as_str) {
            return Some(self.event(event));
        }
        if let Some(length) = value.get("for") {
            return self.unit(length);
        }
        let length: Length = is_length(value).then(|| serde_json::from_value(value.clone()).ok())??;
        Some(self.texts.duration(length.span()))
    }

    /// A text in the reader's language, else in the reference language, else in any.
    fn text(&self, value: &Value) -> String {
        let texts = value.get("by_language").and_then(Value::as_object);
        let reference = value.get("reference").and_then(Value::as_str).unwrap_or_default();
        let found = texts.and_then(|texts| {
            texts.get(self.lang).or_else(|| texts.get(reference)).or_else(|| texts.values().next())
        });
        found.and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    fn event(&self, name: &str) -> String {
        let id = format!("document-event-{name}");
        if self.texts.has(&id) { self.texts.say(&id) } else { format!("“{}”", name.replace('-', " ")) }
    }

    fn number(&self, rule: Option<&Rule>, number: i64) -> String {
        match rule.map(|rule| rule.show) {
            Some(Show::Bytes) => format!("{} MB", self.texts.number(number / 1_000_000)),
            _ => self.texts.number(number),
        }
    }

    fn word(&self, rule: Option<&Rule>, word: &str) -> String {
        match rule.map_or(Show::Plain, |rule| rule.show) {
            Show::Plain if word == "session" => self.texts.say("document-lasts-session"),
            Show::Plain => word.to_owned(),
            Show::Word(stem) => {
                let id = stem.replace("{}", word);
                if self.texts.has(&id) { self.texts.say(&id) } else { word.replace('-', " ") }
            }
            Show::Country => self.texts.country(word),
            Show::Date => word.parse::<Date>().map_or_else(|_| word.to_owned(), |day| self.texts.date(day)),
            Show::Field => {
                self.policy.field(word).map_or(word, |field| field.title.get(self.lang)).to_owned()
            }
            Show::Name => self.title(word),
            Show::Bytes => word.to_owned(),
        }
    }

    /// The title of whatever has this name.
    fn title(&self, name: &str) -> String {
        let policy = self.policy;
        let purpose = policy.purpose(name).map(|found| found.why.get(self.lang));
        let recipient = || policy.recipient(name).map(|found| found.title.as_str());
        let agreement = || policy.agreement(name).map(|found| found.title.get(self.lang));
        let document = || policy.document(name).map(|found| found.title.get(self.lang));
        let category = || policy.category(name).map(|found| found.title.get(self.lang));
        let found = purpose.or_else(recipient).or_else(agreement).or_else(document).or_else(category);
        found.map_or_else(|| name.replace('-', " "), str::to_owned)
    }

    /// What an item of a list is called.
    pub(super) fn item(&self, list: &str, item: &Value) -> String {
        let name = tree::name_of(item);
        match list {
            "asks" => {
                return self.policy.field(&name).map_or(name, |field| field.title.get(self.lang).to_owned());
            }
            "consents" => return self.title(&name),
            "permissions" => return self.word(rules::of("permissions/*/kind"), &name),
            "promises" | "cookies" => return name,
            _ => {}
        }
        let text = |key: &str| {
            let found = item.get(key)?;
            let text = if is_text(found) { self.text(found) } else { found.as_str()?.to_owned() };
            (!text.is_empty()).then_some(text)
        };
        ["title", "why", "promise"].into_iter().find_map(text).unwrap_or_else(|| name.replace('-', " "))
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text.is_empty(),
        text if is_text(text) => {
            text.get("by_language").and_then(Value::as_object).is_none_or(serde_json::Map::is_empty)
        }
        _ => false,
    }
}

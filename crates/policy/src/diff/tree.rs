//! Compares two canonical trees. Lists of named things are compared by name, lists of words as sets, texts by language.

use super::class::Kind;
use crate::model::Policy;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The keys that name the items of a list, in the order they are looked for.
const NAMES: [&str; 5] = ["name", "field", "id", "kind", "purpose"];

/// A difference before anything is known of its meaning.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Raw {
    /// Where: `purposes/marketing/basis`.
    pub(super) place: String,
    /// The same with `*` for each name: `purposes/*/basis`.
    pub(super) pattern: String,
    /// What stood there.
    pub(super) before: Option<Value>,
    /// What stands there.
    pub(super) after: Option<Value>,
    /// The same things in another order.
    pub(super) reordered: bool,
}

impl Raw {
    pub(super) fn kind(&self) -> Kind {
        match (&self.before, &self.after) {
            _ if self.reordered => Kind::Reordered,
            (None, _) => Kind::Added,
            (_, None) => Kind::Removed,
            _ => Kind::Changed,
        }
    }

    /// The name of the `nth` list item on the way to this place.
    pub(super) fn name(&self, nth: usize) -> Option<&str> {
        let names = self.pattern.split('/').zip(self.place.split('/')).filter(|(pattern, _)| *pattern == "*");
        names.map(|(_, name)| name).nth(nth)
    }
}

/// A policy as its canonical JSON says.
pub(super) fn of(policy: &Policy) -> Value {
    // INVARIANT: the model holds strings, integers, booleans, lists and string-keyed maps only, so this cannot fail.
    serde_json::to_value(policy).unwrap_or(Value::Null)
}

/// Every difference between two trees, in the order of their keys.
pub(super) fn compare(old: &Value, new: &Value) -> Vec<Raw> {
    let mut found = Vec::new();
    Walk { found: &mut found }.value(&At::default(), old, new);
    found
}

/// A place and its pattern.
#[derive(Default)]
struct At {
    place: String,
    pattern: String,
}

impl At {
    fn key(&self, key: &str) -> At {
        At { place: join(&self.place, key), pattern: join(&self.pattern, key) }
    }

    fn item(&self, name: &str) -> At {
        At { place: join(&self.place, &flat(name)), pattern: join(&self.pattern, "*") }
    }
}

fn join(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}/{step}") }
}

struct Walk<'f> {
    found: &'f mut Vec<Raw>,
}

impl Walk<'_> {
    fn tell(&mut self, at: &At, before: Option<&Value>, after: Option<&Value>, reordered: bool) {
        self.found.push(Raw {
            place: at.place.clone(),
            pattern: at.pattern.clone(),
            before: before.filter(|value| !value.is_null()).cloned(),
            after: after.filter(|value| !value.is_null()).cloned(),
            reordered,
        });
    }

    fn value(&mut self, at: &At, old: &Value, new: &Value) {
        if old == new {
            return;
        }
        match (old, new) {
            (Value::Object(a), Value::Object(b)) if !is_unit(a) => self.object(at, a, b),
            (Value::Array(a), Value::Array(b)) => self.list(at, a, b),
            _ => self.tell(at, Some(old), Some(new), false),
        }
    }

    fn object(&mut self, at: &At, old: &Map<String, Value>, new: &Map<String, Value>) {
        let all = |map: &Map<String, Value>| map.iter().map(|(k, v)| (k.clone(), v.clone())).collect();
        let (old, new): (BTreeMap<_, _>, BTreeMap<_, _>) = (all(old), all(new));
        for (key, value) in &old {
            self.value(&at.key(key), value, new.get(key).unwrap_or(&Value::Null));
        }
        for (key, value) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
            self.value(&at.key(key), &Value::Null, value);
        }
    }

    fn list(&mut self, at: &At, old: &[Value], new: &[Value]) {
        let (before, after) = (named(old), named(new));
        let mut moved = before.iter().map(|(name, _)| name).filter(|name| has(&after, name));
        let mut stayed = after.iter().map(|(name, _)| name).filter(|name| has(&before, name));
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        for (name, value) in &before {
            match after.iter().find(|(other, _)| other == name) {
                Some((_, now)) => self.value(&at.item(&name.0), value, now),
                None if value.is_object() => self.tell(&at.item(&name.0), Some(value), None, false),
                None => gone.push((*value).clone()),
            }
        }
        for (name, value) in after.iter().filter(|(name, _)| !has(&before, name)) {
            if value.is_object() {
                self.tell(&at.item(&name.0), None, Some(value), false);
            } else {
                come.push((*value).clone());
            }
        }
        if !gone.is_empty() {
            self.tell(at, Some(&Value::Array(gone)), None, false);
        }
        if !come.is_empty() {
            self.tell(at, None, Some(&Value::Array(come)), false);
        }
        if !moved.by_ref().eq(stayed.by_ref()) {
            let (old, new) = (Value::Array(old.to_vec()), Value::Array(new.to_vec()));
            self.tell(at, Some(&old), Some(&new), true);
        }
    }
}

/// An item's name, and how many of the same name stand before it.
type Name = (String, usize);

fn has(items: &[(Name, &Value)], name: &Name) -> bool {
    items.iter().any(|(known, _)| known == name)
}

/// The items of a list with their names.
fn named(items: &[Value]) -> Vec<(Name, &Value)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let name = |value| {
        let name = name_of(value);
        let nth = seen.entry(name.clone()).or_default();
        *nth += 1;
        ((name, *nth), value)
    };
    items.iter().map(name).collect()
}

/// A name as one step: with a slash it would look like two.
fn flat(name: &str) -> String {
    name.replace('/', "∕")
}

/// The step that leads to an item of a list.
pub(super) fn step(item: &Value) -> String {
    flat(&name_of(item))
}

/// What names an item: one of the naming keys; else all of it.
pub(super) fn name_of(value: &Value) -> String {
    let keys = NAMES.iter().filter_map(|key| value.get(key)?.as_str());
    keys.map(str::to_owned).next().unwrap_or_else(|| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    })
}

/// What is one value although it is written as an object: a length, a text, a stated value, an anchor.
fn is_unit(map: &Map<String, Value>) -> bool {
    let only = |keys: &[&str]| map.len() == keys.len() && keys.iter().all(|key| map.contains_key(*key));
    only(&["amount", "unit"])
        || only(&["reference", "by_language"])
        || only(&["value", "assumed"])
        || only(&["event"])
        || only(&["for"])
}

//! A JSON document that remembers what was read of it, so that nothing of it is lost in silence.

use crate::draft::clean;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// A document and the places that were read.
pub(super) struct Reading<'j> {
    root: &'j Value,
    read: RefCell<BTreeSet<String>>,
}

impl<'j> Reading<'j> {
    pub(super) fn new(root: &'j Value) -> Self {
        Reading { root, read: RefCell::default() }
    }

    fn at(&self, place: &str) -> Option<&'j Value> {
        self.root.pointer(place)
    }

    /// Marks a place as read, with everything in it.
    pub(super) fn done(&self, place: &str) {
        self.read.borrow_mut().insert(place.to_owned());
    }

    /// The text that stands there; several are joined. It counts as read.
    pub(super) fn text(&self, place: &str) -> Option<String> {
        let found = said(self.at(place)?);
        self.done(place);
        found
    }

    /// The same, which stays unread.
    pub(super) fn peek(&self, place: &str) -> Option<String> {
        said(self.at(place)?)
    }

    /// Whether a yes stands there. It counts as read.
    pub(super) fn yes(&self, place: &str) -> bool {
        self.done(place);
        self.at(place) == Some(&Value::Bool(true))
    }

    /// How many entries a list has.
    pub(super) fn entries(&self, place: &str) -> impl Iterator<Item = String> + use<> {
        let count = self.at(place).and_then(Value::as_array).map_or(0, Vec::len);
        let place = place.to_owned();
        (0..count).map(move |at| format!("{place}/{at}"))
    }

    /// What says something and was not read: by its place without numbers, how often, and the first that is said.
    pub(super) fn unread(&self) -> Vec<String> {
        let mut left: BTreeMap<String, (usize, String)> = BTreeMap::new();
        self.walk("", "", self.root, &mut left);
        let line = |(place, (count, said)): (String, (usize, String))| match count {
            1 => format!("{place}: {said}"),
            _ => format!("{place} ({count} times), first: {said}"),
        };
        left.into_iter().map(line).collect()
    }

    fn walk(&self, place: &str, shown: &str, value: &Value, left: &mut BTreeMap<String, (usize, String)>) {
        if self.read.borrow().contains(place) {
            return;
        }
        let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
        match value {
            Value::Object(entries) => {
                for (key, inner) in entries {
                    let shown = if shown.is_empty() { clean(key) } else { format!("{shown}.{}", clean(key)) };
                    self.walk(&format!("{place}/{}", escaped(key)), &shown, inner, left);
                }
            }
            Value::Array(values) => {
                for (at, inner) in values.iter().enumerate() {
                    self.walk(&format!("{place}/{at}"), &format!("{shown}[]"), inner, left);
                }
            }
            // A no, a nought and nothing say nothing that a policy would have to carry.
            Value::Bool(false) | Value::Null => {}
            value => {
                if let Some(said) = said(value).filter(|said| said != "0") {
                    left.entry(shown.to_owned()).or_insert((0, said)).0 += 1;
                }
            }
        }
    }
}

/// A value as text on one line; nothing where it says nothing.
fn said(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => clean(text),
        Value::Number(number) => number.to_string(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Array(values) => values.iter().filter_map(said).collect::<Vec<_>>().join("; "),
        Value::Bool(false) | Value::Null | Value::Object(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

//! Reading a tree leniently: what is not there or not right reads as nothing.

use crate::model::{Length, Stated, Text};
use crate::shape::plain;
use crate::tree::{Node, NodeKind};
use jiff::civil::Date;
use std::collections::HashSet;

/// A value, or nothing, and the language its plain texts are in.
#[derive(Clone, Copy)]
pub(super) struct View<'t> {
    node: Option<&'t Node>,
    reference: &'t str,
}

impl<'t> View<'t> {
    pub(super) fn new(node: &'t Node, reference: &'t str) -> Self {
        View { node: Some(node), reference }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> View<'t> {
        View { node: self.node.and_then(|node| node.get(key)), ..*self }
    }

    /// The value of a key, if it stands there.
    pub(super) fn find(&self, key: &str) -> Option<View<'t>> {
        let found = self.get(key);
        found.node.is_some_and(|node| node.kind != NodeKind::Missing).then_some(found)
    }

    /// Whether it is a mapping.
    pub(super) fn is_mapping(&self) -> bool {
        self.node.is_some_and(|node| node.entries().is_some())
    }

    /// Its own text, or an empty one.
    pub(super) fn own(&self) -> &'t str {
        let scalar = self.node.and_then(|node| plain(node).0.scalar());
        scalar.map_or("", |scalar| scalar.text.as_str())
    }

    pub(super) fn line(&self, key: &str) -> String {
        self.get(key).own().trim().to_owned()
    }

    pub(super) fn maybe_line(&self, key: &str) -> Option<String> {
        Some(self.line(key)).filter(|line| !line.is_empty())
    }

    /// The value of a key as something that is read from text.
    pub(super) fn read<T>(&self, key: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        read(self.get(key).own())
    }

    pub(super) fn whole(&self, key: &str) -> Option<u32> {
        self.read(key, crate::shape::whole)
    }

    pub(super) fn flag(&self, key: &str) -> bool {
        self.read(key, crate::shape::flag).unwrap_or(false)
    }

    /// A flag that counts as `yes` if it is left out.
    pub(super) fn flag_or_yes(&self, key: &str) -> bool {
        self.read(key, crate::shape::flag).unwrap_or(true)
    }

    /// Whether this word is the value of a key.
    pub(super) fn says(&self, key: &str, word: &str) -> bool {
        self.get(key).own() == word
    }

    pub(super) fn small(&self, key: &str) -> Option<u8> {
        self.whole(key).and_then(|n| u8::try_from(n).ok())
    }

    pub(super) fn date(&self, key: &str) -> Option<Date> {
        self.read(key, |text| text.parse().ok())
    }

    pub(super) fn length(&self, key: &str) -> Option<Length> {
        self.read(key, Length::parse)
    }

    /// Whether the value of a key is only assumed.
    pub(super) fn assumed(&self, key: &str) -> bool {
        self.get(key).node.is_some_and(|node| plain(node).1)
    }

    /// The keys whose values are only assumed.
    pub(super) fn all_assumed(&self) -> Vec<String> {
        let entries = self.node.and_then(Node::entries).unwrap_or_default();
        entries.iter().filter(|entry| plain(&entry.value).1).map(|entry| entry.key.text.to_string()).collect()
    }

    pub(super) fn stated(&self, key: &str) -> Option<Stated> {
        self.maybe_line(key).map(|value| Stated { value, assumed: self.assumed(key) })
    }

    /// The value of a key as text in languages.
    pub(super) fn text(&self, key: &str) -> Text {
        let view = self.get(key);
        match view.node.map(|node| plain(node).0).and_then(Node::entries) {
            Some(entries) => {
                let texts = entries.iter().rev().filter_map(|entry| {
                    let text = entry.value.scalar()?.text.trim();
                    (!text.is_empty()).then(|| (entry.key.text.to_string(), text.to_owned()))
                });
                Text::new(self.reference, texts.collect())
            }
            None if view.own().trim().is_empty() => Text::new(self.reference, Default::default()),
            None => Text::only(self.reference, view.own().trim()),
        }
    }

    pub(super) fn maybe_text(&self, key: &str) -> Option<Text> {
        Some(self.text(key)).filter(|text| !text.is_empty())
    }

    /// The items of a list of texts.
    pub(super) fn lines(&self, key: &str) -> Vec<String> {
        self.items(key, |text| Some(text.to_owned()))
    }

    /// The items of a list, each read from text.
    pub(super) fn items<T>(&self, key: &str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        self.get(key).own_items(read)
    }

    /// The items of a list, or these if it is not there or empty.
    pub(super) fn items_or<T: Copy>(&self, key: &str, read: impl Fn(&str) -> Option<T>, or: &[T]) -> Vec<T> {
        let items = self.items(key, read);
        if items.is_empty() { or.to_vec() } else { items }
    }

    /// Its own items, each read from text.
    pub(super) fn own_items<T>(&self, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let items = self.node.and_then(|node| plain(node).0.items()).unwrap_or_default();
        items.iter().filter_map(|item| read(plain(item).0.scalar()?.text.as_str())).collect()
    }

    /// The entries of a mapping; of a key that stands twice the first.
    pub(super) fn each<T>(&self, key: &str, read: impl Fn(&str, &View<'t>) -> T) -> Vec<T> {
        let entries = self.get(key).node.and_then(Node::entries).unwrap_or_default();
        let mut seen = HashSet::new();
        let first = entries.iter().filter(|entry| seen.insert(entry.key.text.as_str()));
        first.map(|entry| read(&entry.key.text, &View { node: Some(&entry.value), ..*self })).collect()
    }
}

//! Walking the tree down to a place, beside the table of keys.

use crate::diagnostic::Span;
use crate::shape::{Key, KeyType, Shape, Type, plain};
use crate::tree::{Entry, Node, Scalar};

/// What stands at a place.
pub(super) struct Found<'a> {
    /// What the last key is in the table, where it is one of the table's.
    pub(super) key: Option<&'static Key>,
    /// What the value, or the list's item, is.
    pub(super) value: Option<&'static Type>,
    /// What the author's own keys are, where the last key is one of them.
    pub(super) names: Option<KeyType>,
    /// The text at the place.
    pub(super) scalar: &'a Scalar,
    /// Whether the place is a key.
    pub(super) on_key: bool,
    /// The record the last key stands in, with the keys beside it.
    pub(super) record: Option<(&'static Shape, &'a [Entry])>,
}

/// Whether a place lies in a stretch; its end belongs to it, as a cursor does.
fn holds(span: Span, at: usize) -> bool {
    span.start <= at && at <= span.end
}

/// What stands at a place of a file with this table of keys.
pub(super) fn at<'a>(root: &'a Node, shape: &'static Shape, offset: usize) -> Option<Found<'a>> {
    record(root, shape, offset)
}

fn record<'a>(node: &'a Node, shape: &'static Shape, offset: usize) -> Option<Found<'a>> {
    let entries = plain(node).0.entries()?;
    let entry = around(entries, offset)?;
    let key = shape.keys.iter().find(|known| known.name == entry.key.text);
    if holds(entry.key.span, offset) {
        let value = key.map(|key| &key.value);
        let record = Some((shape, entries));
        return Some(Found { key, value, names: None, scalar: &entry.key, on_key: true, record });
    }
    let found = value(&entry.value, &key?.value, offset)?;
    Some(Found { key: found.key.or(key), ..found })
}

/// The entry a place lies in: the last that begins before it.
fn around(entries: &[Entry], offset: usize) -> Option<&Entry> {
    let beside = |entry: &&Entry| holds(entry.key.span, offset) || holds(entry.value.span, offset);
    entries.iter().find(beside)
}

fn value<'a>(node: &'a Node, kind: &'static Type, offset: usize) -> Option<Found<'a>> {
    let node = plain(node).0;
    match kind {
        Type::Record(shape) => record(node, shape, offset),
        Type::Map(keys, inner) => map(node, *keys, inner, offset),
        Type::Either(one, other) => value(node, if node.entries().is_some() { other } else { one }, offset),
        Type::List(item) => match node.items() {
            Some(items) => {
                let one = items.iter().find(|item| holds(item.span, offset))?;
                value(one, item, offset)
            }
            None => leaf(node, kind),
        },
        _ if node.entries().is_some() => {
            let entry = around(node.entries()?, offset)?;
            leaf(&entry.value, kind)
        }
        _ => match node.items() {
            Some(items) => leaf(items.iter().find(|item| holds(item.span, offset))?, kind),
            None => leaf(node, kind),
        },
    }
}

fn map<'a>(node: &'a Node, keys: KeyType, inner: &'static Type, offset: usize) -> Option<Found<'a>> {
    let entry = around(node.entries()?, offset)?;
    if holds(entry.key.span, offset) {
        let scalar = &entry.key;
        return Some(Found {
            key: None,
            value: Some(inner),
            names: Some(keys),
            scalar,
            on_key: true,
            record: None,
        });
    }
    value(&entry.value, inner, offset)
}

fn leaf<'a>(node: &'a Node, kind: &'static Type) -> Option<Found<'a>> {
    let scalar = node.scalar()?;
    let value = Some(kind);
    Some(Found { key: None, value, names: None, scalar, on_key: false, record: None })
}

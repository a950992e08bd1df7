//! What a lint sees: the compiled policy, and where everything in it stands.

use crate::diagnostic::{Diagnostic, Span};
use crate::model::{Field, Policy, Purpose};
use crate::shape::{Checked, plain};
use crate::tree::Node;
use jiff::civil::Date;
use std::collections::HashMap;

/// What lints tell.
pub(super) type Told = Vec<Diagnostic>;

/// What a lint sees.
pub(crate) struct Context<'a> {
    pub(super) policy: &'a Policy,
    pub(super) checked: &'a Checked,
    /// The day whose law counts.
    pub(super) on: Date,
    root: &'a Node,
    fields: HashMap<String, &'a Field>,
    purposes: HashMap<&'a str, &'a Purpose>,
    /// What is written, by the name of its section and its own.
    declared: HashMap<(&'a str, &'a str), &'a Node>,
}

impl<'a> Context<'a> {
    /// What lints see of a checked and lowered policy, under the law of a day.
    pub(crate) fn new(policy: &'a Policy, checked: &'a Checked, root: &'a Node, on: Date) -> Self {
        let each = |category: &'a crate::model::Category| {
            category.fields.iter().map(move |field| (format!("{}.{}", category.name, field.name), field))
        };
        let fields = policy.data.iter().flat_map(each).collect();
        let purposes = policy.purposes.iter().map(|purpose| (purpose.name.as_str(), purpose)).collect();
        let declared = declared(root);
        Context { policy, checked, on, root, fields, purposes, declared }
    }

    /// The field written `category.field`; one look-up, however many there are.
    pub(super) fn field(&self, path: &str) -> Option<&'a Field> {
        self.fields.get(path).copied()
    }

    /// The purpose of this name; one look-up.
    pub(super) fn purpose(&self, name: &str) -> Option<&'a Purpose> {
        self.purposes.get(name).copied()
    }

    /// Whether something stands at this path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.checked.places.contains_key(path)
    }

    /// Where the key at this path stands, or the nearest above it.
    pub(super) fn key(&self, path: &str) -> Span {
        self.nearest(path, |place| place.key)
    }

    /// Where the value at this path stands, or the nearest key above it.
    pub(super) fn value(&self, path: &str) -> Span {
        match self.checked.places.get(path) {
            Some(place) if place.value.is_empty() => place.key,
            Some(place) => place.value,
            None => self.key(path),
        }
    }

    fn nearest(&self, path: &str, of: impl Fn(&crate::shape::Place) -> Span) -> Span {
        let mut path = path;
        loop {
            match (self.checked.places.get(path), path.rsplit_once('/')) {
                (Some(place), _) => return of(place),
                (None, Some((above, _))) => path = above,
                (None, None) => return Span::default(),
            }
        }
    }

    /// Where the item of a list stands that reads `text`.
    pub(super) fn item(&self, list: &str, items: &[String], text: &str) -> Span {
        match items.iter().position(|item| item == text) {
            Some(at) => self.value(&format!("{list}/{at}")),
            None => self.key(list),
        }
    }

    /// What is written at this path: a text, or the texts of a list, each with its place. For what a text may say and
    /// the model does not hold, because it is void or binds nothing.
    pub(super) fn written(&self, path: &str) -> Vec<(&'a str, Span)> {
        let mut steps = path.split('/');
        let begin = match (steps.next(), steps.next()) {
            (Some(section), Some(name)) => self.declared.get(&(section, name)).copied(),
            (Some(section), None) => self.root.get(section),
            (None, _) => None,
        };
        let found = begin.and_then(|begin| steps.try_fold(begin, |node, key| node.get(key)));
        let Some(node) = found.map(|node| plain(node).0) else { return Vec::new() };
        let items = node.items().unwrap_or(std::slice::from_ref(node));
        let scalars = items.iter().filter_map(|item| plain(item).0.scalar());
        scalars.map(|scalar| (scalar.text.as_str(), scalar.span)).collect()
    }

    /// Where the text itself stands that is the value at this path, without the `assumed` around it.
    pub(super) fn scalar(&self, path: &str) -> Span {
        self.written(path).first().map_or_else(|| self.value(path), |(_, at)| *at)
    }

    /// Whether a fact is not published but assumed: the note on assumptions says so, and nothing is built on it.
    pub(super) fn is_assumed(&self, path: &str) -> bool {
        self.policy.assumed.binary_search_by(|known| known.as_str().cmp(path)).is_ok()
    }

    /// Whether a yes stands at this path.
    pub(super) fn is_yes(&self, path: &str) -> bool {
        self.checked.yes.contains(path)
    }

    /// The purposes without a key, with the place of their names.
    pub(super) fn purposes_without(&self, key: &str) -> impl Iterator<Item = (&'a Purpose, Span)> {
        let missing = |purpose: &&Purpose| !self.has(&format!("purposes/{}/{key}", purpose.name));
        let purposes: &'a [Purpose] = &self.policy.purposes;
        let found: Vec<_> =
            purposes.iter().filter(missing).map(|p| (p, self.key(&format!("purposes/{}", p.name)))).collect();
        found.into_iter()
    }
}

/// Of what is written twice, the first counts.
fn declared(root: &Node) -> HashMap<(&str, &str), &Node> {
    let sections = root.entries().unwrap_or_default().iter().rev();
    let all = sections.flat_map(|section| {
        let names = section.value.entries().unwrap_or_default().iter().rev();
        names.map(move |one| ((section.key.text.as_str(), one.key.text.as_str()), &one.value))
    });
    all.collect()
}

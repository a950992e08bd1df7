//! What a lint sees: the compiled policy, and where everything in it stands.

use crate::diagnostic::{Diagnostic, Span};
use crate::model::{Field, Policy, Purpose};
use crate::shape::Checked;
use std::collections::HashMap;

/// What lints tell.
pub(super) type Told = Vec<Diagnostic>;

/// What a lint sees.
pub(crate) struct Context<'a> {
    pub(super) policy: &'a Policy,
    pub(super) checked: &'a Checked,
    fields: HashMap<String, &'a Field>,
    purposes: HashMap<&'a str, &'a Purpose>,
}

impl<'a> Context<'a> {
    /// What lints see of a checked and lowered policy.
    pub(crate) fn new(policy: &'a Policy, checked: &'a Checked) -> Self {
        let each = |category: &'a crate::model::Category| {
            category.fields.iter().map(move |field| (format!("{}.{}", category.name, field.name), field))
        };
        let fields = policy.data.iter().flat_map(each).collect();
        let purposes = policy.purposes.iter().map(|purpose| (purpose.name.as_str(), purpose)).collect();
        Context { policy, checked, fields, purposes }
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

//! The keys of a policy: the one table that checks files, fills the schema and writes the reference.

mod company;
mod data;
mod form;
mod general;
mod levels;
mod limits;
mod people;
mod policy;
mod promises;
mod purpose;
mod recipient;
mod rights;
mod service_data;
mod surfaces;
#[cfg(test)]
mod tests;

pub(crate) use levels::LINTS;
pub(crate) use policy::POLICY;
pub(crate) use rights::NAMED;

use crate::model::{Channel, Format};
use crate::shape::{Key, Need, Space, Type};

/// A key that may be left out.
const fn may(name: &'static str, value: Type, doc: &'static str) -> Key {
    Key::new(name, Need::Optional, value, doc)
}

/// A key without which nothing compiles.
const fn must(name: &'static str, value: Type, doc: &'static str) -> Key {
    Key::new(name, Need::Required, value, doc)
}

/// A key whose absence a lint of its own reports.
const fn should(name: &'static str, value: Type, doc: &'static str) -> Key {
    Key::new(name, Need::Lint, value, doc)
}

/// Ways to reach a person.
const CHANNELS: Type = Type::List(&Type::Words(Channel::WORDS));

/// File formats.
const FORMATS: Type = Type::List(&Type::Words(Format::WORDS));

/// Names of purposes.
const PURPOSES: Type = Type::List(&Type::Ref(Space::Purpose));

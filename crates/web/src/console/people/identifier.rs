//! How a person is named by staff: e-mail, telephone, or one of the numbers the stores' maps know.

use std::collections::BTreeSet;

use ::policy::map::IdentifierKind;
use duties::rights::Proven;

use crate::parts::{Control, Field};
use crate::visit::Visit;

/// The choices: a form value and its words.
fn choices(visit: &Visit) -> Vec<(String, String)> {
    let t = visit.texts();
    let mut all = vec![
        ("email".to_owned(), t.say("console-by-email")),
        ("phone".to_owned(), t.say("console-by-phone")),
    ];
    all.extend(numbers(visit).into_iter().map(|of| {
        (format!("number:{of}"), t.with("console-by-number", &[("of", of.replace('-', " ").into())]))
    }));
    all
}

/// The names of the numbers that the maps look people up by.
fn numbers(visit: &Visit) -> BTreeSet<String> {
    let tables = visit.site.service.maps.iter().flat_map(|map| &map.tables);
    let identifiers = tables.filter_map(|table| table.person.as_ref()).flat_map(|person| &person.identifiers);
    identifiers.filter(|one| one.kind == IdentifierKind::Number).map(|one| one.of.clone()).collect()
}

/// "By what" and "which", with what was typed.
pub(super) fn fields(visit: &Visit, by: &str, value: &str, error: Option<String>) -> Vec<Field> {
    let t = visit.texts();
    let mut kind = Field::line("by", "text", t.say("console-people-by")).value(by);
    kind.control = Control::Select(choices(visit));
    vec![kind, Field::line("value", "text", t.say("console-people-value")).value(value).error(error)]
}

/// What the two fields say; `None` for a kind that is not offered or an empty value.
pub(super) fn parse(visit: &Visit, by: &str, value: &str) -> Option<Proven> {
    let value = value.trim();
    if value.is_empty() || !choices(visit).iter().any(|(known, _)| known == by) {
        return None;
    }
    let (kind, of) = match by.split_once(':') {
        Some((_, of)) => (IdentifierKind::Number, of),
        None if by == "phone" => (IdentifierKind::Phone, ""),
        None => (IdentifierKind::Email, ""),
    };
    Some(Proven { kind, of: of.to_owned(), value: value.to_owned() })
}

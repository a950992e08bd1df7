//! Data that is used, and collected nowhere.

use super::context::{Context, Told};
use crate::model::{Kind, Origin};
use crate::rule::lint;
use std::collections::HashSet;

lint! {
    /// ## What it does
    /// Notes a field that a purpose with a form uses, that no form asks, and that is said to come from the person.
    ///
    /// ## Why is this bad?
    /// Either the form is incomplete, or the data comes from elsewhere and people must be told from where. Not every
    /// form need be declared: hence a note.
    ///
    /// ## Example
    /// ```yaml
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.email: required } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.email: required, contact.name: optional } }
    /// ```
    "A0418", Note, "data that is used, and collected nowhere", law "GDPR Art. 5(1)(c) and 14(2)(f)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let forms = &cx.policy.forms;
    let asked: HashSet<&str> =
        forms.iter().flat_map(|form| &form.asks).map(|ask| ask.field.as_str()).collect();
    let with_form: HashSet<&str> = forms.iter().map(|form| form.purpose.as_str()).collect();
    let mut seen = HashSet::new();
    for purpose in cx.policy.purposes.iter().filter(|purpose| with_form.contains(purpose.name.as_str())) {
        if purpose.sources.iter().any(|source| *source != Origin::Person) || purpose.instructed_by_customer {
            continue;
        }
        for field in purpose.uses.iter().filter(|field| !asked.contains(field.as_str()) && typed(cx, field)) {
            if seen.insert(field.as_str()) {
                let at = cx.item(&format!("purposes/{}/uses", purpose.name), &purpose.uses, field);
                let message = format!("no form asks for `{field}`, and it is said to come from the person");
                told.push(
                    LINT.breach(message).at(at).help("ask for it, or say in `from` where it comes from"),
                );
            }
        }
    }
}

/// Whether a field is something that people type, and not what arises or is given to them.
fn typed(cx: &Context<'_>, field: &str) -> bool {
    cx.field(field).is_some_and(|field| {
        matches!(
            field.kind,
            Kind::Name
                | Kind::Email
                | Kind::Phone
                | Kind::Address
                | Kind::Postcode
                | Kind::BirthDate
                | Kind::Gender
                | Kind::Username
                | Kind::Message
        )
    })
}

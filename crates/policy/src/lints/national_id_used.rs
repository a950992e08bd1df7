//! A national number that hardly anything needs.

use super::context::{Context, Told};
use crate::model::{Basis, Kind};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes a purpose that uses a national identification number and does not rest on a law.
    ///
    /// ## Why is this bad?
    /// A number that opens every register is used only where a law says so, or where certain identification is needed;
    /// many countries have rules of their own.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///       number: { kind: national-id, title: National number }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email, contact.number]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///       number: { kind: id, title: Customer number }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email, contact.number]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    "A0506", Note, "a national number without a law", law "GDPR Art. 87"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in cx.policy.purposes.iter().filter(|purpose| purpose.basis != Basis::LegalObligation) {
        for field in &purpose.uses {
            if cx.field(field).is_some_and(|known| known.kind == Kind::NationalId) {
                let at = cx.item(&format!("purposes/{}/uses", purpose.name), &purpose.uses, field);
                let message = format!("`{}` uses a national number, and no law asks for it", purpose.name);
                told.push(
                    LINT.breach(message)
                        .at(at)
                        .help("use a number of your own (`kind: id`), or rest it on a law"),
                );
            }
        }
    }
}

//! A purpose without a legal basis.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose that names no legal basis.
    ///
    /// ## Why is this bad?
    /// Without one of the six bases every use of personal data is unlawful. Which one it is decides what people can
    /// do: withdraw, object, take their data along.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    "A0201", Error, "a purpose without a legal basis", law "GDPR Art. 6(1) and 13(1)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for (purpose, at) in cx.purposes_without("basis") {
        let help = "add `basis:` with `consent`, `contract`, `legal-obligation`, `vital-interests`, `public-task` or `legitimate-interest`";
        told.push(
            LINT.breach(format!("the purpose `{}` has no legal basis", purpose.name)).at(at).help(help),
        );
    }
}

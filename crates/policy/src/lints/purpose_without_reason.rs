//! A purpose that does not say why.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose without `why`.
    ///
    /// ## Why is this bad?
    /// The name of a purpose is for the file; people read `why`. A purpose must be explicit, and told when the data
    /// is collected.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     basis: contract
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
    "A0202", Error, "a purpose that does not say why", law "GDPR Art. 5(1)(b) and 13(1)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for (purpose, at) in cx.purposes_without("why") {
        let help = "add `why:` with what is done, as people would say it: `Deliver what you ordered`";
        told.push(LINT.breach(format!("the purpose `{}` does not say why", purpose.name)).at(at).help(help));
    }
}

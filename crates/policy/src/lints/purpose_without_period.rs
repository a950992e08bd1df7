//! A purpose without a period.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose that does not say how long its data is kept.
    ///
    /// ## Why is this bad?
    /// Data must go when the purpose is over, and people must be told when that is. Without a period nothing can be
    /// deleted in time.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
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
    "A0203", Error, "a purpose without a period", law "GDPR Art. 5(1)(e) and 13(2)(a)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for (purpose, at) in cx.purposes_without("keep") {
        let message = format!("the purpose `{}` does not say how long its data is kept", purpose.name);
        told.push(
            LINT.breach(message)
                .at(at)
                .help("add `keep: { for: 6 months, from: last-contact }` with your period"),
        );
    }
}

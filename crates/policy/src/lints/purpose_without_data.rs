//! A purpose that uses no data.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose that lists no field under `uses`.
    ///
    /// ## Why is this bad?
    /// What a purpose may use is exactly what it lists. One that lists nothing can do nothing, or hides what it does.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
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
    "A0204", Warning, "a purpose that uses no data", law "GDPR Art. 5(1)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in cx.policy.purposes.iter().filter(|purpose| purpose.uses.is_empty()) {
        let at = cx.key(&format!("purposes/{}/uses", purpose.name));
        let help = "list its fields under `uses`, or remove the purpose";
        told.push(LINT.breach(format!("the purpose `{}` uses no data", purpose.name)).at(at).help(help));
    }
}

//! Data kept for more than ten years without a law.

use super::context::{Context, Told};
use crate::model::{Basis, Then};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a period of more than ten years for a purpose that no law prescribes and that does not anonymise.
    ///
    /// ## Why is this bad?
    /// Data is kept no longer than necessary; longer than ten years hardly any contract or claim can need it.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 30 years, from: last-contact }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 1 year, from: last-contact }
    /// ```
    "A0505", Warning, "data kept for more than ten years", law "GDPR Art. 5(1)(e)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in &cx.policy.purposes {
        let by_law = matches!(purpose.basis, Basis::LegalObligation | Basis::PublicTask);
        let long = purpose.keep.length.roughly_days() > 3653.0;
        if long && !by_law && purpose.keep.then != Then::Anonymise {
            let at = cx.value(&format!("purposes/{}/keep/for", purpose.name));
            let message = format!("`{}` keeps data for more than ten years", purpose.name);
            told.push(LINT.breach(message).at(at).help("shorten the period, or write `then: anonymise`"));
        }
    }
}

//! Marketing on a basis that cannot carry it.

use super::context::{Context, Told};
use crate::model::{Basis, Messages, Purpose};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports marketing that rests on a contract, a law, a public task or vital interests.
    ///
    /// ## Why is this bad?
    /// None of them needs marketing. What carries it is consent or, within limits, a legitimate interest; else people
    /// can neither withdraw nor object.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///     messages: marketing
    ///     channels: [post]
    /// mail: { sender: Shop AS, postal_address: Gata 1 }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: consent
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///     messages: marketing
    ///     channels: [post]
    /// mail: { sender: Shop AS, postal_address: Gata 1 }
    /// ```
    "A0324", Error, "marketing on a basis that cannot carry it", law "GDPR Art. 6(1) and 21(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let marketing = |purpose: &&Purpose| purpose.messages == Some(Messages::Marketing);
    for purpose in cx.policy.purposes.iter().filter(marketing) {
        let path = format!("purposes/{}/basis", purpose.name);
        if matches!(purpose.basis, Basis::Consent | Basis::LegitimateInterest)
            || !reads(cx, &path, purpose.basis)
        {
            continue;
        }
        let message =
            format!("`{}` is marketing, and `{}` cannot carry it", purpose.name, purpose.basis.as_str());
        told.push(
            LINT.breach(message)
                .at(cx.value(&path))
                .help("write `consent`, or `legitimate-interest` with the interest"),
        );
    }
}

/// Whether this basis stands there, and nothing that cannot be read.
fn reads(cx: &Context<'_>, path: &str, basis: Basis) -> bool {
    cx.written(path).first().is_some_and(|(word, _)| *word == basis.as_str())
}

//! A legitimate interest that is not named.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose based on legitimate interest without `interest`.
    ///
    /// ## Why is this bad?
    /// The interest must be told, and only a named one can be weighed against the person's when they object.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: legitimate-interest
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: legitimate-interest
    ///     interest: People who write to us want an answer.
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    "A0301", Error, "a legitimate interest that is not named", law "GDPR Art. 6(1)(f) and 13(1)(d)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let bare = |basis: Basis, named: bool| basis == Basis::LegitimateInterest && !named;
    for purpose in cx.policy.purposes.iter().filter(|p| bare(p.basis, p.interest.is_some())) {
        let at = cx.value(&format!("purposes/{}/basis", purpose.name));
        let message = format!("`{}` rests on a legitimate interest that is not named", purpose.name);
        told.push(
            LINT.breach(message).at(at).help("add `interest:` with what you or others gain, in one sentence"),
        );
    }
}

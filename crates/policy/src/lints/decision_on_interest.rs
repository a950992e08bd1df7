//! A decision without a human on an interest.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a policy that decides about people without a human where a purpose that assesses them rests on a
    /// legitimate interest, a public task or vital interests.
    ///
    /// ## Why is this bad?
    /// Such decisions are allowed only where a contract needs them, a law allows them, or the person agreed expressly;
    /// and a human must look again when the person asks.
    ///
    /// ## Example
    /// ```yaml
    /// automated_decisions: { en: A computer decides on your credit by your payments. A human looks again if you ask. }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: legitimate-interest
    ///     interest: We want to be paid.
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///     profiling: yes
    /// ```
    /// ## Instead
    /// ```yaml
    /// automated_decisions: { en: A computer decides on your credit by your payments. A human looks again if you ask. }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///     profiling: yes
    /// ```
    "A0352", Error, "a decision without a human on an interest", law "GDPR Art. 22(1) and 22(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.policy.automated_decisions.is_none() {
        return;
    }
    let carries = |basis: Basis| matches!(basis, Basis::Contract | Basis::Consent | Basis::LegalObligation);
    for purpose in cx.policy.purposes.iter().filter(|purpose| purpose.profiling && !carries(purpose.basis)) {
        let at = cx.value(&format!("purposes/{}/basis", purpose.name));
        let message = format!(
            "decisions are made without a human, and `{}` rests on `{}`",
            purpose.name,
            purpose.basis.as_str()
        );
        let found = LINT.breach(message).at(at).label(cx.key("automated_decisions"), "the decisions");
        told.push(found.help("let it rest on a contract, a law or consent, or let a human decide"));
    }
}

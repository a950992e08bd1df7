//! An opt-out where the basis is consent.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `opt_out_in` at a purpose that rests on consent.
    ///
    /// ## Why is this bad?
    /// Consent is a yes that came before. Who goes on until somebody says no has none. Where the law of a country allows
    /// that, it is another purpose with another basis.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer: { why: Send you news, basis: consent, opt_out_in: [US], uses: [contact.name, contact.email], keep: { for: 0 days, from: consent-end } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer: { why: Send you news, basis: consent, uses: [contact.name, contact.email], keep: { for: 0 days, from: consent-end } }
    /// ```
    "A0315", Error, "an opt-out where the basis is consent", law "GDPR Art. 4(11) and 7"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let both = |basis: Basis, countries: &[String]| basis == Basis::Consent && !countries.is_empty();
    for purpose in cx.policy.purposes.iter().filter(|purpose| both(purpose.basis, &purpose.opt_out_in)) {
        let at = cx.key(&format!("purposes/{}/opt_out_in", purpose.name));
        let message = format!("`{}` rests on consent, and would go on until somebody opts out", purpose.name);
        told.push(
            LINT.breach(message)
                .at(at)
                .help("remove it, or declare a purpose of its own for those countries"),
        );
    }
}

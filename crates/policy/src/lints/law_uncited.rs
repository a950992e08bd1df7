//! A legal obligation without its law.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose based on a legal obligation or a public task without `law`.
    ///
    /// ## Why is this bad?
    /// The obligation must stand in a law of the Union or of a member state. Uncited, nobody can check it, and a
    /// request for erasure cannot be answered with it.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   bookkeeping:
    ///     why: Keep our accounts
    ///     basis: legal-obligation
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 5 years, from: fiscal-year-end }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   bookkeeping:
    ///     why: Keep our accounts
    ///     basis: legal-obligation
    ///     law: Bookkeeping Act, section 13
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 5 years, from: fiscal-year-end }
    /// ```
    "A0302", Error, "a legal obligation without its law", law "GDPR Art. 6(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in &cx.policy.purposes {
        if matches!(purpose.basis, Basis::LegalObligation | Basis::PublicTask) && purpose.law.is_none() {
            let at = cx.value(&format!("purposes/{}/basis", purpose.name));
            let message = format!("`{}` rests on a law that is not cited", purpose.name);
            told.push(LINT.breach(message).at(at).help("add `law:` with the act and its section"));
        }
    }
}

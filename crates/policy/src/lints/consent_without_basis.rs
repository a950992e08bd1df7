//! A consent to something that does not rest on consent.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a consent in a form to a purpose with another legal basis.
    ///
    /// ## Why is this bad?
    /// Who is asked believes that a no ends it. If the data is used anyway, the question misled them.
    ///
    /// ## Example
    /// ```yaml
    /// forms:
    ///   contact:
    ///     title: Contact us
    ///     purpose: answer
    ///     asks: { contact.email: required }
    ///     consents: { answer: { wording: "You may answer me" } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.email: required } }
    /// ```
    "A0310", Error, "a consent to what does not rest on consent", law "GDPR Art. 5(1)(a) and 7"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for form in &cx.policy.forms {
        for consent in &form.consents {
            let Some(purpose) = cx.purpose(&consent.purpose) else { continue };
            if purpose.basis != Basis::Consent {
                let path = format!("forms/{}/consents/{}", form.name, purpose.name);
                let message =
                    format!("`{}` rests on `{}`, not on consent", purpose.name, purpose.basis.as_str());
                let basis = cx.value(&format!("purposes/{}/basis", purpose.name));
                let found = LINT.breach(message).at(cx.key(&path)).label(basis, "its basis");
                told.push(found.help("remove the question, or let the purpose rest on consent"));
            }
        }
    }
}

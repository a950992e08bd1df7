//! A form that asks more than its purpose uses.

use super::context::{Context, Told};
use crate::model::Form;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a form that asks for a field its purpose does not use.
    ///
    /// ## Why is this bad?
    /// What a form collects serves that form's purpose and nothing else (WE-03). A field the purpose does not use would
    /// be collected for nothing.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.email: required, contact.name: optional } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.email: required } }
    /// ```
    "A0502", Error, "a form that asks more than its purpose uses", law "GDPR Art. 5(1)(b) and 5(1)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for form in &cx.policy.forms {
        let Some(purpose) = cx.purpose(&form.purpose) else { continue };
        for ask in form.asks.iter().filter(|ask| cx.field(&ask.field).is_some()) {
            if purpose.uses.contains(&ask.field) || for_consent(cx, form, &ask.field) {
                continue;
            }
            let at = cx.key(&format!("forms/{}/asks/{}", form.name, ask.field));
            let message = format!("`{}` does not use `{}`", purpose.name, ask.field);
            let uses = cx.key(&format!("purposes/{}/uses", purpose.name));
            let found = LINT.breach(message).at(at).label(uses, "what the purpose uses");
            told.push(found.help("do not ask for it, or add it to the purpose's `uses`"));
        }
    }
}

/// Whether a consent the form offers uses the field.
fn for_consent(cx: &Context<'_>, form: &Form, field: &str) -> bool {
    let mut purposes = form.consents.iter().filter_map(|consent| cx.purpose(&consent.purpose));
    purposes.any(|purpose| purpose.uses.iter().any(|used| used == field))
}

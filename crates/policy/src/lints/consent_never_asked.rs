//! A consent that nobody is asked for.

use super::context::{Context, Told};
use crate::model::{Basis, ConsentBy};
use crate::rule::lint;
use std::collections::HashSet;

lint! {
    /// ## What it does
    /// Reports a purpose that rests on consent where no form offers it, no cookie banner covers it and no other way is
    /// named. `consent_by: [form]` is no way where no form has the box.
    ///
    /// ## Why is this bad?
    /// A consent nobody can give is never there. Either the purpose never runs, or it runs without its basis.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///   news:
    ///     why: Send you news
    ///     basis: consent
    ///     uses: [contact.email]
    ///     keep: { for: 0 days, from: consent-end }
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.email: required } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///   news:
    ///     why: Send you news
    ///     basis: consent
    ///     uses: [contact.email]
    ///     keep: { for: 0 days, from: consent-end }
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.email: required }, consents: { news: { wording: Yes please } } }
    /// ```
    "A0344", Note, "a consent that nobody is asked for", law "GDPR Art. 4(11) and 7(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.policy.forms.is_empty() {
        return;
    }
    let offered: HashSet<&str> = cx
        .policy
        .forms
        .iter()
        .flat_map(|form| &form.consents)
        .map(|consent| consent.purpose.as_str())
        .collect();
    let served: HashSet<&str> = cx
        .policy
        .cookies
        .iter()
        .map(|cookie| cookie.purpose.as_str())
        .chain(cx.policy.permissions.iter().map(|permission| permission.purpose.as_str()))
        .chain(cx.policy.forms.iter().map(|form| form.purpose.as_str()))
        .collect();
    for purpose in cx.policy.purposes.iter().filter(|purpose| purpose.basis == Basis::Consent) {
        let asked = offered.contains(purpose.name.as_str())
            || served.contains(purpose.name.as_str())
            // A box at a form is no way where no form has it.
            || purpose.consent_by.iter().any(|by| *by != ConsentBy::Form);
        if !asked {
            let at = cx.value(&format!("purposes/{}/basis", purpose.name));
            let found =
                LINT.breach(format!("nothing asks for the consent that `{}` rests on", purpose.name)).at(at);
            told.push(found.help("offer it under `consents` of a form, or name the way in `consent_by`"));
        }
    }
}

//! A date of birth where an age would do.

use super::context::{Context, Told};
use crate::model::Kind;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a form that requires the date of birth where the policy only promises a minimum age.
    ///
    /// ## Why is this bad?
    /// Whether somebody is old enough is a yes or a no. The day somebody was born identifies them for life.
    ///
    /// ## Example
    /// ```yaml
    /// minimum_age: { years: 16, shown_by: attestation }
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///       born: { kind: birth-date, title: Date of birth }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email, contact.born]
    ///     keep: { for: 6 months, from: last-contact }
    /// forms:
    ///   contact: { title: Sign up, purpose: answer, asks: { contact.name: required, contact.email: required, contact.born: required } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// minimum_age: { years: 16, shown_by: attestation }
    /// forms:
    ///   contact: { title: Sign up, purpose: answer, asks: { contact.name: required, contact.email: required }, attests_age: yes }
    /// ```
    "A0507", Warning, "a date of birth where an age would do", law "GDPR Art. 5(1)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.policy.minimum_age.is_none_or(|years| years == 0) {
        return;
    }
    for form in &cx.policy.forms {
        for ask in form.asks.iter().filter(|ask| ask.required) {
            if cx.field(&ask.field).is_some_and(|field| field.kind == Kind::BirthDate) {
                let at = cx.key(&format!("forms/{}/asks/{}", form.name, ask.field));
                let message =
                    format!("`{}` requires the day of birth, and the policy promises an age", form.name);
                told.push(
                    LINT.breach(message)
                        .at(at)
                        .help("write `attests_age: yes` instead: nothing but that is kept"),
                );
            }
        }
    }
}

//! A child who consents alone.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a minimum age below the age at which the law of a country served lets a child consent alone, where a
    /// purpose rests on consent and no guardian approves. An age that is only assumed, or none said on purpose, is left
    /// alone.
    ///
    /// ## Why is this bad?
    /// Below that age, 13 to 16 by country, a consent counts only with the approval of a parent.
    ///
    /// ## Example
    /// ```yaml
    /// serves: [FR]
    /// minimum_age: 13
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: consent
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    /// ```
    /// ## Instead
    /// ```yaml
    /// serves: [FR]
    /// minimum_age: { years: 15, shown_by: none }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: consent
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    /// ```
    "A0323", Warning, "a child who consents alone", law "GDPR Art. 8(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(years) = cx.policy.minimum_age.filter(|years| *years > 0) else { return };
    let approved = cx.policy.age.as_ref().is_some_and(|age| age.guardian.is_some());
    let consents = cx.policy.purposes.iter().any(|purpose| purpose.basis == Basis::Consent);
    if approved || !consents || cx.is_assumed("minimum_age") || cx.is_assumed("minimum_age/years") {
        return;
    }
    let served = cx.policy.serves.iter().filter(|country| country.len() == 2);
    let here = Some(&cx.policy.controller.country).filter(|_| cx.policy.serves.is_empty());
    let highest = served
        .chain(here)
        .map(|country| (crate::law::consent_age(country, cx.on), country))
        .max_by_key(|(age, _)| *age);
    if let Some((age, country)) = highest.filter(|(age, country)| *age > years && country.len() == 2) {
        let message = format!("in `{country}` a child consents alone from {age}, not from {years}");
        let help = format!("write `{age}`, or add `guardian:` for those who are younger");
        told.push(LINT.breach(message).at(cx.value("minimum_age")).help(help));
    }
}

//! An age that is attested nowhere.

use super::context::{Context, Told};
use crate::model::{EnteredBy, ShownBy};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `shown_by: attestation` where no form has `attests_age: yes`.
    ///
    /// ## Why is this bad?
    /// The policy says that people confirm their age, and nobody ever asks them.
    ///
    /// ## Example
    /// ```yaml
    /// minimum_age: { years: 16, shown_by: attestation }
    /// forms:
    ///   sign-up: { title: Sign up, purpose: answer, asks: { contact.email: required } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// minimum_age: { years: 16, shown_by: attestation }
    /// forms:
    ///   sign-up: { title: Sign up, purpose: answer, asks: { contact.email: required }, attests_age: yes }
    /// ```
    "A0416", Warning, "an age that is attested nowhere", law "GDPR Art. 5(1)(a) and 8"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let said = cx.has("minimum_age/shown_by");
    let attested = cx.policy.age.as_ref().is_some_and(|age| age.shown_by == ShownBy::Attestation);
    let forms = || cx.policy.forms.iter().filter(|form| form.entered_by == EnteredBy::Person);
    if said && attested && forms().next().is_some() && !forms().any(|form| form.attests_age) {
        let message = "people attest their age, and no form asks them";
        let at = cx.value("minimum_age/shown_by");
        told.push(
            LINT.breach(message).at(at).help("add `attests_age: yes` to the form by which people sign up"),
        );
    }
}

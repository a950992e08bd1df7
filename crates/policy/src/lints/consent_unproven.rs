//! A spoken consent that nobody witnesses.

use super::context::{Context, Told};
use crate::model::{Basis, ConsentBy};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a consent that may be given by word of mouth without a witness.
    ///
    /// ## Why is this bad?
    /// Whoever relies on a consent must be able to show that it was given. Of a spoken one nothing is left unless
    /// somebody who was there can say so.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   stories:
    ///     why: Publish what you say of us
    ///     basis: consent
    ///     uses: [contact.name]
    ///     keep: { for: 0 days, from: consent-end }
    ///     consent_by: [written, verbal]
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   stories:
    ///     why: Publish what you say of us
    ///     basis: consent
    ///     uses: [contact.name]
    ///     keep: { for: 0 days, from: consent-end }
    ///     consent_by: [written, verbal]
    ///     witness: yes
    /// ```
    "A0343", Warning, "a spoken consent that nobody can show", law "GDPR Art. 7(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in cx.policy.purposes.iter().filter(|p| p.basis == Basis::Consent && !p.witness) {
        if let Some(at) = purpose.consent_by.iter().position(|way| *way == ConsentBy::Verbal) {
            let at = cx.value(&format!("purposes/{}/consent_by/{at}", purpose.name));
            let message = format!("nobody witnesses a spoken consent to `{}`", purpose.name);
            told.push(LINT.breach(message).at(at).help("add `witness: yes`, or leave out `verbal`"));
        }
    }
}

//! A consent taken for granted.

use super::context::{Context, Told};
use crate::model::ConsentBy;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a consent that is presumed because people go on browsing.
    ///
    /// ## Why is this bad?
    /// Consent is a clear affirmative action. Silence, a box ticked beforehand and going on with what one was doing are
    /// none (recital 32; C-673/17 Planet49), for cookies too; the French authority has said so since 2019.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   statistics:
    ///     why: Count visits
    ///     basis: consent
    ///     uses: [contact.email]
    ///     keep: { for: 13 months, from: collection }
    ///     consent_by: [browsing]
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   statistics:
    ///     why: Count visits
    ///     basis: consent
    ///     uses: [contact.email]
    ///     keep: { for: 13 months, from: collection }
    ///     consent_by: [banner]
    /// ```
    "A0341", Error, "a consent that is presumed", law "GDPR Art. 4(11)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in &cx.policy.purposes {
        if let Some(at) = purpose.consent_by.iter().position(|way| *way == ConsentBy::Browsing) {
            let at = cx.value(&format!("purposes/{}/consent_by/{at}", purpose.name));
            let message = format!("`{}` takes going on browsing for consent", purpose.name);
            told.push(LINT.breach(message).at(at).help("ask: write `consent_by: [banner]`"));
        }
    }
}

//! An acceptance that calls itself consent.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a form whose words of acceptance speak of consent.
    ///
    /// ## Why is this bad?
    /// Accepting terms is no consent to a use of data: it is required, it covers many things at once, and it cannot be
    /// withdrawn one by one. Called consent, it misleads.
    ///
    /// ## Example
    /// ```yaml
    /// forms:
    ///   contact:
    ///     title: Contact us
    ///     purpose: answer
    ///     asks: { contact.email: required }
    ///     accepts: [privacy-policy]
    ///     wording: I consent to the privacy policy.
    /// ```
    /// ## Instead
    /// ```yaml
    /// forms:
    ///   contact:
    ///     title: Contact us
    ///     purpose: answer
    ///     asks: { contact.email: required }
    ///     accepts: [privacy-policy]
    ///     wording: I have read the privacy policy and accept it.
    /// ```
    "A0702", Warning, "an acceptance that calls itself consent", law "GDPR Art. 4(11) and 7(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for form in &cx.policy.forms {
        for (language, words) in form.wording.iter() {
            let lower = words.to_lowercase();
            if lower.contains("consent") || lower.contains("samtykke") {
                let path = format!("forms/{}/wording/{language}", form.name);
                let message = format!("the acceptance of the form `{}` speaks of consent", form.name);
                told.push(
                    LINT.breach(message)
                        .at(cx.value(&path))
                        .help("write `accept`; ask for consent under `consents`"),
                );
            }
        }
    }
}

//! Nothing is said of browser signals.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a policy that asks for consent or sets cookies and does not say what browser signals do.
    ///
    /// ## Why is this bad?
    /// A signal is a valid objection; people who send one must know whether it is heard.
    ///
    /// ## Example
    /// ```yaml
    /// signals:
    /// cookies:
    ///   session: { purpose: answer, lasts: session, necessary: yes }
    /// ```
    /// ## Instead
    /// ```yaml
    /// signals: { gpc: honour, dnt: honour }
    /// cookies:
    ///   session: { purpose: answer, lasts: session, necessary: yes }
    /// ```
    "A0218", Warning, "nothing is said of browser signals", law "GDPR Art. 21(5)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let tracks =
        !cx.policy.cookies.is_empty() || cx.policy.purposes.iter().any(|p| p.basis == Basis::Consent);
    if tracks && !cx.has("signals") {
        let message = "the policy does not say what browser signals do";
        told.push(
            LINT.breach(message).at(cx.key("controller")).help("add `signals: { gpc: honour, dnt: honour }`"),
        );
    }
}

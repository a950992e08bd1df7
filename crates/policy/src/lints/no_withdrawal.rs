//! A consent that cannot be withdrawn.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose based on consent in a policy that names no way to withdraw.
    ///
    /// ## Why is this bad?
    /// Withdrawing must be as easy as giving, and people must be told how before they consent.
    ///
    /// ## Example
    /// ```yaml
    /// rights: { answer: { within: 1 month } }
    /// purposes:
    ///   news:
    ///     why: Send you news
    ///     basis: consent
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 0 days, from: consent-end }
    /// ```
    /// ## Instead
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre, message] }
    /// purposes:
    ///   news:
    ///     why: Send you news
    ///     basis: consent
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 0 days, from: consent-end }
    /// ```
    "A0209", Error, "a consent that cannot be withdrawn", law "GDPR Art. 7(3) and 13(2)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let consent = cx.policy.purposes.iter().find(|purpose| purpose.basis == Basis::Consent);
    if let (Some(purpose), true) = (consent, cx.policy.rights.withdraw.is_empty()) {
        let message = format!("`{}` rests on consent, and no way to withdraw is named", purpose.name);
        let basis = cx.value(&format!("purposes/{}/basis", purpose.name));
        let told_of =
            LINT.breach(message).at(cx.key("rights/withdraw")).label(basis, "consent is asked here");
        told.push(told_of.help("add `withdraw: [privacy-centre, email]` under `rights`"));
    }
}

//! A consent that is harder to withdraw than to give.

use super::context::{Context, Told};
use crate::model::{Basis, Channel, ConsentBy, Purpose};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a policy whose consents are given on a page, in a form or a banner, and withdrawn only by letter, call or
    /// mail. Where nothing rests on consent, the acceptance is what people can withdraw.
    ///
    /// ## Why is this bad?
    /// Withdrawing must be as easy as giving. A box ticked with one click is not taken back as easily by writing a
    /// mail and waiting for an answer.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   news: { why: Send you news, basis: consent, uses: [contact.email], keep: { for: 0 days, from: consent-end } }
    /// rights: { answer: { within: 1 month }, withdraw: [email] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   news: { why: Send you news, basis: consent, uses: [contact.email], keep: { for: 0 days, from: consent-end } }
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre, email] }
    /// ```
    "A0332", Warning, "a consent that is harder to withdraw than to give", law "GDPR Art. 7(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let ways = &cx.policy.rights.withdraw;
    let at_hand = |way: &Channel| matches!(way, Channel::PrivacyCentre | Channel::Message | Channel::Site);
    let rests = cx.policy.purposes.iter().any(|purpose| purpose.basis == Basis::Consent);
    let accepted = cx.policy.forms.iter().any(|form| !form.accepts.is_empty());
    let asks = cx.policy.purposes.iter().any(asked_on_a_page) || (!rests && accepted);
    if asks && !ways.is_empty() && !ways.iter().any(at_hand) {
        let message = "what is given on a page cannot be withdrawn on one";
        told.push(LINT.breach(message).at(cx.value("rights/withdraw")).help("add `privacy-centre`"));
    }
}

fn asked_on_a_page(purpose: &Purpose) -> bool {
    let page = |way: &ConsentBy| matches!(way, ConsentBy::Form | ConsentBy::Banner);
    purpose.basis == Basis::Consent && (purpose.consent_by.is_empty() || purpose.consent_by.iter().any(page))
}

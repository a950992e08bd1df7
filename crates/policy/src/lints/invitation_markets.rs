//! An invitation that is marketing.

use super::context::{Context, Told};
use crate::model::{Basis, Messages};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports invitations whose purpose sends marketing, or rests on consent.
    ///
    /// ## Why is this bad?
    /// Whom another user invites has agreed to nothing. The one message they get serves to say who invites them, and
    /// their address serves nothing else.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer: { why: Invite your colleagues, basis: consent, uses: [contact.name, contact.email], keep: { for: 30 days, from: collection } }
    /// invitations: { purpose: answer, forgotten_after: 30 days }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Invite your colleagues
    ///     basis: legitimate-interest
    ///     interest: People want to work with those they know.
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 30 days, from: collection }
    /// invitations: { purpose: answer, forgotten_after: 30 days }
    /// ```
    "A0317", Error, "an invitation that is marketing", law "GDPR Art. 6(1) and ePrivacy Directive Art. 13(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(invitations) = &cx.policy.invitations else { return };
    let Some(purpose) = cx.purpose(&invitations.purpose) else { return };
    let reason = match (purpose.messages, purpose.basis) {
        (Some(Messages::Marketing), _) => "is marketing",
        (_, Basis::Consent) => "rests on a consent that nobody invited has given",
        _ => return,
    };
    let message = format!("invitations serve `{}`, which {reason}", purpose.name);
    let help = "declare a purpose of its own for them, on a legitimate interest";
    told.push(LINT.breach(message).at(cx.value("invitations/purpose")).help(help));
}

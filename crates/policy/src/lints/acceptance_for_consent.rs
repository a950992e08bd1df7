//! An acceptance that stands for consent.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes a policy that lets people withdraw a consent, while nothing rests on consent and all that people say yes
    /// to is one acceptance of terms.
    ///
    /// ## Why is this bad?
    /// An acceptance is required, covers everything at once and cannot be given by purpose: it is no consent, and
    /// withdrawing it withdraws nothing.
    ///
    /// ## Example
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [email, privacy-centre] }
    /// forms:
    ///   contact: { title: Sign up, purpose: answer, asks: { contact.email: required }, accepts: [privacy-policy], wording: I accept the policies. }
    /// ```
    /// ## Instead
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [] }
    /// forms:
    ///   contact: { title: Sign up, purpose: answer, asks: { contact.email: required }, accepts: [privacy-policy], wording: I accept the policies. }
    /// ```
    "A0345", Note, "an acceptance that stands for consent", law "GDPR Art. 4(11) and 7(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let policy = cx.policy;
    let rests = policy.purposes.iter().any(|purpose| purpose.basis == Basis::Consent);
    if rests || policy.rights.withdraw.is_empty() {
        return;
    }
    if let Some(form) = policy.forms.iter().find(|form| !form.accepts.is_empty() && form.consents.is_empty())
    {
        let message = "a consent can be withdrawn, and all that is asked for is an acceptance";
        let at = cx.key(&format!("forms/{}/accepts", form.name));
        let found = LINT.breach(message).at(at).label(cx.key("rights/withdraw"), "what would be withdrawn");
        told.push(found.help("let what needs consent rest on it, and ask for it by purpose under `consents`; else remove `withdraw`"));
    }
}

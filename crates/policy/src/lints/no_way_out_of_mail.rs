//! Marketing mail without a link to stop it.

use super::context::{Context, Told};
use crate::model::Unsubscribe;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports mailings whose only way out is the account.
    ///
    /// ## Why is this bad?
    /// Every message offers the way out itself, free and easy. Who has to sign in first often cannot: the account is
    /// gone, or was never theirs.
    ///
    /// ## Example
    /// ```yaml
    /// mail: { sender: Shop AS, postal_address: Gata 1, unsubscribe: [account] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// mail: { sender: Shop AS, postal_address: Gata 1, unsubscribe: [account, link] }
    /// ```
    "A0325", Warning, "marketing mail without a link to stop it", law "GDPR Art. 21(3), ePrivacy Directive Art. 13(2) and RFC 8058"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(mail) = &cx.policy.mail else { return };
    if !mail.unsubscribe.is_empty() && mail.unsubscribe.iter().all(|way| *way == Unsubscribe::Account) {
        let found =
            LINT.breach("a message would offer no way out of itself").at(cx.value("mail/unsubscribe"));
        told.push(found.help("add `link`, and `one-click`"));
    }
}

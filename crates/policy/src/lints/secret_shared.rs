//! A password that leaves the house.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a password among the fields a recipient gets.
    ///
    /// ## Why is this bad?
    /// A password is kept only as a hash and shown to nobody, also not to the person. There is nothing to hand over.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   account: { title: Account, fields: { password: { kind: password, title: Password } } }
    /// recipients:
    ///   host: { name: Host, role: processor, country: NO, agreement: a/host.pdf, gets: [account.password] }
    /// purposes:
    ///   account: { why: Run your account, basis: contract, uses: [account.password], shares_with: [host], keep: { for: 0 days, from: contract-end } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   account: { title: Account, fields: { name: { kind: username, title: User name } } }
    /// recipients:
    ///   host: { name: Host, role: processor, country: NO, agreement: a/host.pdf, gets: [account.name] }
    /// purposes:
    ///   account: { why: Run your account, basis: contract, uses: [account.name], shares_with: [host], keep: { for: 0 days, from: contract-end } }
    /// ```
    "A0602", Error, "a password that leaves the house", law "GDPR Art. 32(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in &cx.policy.recipients {
        let secret = |path: &&String| cx.field(path).is_some_and(|field| field.kind.is_secret());
        for path in recipient.gets.iter().filter(secret) {
            let at = cx.item(&format!("recipients/{}/gets", recipient.name), &recipient.gets, path);
            let message = format!("`{}` would get a password", recipient.name);
            told.push(LINT.breach(message).at(at).help("remove the field"));
        }
    }
}

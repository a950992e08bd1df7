//! A permission whose data goes further than its purpose shares.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a recipient of a permission with whom the permission's purpose shares nothing.
    ///
    /// ## Why is this bad?
    /// A permission serves one purpose. What it gives goes to the recipients of that purpose, and to nobody else.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   maps: { name: Maps AS, role: controller, country: NO, gets: [contact.name] }
    ///   host: { name: Host AS, role: controller, country: NO, gets: [contact.name] }
    /// purposes:
    ///   answer: { why: Show you the way, basis: contract, uses: [contact.name, contact.email], shares_with: [maps], keep: { for: 1 year, from: last-contact } }
    /// permissions:
    ///   location: { why: Show you the way, purpose: answer, shares_with: [host] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   maps: { name: Maps AS, role: controller, country: NO, gets: [contact.name] }
    /// purposes:
    ///   answer: { why: Show you the way, basis: contract, uses: [contact.name, contact.email], shares_with: [maps], keep: { for: 1 year, from: last-contact } }
    /// permissions:
    ///   location: { why: Show you the way, purpose: answer, shares_with: [maps] }
    /// ```
    "A0413", Error, "a permission whose data goes further than its purpose shares", law "GDPR Art. 5(1)(b)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for permission in &cx.policy.permissions {
        let Some(purpose) = cx.purpose(&permission.purpose) else { continue };
        let more = |name: &&String| !purpose.shares_with.contains(*name);
        for recipient in permission.shares_with.iter().filter(more) {
            let list = format!("permissions/{}/shares_with", permission.kind.as_str());
            let at = cx.item(&list, &permission.shares_with, recipient);
            let message = format!("`{}` shares nothing with `{recipient}`", purpose.name);
            told.push(
                LINT.breach(message).at(at).help("remove it here, or add it to the purpose's `shares_with`"),
            );
        }
    }
}

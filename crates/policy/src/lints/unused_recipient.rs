//! A recipient with whom nothing is shared.

use super::context::{Context, Told};
use crate::rule::lint;
use std::collections::HashSet;

lint! {
    /// ## What it does
    /// Reports a recipient that no purpose shares with and that sets no cookie.
    ///
    /// ## Why is this bad?
    /// People are told of somebody who gets their data, and nobody can say why. The gate denies every transfer to it.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   carrier: { name: Carrier, role: controller, country: NO, gets: [contact.name] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   carrier: { name: Carrier, role: controller, country: NO, gets: [contact.name] }
    /// purposes:
    ///   answer:
    ///     why: Deliver what you ordered
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     shares_with: [carrier]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    "A0401", Warning, "a recipient with whom nothing is shared", law "GDPR Art. 13(1)(e)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let shared = cx.policy.purposes.iter().flat_map(|purpose| purpose.shares_with.iter());
    let setters = cx.policy.cookies.iter().filter_map(|cookie| cookie.set_by.as_ref());
    let backups = cx.policy.security.backups_at.iter();
    let used: HashSet<&String> = shared.chain(setters).chain(backups).collect();
    for recipient in cx.policy.recipients.iter().filter(|recipient| !used.contains(&recipient.name)) {
        let at = cx.key(&format!("recipients/{}", recipient.name));
        let message = format!("no purpose shares anything with `{}`", recipient.name);
        told.push(LINT.breach(message).at(at).help("add it to `shares_with` of a purpose, or remove it"));
    }
}

//! Backups at somebody who is no processor.

use super::context::{Context, Told};
use crate::model::Role;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `backups_at` with a recipient whose role is not `processor`.
    ///
    /// ## Why is this bad?
    /// Who keeps another's backups acts for them and needs a contract that says so. A recipient that decides for itself
    /// may not have everything there is.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   host: { name: Host, role: controller, country: NO, gets: [contact.name] }
    /// purposes:
    ///   answer: { why: Answer you, basis: contract, uses: [contact.name, contact.email], shares_with: [host], keep: { for: 1 year, from: last-contact } }
    /// security: { backups_at: host }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   host: { name: Host, role: processor, country: NO, agreement: a/host.pdf, gets: [contact.name] }
    /// purposes:
    ///   answer: { why: Answer you, basis: contract, uses: [contact.name, contact.email], shares_with: [host], keep: { for: 1 year, from: last-contact } }
    /// security: { backups_at: host }
    /// ```
    "A0409", Warning, "backups at somebody who is no processor", law "GDPR Art. 28"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(name) = &cx.policy.security.backups_at else { return };
    if cx.policy.recipient(name).is_some_and(|recipient| recipient.role != Role::Processor) {
        let message = format!("`{name}` keeps the backups, and is no processor");
        let role = cx.value(&format!("recipients/{name}/role"));
        let told_of = LINT.breach(message).at(cx.value("security/backups_at"));
        told.push(told_of.label(role, "its role").help("write `role: processor`, with its `agreement`"));
    }
}

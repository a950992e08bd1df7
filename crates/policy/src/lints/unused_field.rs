//! Data that nothing is used for.

use super::context::{Context, Told};
use crate::rule::lint;
use std::collections::HashSet;

lint! {
    /// ## What it does
    /// Reports a declared field that no purpose uses.
    ///
    /// ## Why is this bad?
    /// Data without a purpose may not be held at all (PC-21). The gate denies every use of it.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///       fax: { kind: phone, title: Fax }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    /// ```
    "A0501", Warning, "data that nothing is used for", law "GDPR Art. 5(1)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let used: HashSet<&str> =
        cx.policy.purposes.iter().flat_map(|p| p.uses.iter().map(String::as_str)).collect();
    for category in &cx.policy.data {
        for field in &category.fields {
            let path = format!("{}.{}", category.name, field.name);
            if !used.contains(path.as_str()) {
                let at = cx.key(&format!("data/{}/fields/{}", category.name, field.name));
                let message = format!("no purpose uses `{path}`");
                told.push(LINT.breach(message).at(at).help("add it to `uses` of a purpose, or remove it"));
            }
        }
    }
}

//! A recipient that gets nothing of what it is named for.

use super::context::{Context, Told};
use crate::rule::lint;
use std::collections::{HashMap, HashSet};

lint! {
    /// ## What it does
    /// Reports a purpose that shares with a recipient that gets none of the fields the purpose uses.
    ///
    /// ## Why is this bad?
    /// Either the recipient gets nothing for this purpose and people are told of a disclosure that never happens, or
    /// `gets` lacks what it does get.
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
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     shares_with: [host]
    ///     keep: { for: 6 months, from: last-contact }
    ///   call:
    ///     why: Call you back
    ///     basis: contract
    ///     uses: [contact.fax]
    ///     shares_with: [host]
    ///     keep: { for: 6 months, from: last-contact }
    /// recipients:
    ///   host: { name: Host AS, role: controller, country: NO, gets: [contact.name] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///       fax: { kind: phone, title: Fax }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     shares_with: [host]
    ///     keep: { for: 6 months, from: last-contact }
    ///   call:
    ///     why: Call you back
    ///     basis: contract
    ///     uses: [contact.fax]
    ///     shares_with: [host]
    ///     keep: { for: 6 months, from: last-contact }
    /// recipients:
    ///   host: { name: Host AS, role: controller, country: NO, gets: [contact.name, contact.fax] }
    /// ```
    "A0419", Warning, "a recipient that gets nothing of what it is named for", law "GDPR Art. 13(1)(e) and 5(1)(a)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let gets: HashMap<&str, HashSet<&str>> = cx
        .policy
        .recipients
        .iter()
        .filter(|recipient| !recipient.gets.is_empty())
        .map(|recipient| (recipient.name.as_str(), recipient.gets.iter().map(String::as_str).collect()))
        .collect();
    for purpose in cx.policy.purposes.iter().filter(|purpose| !purpose.uses.is_empty()) {
        for (nth, name) in purpose.shares_with.iter().enumerate() {
            let Some(fields) = gets.get(name.as_str()) else { continue };
            if purpose.uses.iter().any(|field| fields.contains(field.as_str())) {
                continue;
            }
            let at = cx.value(&format!("purposes/{}/shares_with/{nth}", purpose.name));
            let message = format!("`{name}` gets nothing of what `{}` uses", purpose.name);
            let found =
                LINT.breach(message).at(at).label(cx.key(&format!("recipients/{name}/gets")), "what it gets");
            told.push(found.help("add to `gets` what it needs, or remove it here"));
        }
    }
}

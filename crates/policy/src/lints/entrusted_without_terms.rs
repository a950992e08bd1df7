//! Data that customers entrust, without the terms of it.

use super::context::{Context, Told};
use crate::model::DataRole;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a category held as a processor that `service_data` does not cover, and a `service_data` that names no
    /// contract.
    ///
    /// ## Why is this bad?
    /// Who holds data for others needs a contract that says what for, how long, who else helps, and what becomes of it
    /// at the end. Without it nobody knows who answers to the people in that data.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields: { name: { kind: name, title: Name }, email: { kind: email, title: E-mail } }
    ///   entrusted:
    ///     title: Your records
    ///     role: processor
    ///     fields: { record: { kind: message, title: Record } }
    /// purposes:
    ///   answer: { why: Keep your records, basis: contract, uses: [contact.name, contact.email, entrusted.record], keep: { for: 0 days, from: contract-end } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields: { name: { kind: name, title: Name }, email: { kind: email, title: E-mail } }
    ///   entrusted:
    ///     title: Your records
    ///     role: processor
    ///     fields: { record: { kind: message, title: Record } }
    /// purposes:
    ///   answer: { why: Keep your records, basis: contract, uses: [contact.name, contact.email, entrusted.record], keep: { for: 0 days, from: contract-end } }
    /// documents:
    ///   contract: { title: Processing contract, kind: processing-contract, file: documents/contract.pdf, on: 2026-01-01 }
    /// service_data: { who: Our customers, categories: [entrusted], instructions: recorded, at_end: delete, within: 30 days, contract: contract }
    /// ```
    "A0232", Warning, "data that customers entrust, without the terms of it", law "GDPR Art. 28(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let terms = cx.policy.service_data.as_ref();
    let covered = |name: &String| terms.is_some_and(|terms| terms.categories.contains(name));
    let held = cx.policy.data.iter().filter(|category| category.role == DataRole::Processor);
    for category in held.filter(|category| !covered(&category.name)) {
        let at = cx.value(&format!("data/{}/role", category.name));
        let message = format!("nothing says on which terms `{}` is held for others", category.name);
        told.push(
            LINT.breach(message).at(at).help("add it to `service_data`, with instructions, end and contract"),
        );
    }
    if terms.is_some_and(|terms| terms.contract.is_none()) {
        let at = cx.key("service_data");
        let message = "`service_data` names no contract";
        told.push(
            LINT.breach(message).at(at).help("add `contract:` with the name of a document under `documents`"),
        );
    }
}

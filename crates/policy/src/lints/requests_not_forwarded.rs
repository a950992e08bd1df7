//! Requests that never reach the customer.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `service_data` that does not say when a request of a person is forwarded to the customer, or forwards it
    /// only when the law's month is nearly over.
    ///
    /// ## Why is this bad?
    /// The customer must answer within a month, whoever the person wrote to. A processor helps, and a request that lies
    /// is no help.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///   records:
    ///     title: Records
    ///     role: processor
    ///     fields:
    ///       text: { kind: message, title: Records }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email, records.text]
    ///     keep: { for: 6 months, from: last-contact }
    /// documents:
    ///   contract: { title: Processing contract, kind: processing-contract, file: documents/contract.pdf, on: 2025-11-01 }
    /// service_data:
    ///   who: Our customers' contacts
    ///   categories: [records]
    ///   instructions: recorded
    ///   at_end: delete
    ///   within: 30 days
    ///   contract: contract
    ///   sub_processors: { ahead: 30 days, object_within: 14 days, by: [email] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///   records:
    ///     title: Records
    ///     role: processor
    ///     fields:
    ///       text: { kind: message, title: Records }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email, records.text]
    ///     keep: { for: 6 months, from: last-contact }
    /// documents:
    ///   contract: { title: Processing contract, kind: processing-contract, file: documents/contract.pdf, on: 2025-11-01 }
    /// service_data:
    ///   who: Our customers' contacts
    ///   categories: [records]
    ///   instructions: recorded
    ///   at_end: delete
    ///   within: 30 days
    ///   contract: contract
    ///   sub_processors: { ahead: 30 days, object_within: 14 days, by: [email] }
    ///   requests: { forward_within: 2 days }
    /// ```
    "A0223", Warning, "requests that are not forwarded", law "GDPR Art. 28(3)(e)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(data) = &cx.policy.service_data else { return };
    let (message, at) = match data.forward_within {
        None => ("nothing says when a person's request is forwarded to the customer", cx.key("service_data")),
        Some(within) if within.roughly_days() > 14.0 => (
            "a request would reach the customer when half the month is over",
            cx.value("service_data/requests/forward_within"),
        ),
        Some(_) => return,
    };
    told.push(LINT.breach(message).at(at).help("add `requests: { forward_within: 2 days }`"));
}

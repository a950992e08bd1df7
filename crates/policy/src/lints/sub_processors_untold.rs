//! New sub-processors that customers do not hear of.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `service_data` that does not say how customers hear of a new sub-processor, or lets it begin before they
    /// can object.
    ///
    /// ## Why is this bad?
    /// A processor engages others only with leave. A general leave means: the customer hears of it first, and can
    /// object.
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
    ///   requests: { forward_within: 2 days }
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
    ///   requests: { forward_within: 2 days }
    ///   sub_processors: { ahead: 30 days, object_within: 14 days, by: [email] }
    /// ```
    "A0222", Warning, "sub-processors that customers do not hear of", law "GDPR Art. 28(2) and 28(3)(d)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(data) = &cx.policy.service_data else { return };
    let (message, at) = match &data.sub_processors {
        None => ("nothing says how customers hear of a new sub-processor", cx.key("service_data")),
        Some(notice) if notice.object_within.roughly_days() > notice.ahead.roughly_days() => (
            "a new sub-processor would begin before the customer's time to object is over",
            cx.value("service_data/sub_processors/ahead"),
        ),
        Some(_) => return,
    };
    told.push(
        LINT.breach(message)
            .at(at)
            .help("add `sub_processors: { ahead: 30 days, object_within: 14 days, by: [email] }`"),
    );
}

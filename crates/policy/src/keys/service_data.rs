//! Keys of what customers entrust: the processor's part.

use super::{CHANNELS, PURPOSES, may, must};
use crate::shape::{Shape, Space, Type};

pub(super) static SERVICE_DATA: Shape = Shape {
    name: "the service data",
    doc: "What customers entrust: the company is their processor, and every instruction is recorded.",
    keys: &[
        must("who", Type::Text, "Whose data it is.")
            .example("who: The customers and contacts of those who use our service"),
        must("categories", Type::List(&Type::Ref(Space::Category)), "The categories it is in.")
            .law("GDPR Art. 28(3)")
            .example("categories: [invoices]"),
        must(
            "instructions",
            Type::Words(&[("recorded", "every instruction is recorded, and use outside them is denied")]),
            "What becomes of instructions.",
        )
        .law("GDPR Art. 28(3)(a)")
        .example("instructions: recorded"),
        may("export", super::FORMATS, "In which formats the customer can take it along.")
            .default("`[json]`")
            .example("export: [json, csv]"),
        must(
            "at_end",
            Type::Words(&[("delete", "it is deleted"), ("return", "it is given back")]),
            "What becomes of it when the contract ends.",
        )
        .law("GDPR Art. 28(3)(g)")
        .example("at_end: delete"),
        must("within", Type::Length, "How long after the end.").example("within: 30 days"),
        may("contract", Type::Ref(Space::Document), "The contract.")
            .law("GDPR Art. 28(3)")
            .example("contract: processing-contract"),
        may(
            "sub_processors",
            Type::Record(&SUB_PROCESSOR_NOTICE),
            "How customers hear of a new sub-processor.",
        )
        .law("GDPR Art. 28(2)")
        .example("sub_processors: { ahead: 30 days, object_within: 14 days, by: [email] }"),
        may("staff_access", Type::Record(&STAFF_ACCESS), "When staff may look at it.")
            .default("never")
            .law("GDPR Art. 28(3)(b)")
            .example("staff_access: { for: [support], at_most: 4 hours, seen_by_customer: yes }"),
        may("requests", Type::Record(&FORWARDED), "What becomes of a person's request.")
            .law("GDPR Art. 28(3)(e)")
            .example("requests: { forward_within: 2 days }"),
    ],
};

static SUB_PROCESSOR_NOTICE: Shape = Shape {
    name: "a sub-processor notice",
    doc: "How customers hear of a new sub-processor.",
    keys: &[
        must("ahead", Type::Length, "How long before it begins.")
            .law("GDPR Art. 28(2)")
            .example("ahead: 30 days"),
        must("object_within", Type::Length, "How long the customer can object.")
            .example("object_within: 14 days"),
        must("by", CHANNELS, "By which channels.").example("by: [email]"),
    ],
};

static STAFF_ACCESS: Shape = Shape {
    name: "a staff access",
    doc: "When staff may look at what customers entrusted.",
    keys: &[
        must("for", PURPOSES, "For which purposes.").law("GDPR Art. 28(3)(b)").example("for: [support]"),
        may("at_most", Type::Length, "For how long at most.")
            .default("until it is ended")
            .example("at_most: 4 hours"),
        may("seen_by_customer", Type::Flag, "The customer sees each access.")
            .default("no")
            .example("seen_by_customer: yes"),
    ],
};

static FORWARDED: Shape = Shape {
    name: "a forwarded request",
    doc: "What becomes of a request about data a customer entrusted.",
    keys: &[must("forward_within", Type::Length, "Within how long it is forwarded to the customer.")
        .law("GDPR Art. 28(3)(e)")
        .example("forward_within: 2 days")],
};

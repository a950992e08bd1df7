//! Keys of what stands against data leaving or vanishing.

use super::{CHANNELS, may, must};
use crate::model::{HoldNeed, HoldReason, LegalGround, LegalNeed};
use crate::shape::{Key, Shape, Type};

pub(super) static LEGAL_REQUESTS: Shape = Shape {
    name: "the legal requests",
    doc: "When authorities get data. Every disclosure is logged, with the person it is about.",
    keys: &[
        must("grounds", Type::List(&Type::Words(LegalGround::WORDS)), "On which grounds; no other.")
            .law("GDPR Art. 6(1)(c) and 48")
            .example("grounds: [statute]"),
        may("approvers", Type::Whole(1, 5), "How many people must approve.")
            .default("2")
            .example("approvers: 2"),
        may("needs", Type::List(&Type::Words(LegalNeed::WORDS)), "What each must name.")
            .default("`[statute, authority, reference]`, the statute where it is the ground")
            .law("GDPR Art. 5(2)")
            .example("needs: [statute, authority, reference]"),
    ],
};

pub(super) static HOLDS: Shape = Shape {
    name: "the holds",
    doc: "When erasure and the sweep wait. A hold names what it holds.",
    keys: &[
        must("for", Type::List(&Type::Words(HoldReason::WORDS)), "What for; nothing else.")
            .law("GDPR Art. 17(3)")
            .example("for: [claims, audit]"),
        may("needs", Type::List(&Type::Words(HoldNeed::WORDS)), "What each must name.")
            .default("`[reason, end]`")
            .example("needs: [reason, end]"),
    ],
};

pub(super) static BULK: Shape = Shape {
    name: "the bulk rule",
    doc: "How much may leave at once.",
    keys: &[
        must("more_than", Type::Whole(1, 1_000_000), "An export of more people than this counts as bulk.")
            .example("more_than: 100"),
        must(
            "only",
            Type::Words(&[(
                "declared-recipients",
                "recipients that a purpose shares with; anything else is refused",
            )]),
            "Who may get it.",
        )
        .law("GDPR Art. 5(1)(b)")
        .example("only: declared-recipients"),
        may("alert", CHANNELS, "How the privacy lead hears of an attempt.")
            .default("`[email]`")
            .example("alert: [email]"),
    ],
};

/// A kind of evidence.
const fn kept(name: &'static str, doc: &'static str, example: &'static str) -> Key {
    may(name, Type::Length, doc)
        .default("the built-in period")
        .law("GDPR Art. 5(1)(e) and 5(2)")
        .example(example)
}

pub(super) static EVIDENCE: Shape = Shape {
    name: "the evidence",
    doc: "How long evidence is kept, by kind. Evidence shows what was done and holds no more of a person than that needs.",
    keys: &[
        kept(
            "consent",
            "Consents asked, given and withdrawn; counted from the end of the consent.",
            "consent: 3 years",
        ),
        kept("acceptance", "Acceptances.", "acceptance: 3 years"),
        kept("requests", "Requests of people and their answers.", "requests: 3 years"),
        kept("disclosures", "Disclosures to recipients.", "disclosures: 3 years"),
        kept("staff-views", "What staff looked at.", "staff-views: 1 year"),
        kept("notices", "Notices sent.", "notices: 3 years"),
        kept("breaches", "Breaches.", "breaches: 5 years"),
        kept("retention", "What the sweep deleted.", "retention: 1 year"),
    ],
};

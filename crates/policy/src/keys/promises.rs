//! Keys of what is promised beside the uses of data.

use super::{CHANNELS, may, must, should};
use crate::model::{ContinuedUse, NewPurposes, Signal, TakesEffect, TellPeople};
use crate::shape::{Shape, Space, Type};

pub(super) static SIGNALS: Shape = Shape {
    name: "the signals",
    doc: "What browser signals do.",
    keys: &[
        must("gpc", Type::Words(Signal::WORDS), "Global Privacy Control.")
            .law("GDPR Art. 21(5)")
            .example("gpc: honour"),
        must("dnt", Type::Words(Signal::WORDS), "Do Not Track.")
            .law("GDPR Art. 21(5)")
            .example("dnt: honour"),
    ],
};

pub(super) static CHANGES: Shape = Shape {
    name: "the changes",
    doc: "How changes of this policy are told. Every version stays in the archive.",
    keys: &[
        must("minor", CHANGE, "Changes of wording only.").example("minor: [site]"),
        must("significant", CHANGE, "Changes of substance.")
            .law("GDPR Art. 13(3)")
            .example("significant: [site, email]"),
        must("rights_affecting", CHANGE, "Changes that take something from people.")
            .law("GDPR Art. 13(3)")
            .example("rights_affecting: { by: [site, email], ahead: 30 days }"),
        may(
            "archive",
            Type::Words(ARCHIVE),
            "Who can read earlier versions, with the differences between any two.",
        )
        .default("public")
        .law("GDPR Art. 5(1)(a)")
        .example("archive: public"),
        may("takes_effect", Type::Words(TakesEffect::WORDS), "When a change takes effect.")
            .default("after-notice")
            .example("takes_effect: after-notice"),
        may("continued_use", Type::Words(ContinuedUse::WORDS), "What going on using the service counts as.")
            .default("notice")
            .law("GDPR Art. 4(11)")
            .example("continued_use: notice"),
        may(
            "new_purposes",
            Type::Words(NewPurposes::WORDS),
            "What a new purpose needs for data collected before it.",
        )
        .default("consent")
        .law("GDPR Art. 6(4) and 13(3)")
        .example("new_purposes: consent"),
        may("merger", CHANNELS, "By which channels people hear of a merger or sale, with their options.")
            .default("not promised")
            .example("merger: [email, site]"),
    ],
};

const ARCHIVE: &[(&str, &str)] = &[("public", "everybody"), ("none", "the staff only")];

const CHANGE: Type = Type::Either(&CHANNELS, &Type::Record(&CHANGE_RECORD));

static CHANGE_RECORD: Shape = Shape {
    name: "a change",
    doc: "How one class of change is told; a list of channels alone means: when it takes effect.",
    keys: &[
        must("by", CHANNELS, "By which channels.").example("by: [site, email]"),
        may("ahead", Type::Length, "How long before it takes effect.")
            .default("when it takes effect")
            .example("ahead: 30 days"),
    ],
};

pub(super) static BREACH: Shape = Shape {
    name: "the breach promise",
    doc: "What happens after a breach of security.",
    keys: &[
        must(
            "tell_authority_within",
            Type::Length,
            "When the authority is told at the latest: 72 hours, or sooner.",
        )
        .law("GDPR Art. 33(1)")
        .example("tell_authority_within: 72 hours"),
        must("tell_people_by", CHANNELS, "By which channels people are told.")
            .law("GDPR Art. 34")
            .example("tell_people_by: [email, site]"),
        may("tell_people", Type::Words(TellPeople::WORDS), "Of which breaches people are told.")
            .default("high-risk")
            .law("GDPR Art. 34(1)")
            .example("tell_people: always"),
    ],
};

pub(super) static SECURITY: Shape = Shape {
    name: "the security promise",
    doc: "What is promised of transport, store and backups.",
    keys: &[
        may("tls_bits", Type::Whole(0, 512), "The smallest key of the transport's cipher in bits: `128` or `256`.")
            .default("not promised; TLS always")
            .law("GDPR Art. 32(1)(a)")
            .example("tls_bits: 256"),
        may("encrypted_at_rest", Type::Flag, "Data is encrypted where it lies.")
            .default("no: not promised")
            .law("GDPR Art. 32(1)(a)")
            .example("encrypted_at_rest: yes"),
        may("passwords", Type::Words(&[("argon2id", "as Argon2id hashes only")]), "How passwords are kept.")
            .default("not promised; hashed always")
            .law("GDPR Art. 32(1)(a)")
            .example("passwords: argon2id"),
        may("backups_at", Type::Ref(Space::Recipient), "The recipient that keeps the backups, encrypted.")
            .default("at home")
            .law("GDPR Art. 28 and 32(1)(c)")
            .example("backups_at: backup-host"),
        may(
            "backups_gone_after",
            Type::Length,
            "After how long nothing erased can come back from a backup. Backups of the keys are dead by then.",
        )
        .default("14 days")
        .law("GDPR Art. 17(1)")
        .example("backups_gone_after: 30 days"),
    ],
};

pub(super) static ATTESTATION: Shape = Shape {
    name: "an attestation",
    doc: "A promise that people keep. A dated confirmation is asked for at every interval.",
    keys: &[
        must("promise", Type::Text, "What is promised.")
            .law("GDPR Art. 32(1)(d)")
            .example("promise: Rooms that hold personal data are locked."),
        should("owner", Type::Text, "Who vouches for it: a role, never a person's name.")
            .law("GDPR Art. 24(1)")
            .example("owner: The head of operations"),
        should("every", Type::Length, "How often it is reviewed.")
            .law("GDPR Art. 24(1)")
            .example("every: 1 year"),
        may("last", Type::Date, "When it was last confirmed before Abide kept count.")
            .example("last: 2026-05-01"),
        may("evidence", Type::Ref(Space::Document), "The document that shows it.")
            .law("GDPR Art. 5(2)")
            .example("evidence: audit-2026"),
        may("of", Type::Ref(Space::Recipient), "The recipient it is about.")
            .default("the company itself")
            .law("GDPR Art. 28(1)")
            .example("of: backup-host"),
    ],
};

pub(super) static STATEMENT: Shape = Shape {
    name: "a statement",
    doc: "A further section of text.",
    keys: &[
        must("title", Type::Text, "Its heading.").example("title: Your part"),
        should("text", Type::Text, "Its text; an empty line begins a paragraph.")
            .example("text: Keep your password to yourself."),
    ],
};

pub(super) static PROMISE: Shape = Shape {
    name: "a promise",
    doc: "A promise under the company's own number. What keeps it follows from the declarations it names.",
    keys: &[
        must("says", Type::Text, "What is promised.")
            .example("says: Only people of 16 or older may register."),
        must(
            "kept_by",
            Type::List(&Type::Place),
            "The places of this policy that keep it: keys with `/` between them.",
        )
        .law("GDPR Art. 5(2)")
        .example("kept_by: [minimum_age]"),
    ],
};

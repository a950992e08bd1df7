//! Keys of what is promised beside the uses of data.

use super::{may, must, should};
use crate::model::{Channel, Counted, Signal};
use crate::shape::{Shape, Type};

const CHANNELS: Type = Type::List(&Type::Words(Channel::WORDS));

pub(super) static RIGHTS: Shape = Shape {
    name: "the rights",
    doc: "How requests are answered.",
    keys: &[
        must(
            "answer",
            Type::Record(&CLOCK),
            "When a request is answered at the latest (Art. 12(3)): within one month, or sooner.",
        ),
        may(
            "first_reply",
            Type::Record(&CLOCK),
            "When a first reply is given at the latest, if promised (WE-12).",
        ),
        may(
            "answer_by",
            CHANNELS,
            "How an answer can reach the person (WE-10). Default: `[privacy-centre]`.",
        ),
        may(
            "withdraw",
            CHANNELS,
            "How a consent can be withdrawn: as easily as it was given (Art. 7(3), PC-08).",
        ),
        may("answer_kept", Type::Length, "How long a prepared answer stays available. Default: `14 days`."),
    ],
};

static CLOCK: Shape = Shape {
    name: "a clock",
    doc: "A promised time.",
    keys: &[
        must("within", Type::Length, "How long."),
        may("counted_in", Type::Words(Counted::WORDS), "What counts. Default: `calendar`."),
    ],
};

pub(super) static SIGNALS: Shape = Shape {
    name: "the signals",
    doc: "What browser signals do.",
    keys: &[
        must("gpc", Type::Words(Signal::WORDS), "Global Privacy Control."),
        must("dnt", Type::Words(Signal::WORDS), "Do Not Track."),
    ],
};

pub(super) static CHANGES: Shape = Shape {
    name: "the changes",
    doc: "How changes of this policy are told. Every version stays in the archive (SO-29).",
    keys: &[
        must("minor", CHANGE, "Changes of wording only."),
        must("significant", CHANGE, "Changes of substance."),
        must("rights_affecting", CHANGE, "Changes that take something from people."),
    ],
};

const CHANGE: Type = Type::Either(&CHANNELS, &Type::Record(&CHANGE_RECORD));

static CHANGE_RECORD: Shape = Shape {
    name: "a change",
    doc: "How one class of change is told; a list of channels alone means: when it takes effect.",
    keys: &[
        must("by", CHANNELS, "By which channels."),
        may("ahead", Type::Length, "How long before it takes effect (WX-24)."),
    ],
};

pub(super) static BREACH: Shape = Shape {
    name: "the breach promise",
    doc: "What happens after a breach of security.",
    keys: &[
        must(
            "tell_authority_within",
            Type::Length,
            "When the authority is told at the latest: 72 hours, or sooner (Art. 33).",
        ),
        must("tell_people_by", CHANNELS, "By which channels people are told (Art. 34)."),
        may(
            "tell_people",
            Type::Words(&[
                ("high-risk", "where their rights are at high risk, as the law asks"),
                ("always", "of every breach, whatever the risk (WE-15)"),
            ]),
            "Of which breaches people are told. Default: `high-risk`.",
        ),
    ],
};

pub(super) static LEGAL_REQUESTS: Shape = Shape {
    name: "the legal requests",
    doc: "When authorities get data.",
    keys: &[
        must(
            "ground",
            Type::Words(&[
                ("statute", "only where a statute obliges"),
                ("law-or-emergency", "where the law asks, for security, or in an emergency"),
            ]),
            "On which ground.",
        ),
        may("approvers", Type::Whole(1, 5), "How many people must approve. Default: `2`."),
    ],
};

pub(super) static SECURITY: Shape = Shape {
    name: "the security promise",
    doc: "What is promised of transport and backups.",
    keys: &[
        may(
            "tls_bits",
            Type::Whole(0, 512),
            "The smallest key of the transport's cipher in bits: `128` or `256`.",
        ),
        may(
            "backups_gone_after",
            Type::Length,
            "After how many days nothing erased can come back from a backup (PC-17). Backups of the keys are dead by then. Default: `14 days`.",
        ),
    ],
};

pub(super) static ATTESTATION: Shape = Shape {
    name: "an attestation",
    doc: "A promise that people keep. A dated confirmation is asked for at every interval.",
    keys: &[
        must("promise", Type::Text, "What is promised."),
        should("owner", Type::Text, "Who vouches for it: a role, never a person's name."),
        should("every", Type::Length, "How often it is reviewed."),
    ],
};

pub(super) static STATEMENT: Shape = Shape {
    name: "a statement",
    doc: "A further section of text.",
    keys: &[
        must("title", Type::Text, "Its heading."),
        must("text", Type::Text, "Its text; an empty line begins a paragraph."),
    ],
};

//! Keys of how people's requests are answered.

use super::{CHANNELS, FORMATS, may, must};
use crate::model::{Counted, SelfService};
use crate::shape::{Shape, Space, Type};

pub(super) static RIGHTS: Shape = Shape {
    name: "the rights",
    doc: "How requests are answered.",
    keys: &[
        must(
            "answer",
            Type::Record(&CLOCK),
            "When a request is answered at the latest: within one month, or sooner.",
        )
        .law("GDPR Art. 12(3)")
        .example("answer: { within: 1 month }"),
        may("first_reply", Type::Record(&CLOCK), "When a first reply is given at the latest.")
            .default("not promised")
            .example("first_reply: { within: 1 hour, counted_in: office-hours }"),
        may("extension", Type::Record(&EXTENSION), "How far that time can be extended.")
            .default("by 2 months, told within 1 month")
            .law("GDPR Art. 12(3)")
            .example("extension: { by: 2 months, told_within: 1 month }"),
        may("ask_by", CHANNELS, "How a request can reach the company.")
            .default("`[privacy-centre, email]`")
            .law("GDPR Art. 12(2)")
            .example("ask_by: [privacy-centre, email]"),
        may("answer_by", CHANNELS, "How an answer can reach the person.")
            .default("`[privacy-centre]`")
            .law("GDPR Art. 12(1)")
            .example("answer_by: [privacy-centre, email]"),
        may("answer_kept", Type::Length, "How long a prepared answer stays available.")
            .default("14 days")
            .example("answer_kept: 14 days"),
        may("withdraw", CHANNELS, "How a consent can be withdrawn: as easily as it was given.")
            .law("GDPR Art. 7(3)")
            .example("withdraw: [privacy-centre, message]"),
        may(
            "self_service",
            Type::List(&Type::Words(SelfService::WORDS)),
            "What a person does without asking anybody.",
        )
        .default("`[]`")
        .law("GDPR Art. 25(2)")
        .example("self_service: [personal-data, account, preferences, delete-account]"),
        may("everywhere", Type::Flag, "Everybody has these rights, wherever they live.")
            .default("no: not promised")
            .example("everywhere: yes"),
        may("portability", FORMATS, "In which formats data is taken along.")
            .default("`[json]`")
            .law("GDPR Art. 20(1)")
            .example("portability: [json, csv]"),
        may("restriction", Type::Record(&RESTRICTION), "What a dispute stops.")
            .default("from its opening; the person is told before it is lifted")
            .law("GDPR Art. 18")
            .example("restriction: { on_opening: yes, tell_before_lifting: yes, veto: none }"),
        may("objection", Type::Record(&OBJECTION), "What an objection stops.")
            .default("use stops until the decision")
            .law("GDPR Art. 21(1)")
            .example("objection: { stops_meanwhile: yes, decided_within: 1 month }"),
        may("rectification", Type::Record(&RECTIFICATION), "Whom a correction reaches.")
            .default("every recipient; supplements are kept")
            .law("GDPR Art. 16 and 19")
            .example("rectification: { reaches: recipients, supplements: yes }"),
        may("complaint", Type::Record(&CLOCK), "When a complaint is answered at the latest.")
            .default("not promised")
            .example("complaint: { within: 1 month }"),
        may(
            "named",
            Type::List(&Type::Words(NAMED)),
            "The rights the text names. Every rendering of Abide names them all.",
        )
        .default("all of them")
        .law("GDPR Art. 13(2)(b)")
        .example("named: [access, rectification, erasure, restriction, objection, portability]"),
        may("fee", Type::Words(FEES), "What a request costs.")
            .default("free")
            .law("GDPR Art. 12(5)")
            .example("fee: free"),
        may(
            "third_parties",
            Type::List(&Type::Ref(Space::Recipient)),
            "Recipients a person turns to themselves; an answer lists them.",
        )
        .default("`[]`")
        .law("GDPR Art. 15(1)(c)")
        .example("third_parties: [posten]"),
    ],
};

/// The rights of Art. 15 to 21.
pub(crate) const NAMED: &[(&str, &str)] = &[
    ("access", "to know what is held, and to get a copy (Art. 15)"),
    ("rectification", "to have it put right (Art. 16)"),
    ("erasure", "to have it erased (Art. 17)"),
    ("restriction", "to have its use stopped during a dispute (Art. 18)"),
    ("objection", "to object (Art. 21)"),
    ("portability", "to take it along (Art. 20)"),
];

const FEES: &[(&str, &str)] = &[
    ("free", "nothing"),
    ("excessive", "nothing, but where a request is manifestly unfounded or excessive"),
    ("always", "void: a request is free, and Abide never asks for money"),
];

static CLOCK: Shape = Shape {
    name: "a clock",
    doc: "A promised time.",
    keys: &[
        must("within", Type::Length, "How long.").example("within: 1 month"),
        may("counted_in", Type::Words(Counted::WORDS), "What counts.")
            .default("calendar")
            .law("Regulation 1182/71")
            .example("counted_in: office-hours"),
    ],
};

static EXTENSION: Shape = Shape {
    name: "an extension",
    doc: "How far the time of an answer can be extended where a request is hard.",
    keys: &[
        must("by", Type::Length, "By how long: two months, or less.")
            .law("GDPR Art. 12(3)")
            .example("by: 2 months"),
        must("told_within", Type::Length, "Within how long the person is told, with the reasons.")
            .law("GDPR Art. 12(3)")
            .example("told_within: 1 month"),
    ],
};

static RESTRICTION: Shape = Shape {
    name: "a restriction",
    doc: "What a dispute about data stops.",
    keys: &[
        may("on_opening", Type::Flag, "Use stops as soon as the request is opened.")
            .default("yes")
            .law("GDPR Art. 18(1)")
            .example("on_opening: yes"),
        may("tell_before_lifting", Type::Flag, "The person is told before it is lifted.")
            .default("yes")
            .law("GDPR Art. 18(3)")
            .example("tell_before_lifting: yes"),
        may(
            "veto",
            Type::Words(&[
                ("none", "nobody can stop it"),
                ("administrator", "void: no administrator can stop it, and Abide never lets one"),
            ]),
            "Who can stop it.",
        )
        .default("none")
        .law("GDPR Art. 18(1)")
        .example("veto: none"),
    ],
};

static OBJECTION: Shape = Shape {
    name: "an objection",
    doc: "What an objection to legitimate interest stops. One to direct marketing always stops it for good.",
    keys: &[
        may("stops_meanwhile", Type::Flag, "Use stops until the decision.")
            .default("yes")
            .law("GDPR Art. 18(1)(d)")
            .example("stops_meanwhile: yes"),
        may("decided_within", Type::Length, "When it is decided at the latest.")
            .default("as `answer`")
            .law("GDPR Art. 12(3)")
            .example("decided_within: 1 month"),
        may(
            "may_end_service",
            Type::Flag,
            "Void if `yes`: some objections would end the service, and which they are is not said.",
        )
        .default("no")
        .law("GDPR Art. 21(3)")
        .example("may_end_service: no"),
    ],
};

static RECTIFICATION: Shape = Shape {
    name: "a rectification",
    doc: "Whom a correction reaches.",
    keys: &[
        may("reaches", Type::Words(&[("recipients", "every recipient is told of it")]), "Whom it reaches.")
            .default("recipients")
            .law("GDPR Art. 19")
            .example("reaches: recipients"),
        may("supplements", Type::Flag, "A statement can be added beside what is held.")
            .default("yes")
            .law("GDPR Art. 16")
            .example("supplements: yes"),
    ],
};

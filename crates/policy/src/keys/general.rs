//! Keys of what a text says in general, of no one declaration.

use super::may;
use crate::model::Basis;
use crate::shape::{Shape, Type};

pub(super) static GENERAL: Shape = Shape {
    name: "the general part",
    doc: "What the text says of everything at once, of no one purpose or recipient. It binds nothing and replaces no declaration: it is here so that a published text can be held against the law.",
    keys: &[
        may(
            "bases",
            Type::List(&Type::Words(Basis::WORDS)),
            "Legal bases the text lists; each must be that of some purpose.",
        )
        .default("`[]`")
        .law("GDPR Art. 13(1)(c)")
        .example("bases: [contract, consent]"),
        may("on_request", Type::List(&Type::Words(ON_REQUEST)), "What the text tells only to those who ask.")
            .default("`[]`: nothing")
            .law("GDPR Art. 13(1) and 13(2)")
            .example("on_request: [safeguards]"),
        may("liability", Type::Words(LIABILITY), "What the text says of its liability for personal data.")
            .default("as the law has it")
            .law("GDPR Art. 82")
            .example("liability: as-by-law"),
    ],
};

const ON_REQUEST: &[(&str, &str)] = &[
    ("basis", "on which basis data is used"),
    ("interest", "which legitimate interest it is"),
    ("duty", "whether data must be given, and what follows if not"),
    ("recipients", "who gets it"),
    ("period", "how long it is kept"),
    ("source", "where it comes from"),
    ("safeguards", "a copy of the safeguards of a transfer, which may be had on request"),
];

const LIABILITY: &[(&str, &str)] =
    &[("as-by-law", "what the law says"), ("excluded", "void: no text can exclude it")];

//! Keys that say how much a finding matters here.

use super::{may, must};
use crate::shape::{KeyType, Shape, Type};

/// By code: one level, or several for different places.
pub(crate) static LINTS: Type =
    Type::Map(KeyType::Free, &Type::Either(&Type::List(&Type::Record(&LEVEL)), &Type::Record(&LEVEL)));

static LEVEL: Shape = Shape {
    name: "a level",
    doc: "How much a finding matters in this policy, and why. What changes nothing is itself a finding. An error stays one: it does not compile.",
    keys: &[
        must("level", Type::Words(WORDS), "What becomes of the finding.").example("level: note"),
        must("because", Type::Line, "Why. It is shown wherever the finding is shown or counted.")
            .law("GDPR Art. 5(2)")
            .example("because: Decided with the data protection officer on 2026-05-04"),
        may("at", Type::List(&Type::Place), "Only there: keys with `/` between them.")
            .default("everywhere")
            .example("at: [purposes/archive]"),
    ],
};

const WORDS: &[(&str, &str)] = &[
    ("error", "it does not compile"),
    ("warning", "a law or a promise is at risk"),
    ("note", "worth knowing"),
    ("allow", "not told; it is counted, with the reason"),
];

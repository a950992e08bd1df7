//! Keys that say what data there is.

use super::{PURPOSES, may, must};
use crate::model::{DataRole, KeptAs, Kind, Sensitivity, Visibility};
use crate::shape::{KeyType, Shape, Space, Type};

pub(super) static CATEGORY: Shape = Shape {
    name: "a category",
    doc: "A group of fields that people understand as one thing. The answer to an access request is grouped so.",
    keys: &[
        must("title", Type::Text, "Its name for people.").example("title: Contact details"),
        must(
            "fields",
            Type::Map(KeyType::Defines(Space::Field), &Type::Record(&FIELD)),
            "Its fields; elsewhere each is written `category.field`.",
        )
        .law("GDPR Art. 15(1)(b)")
        .example("fields: { email: { kind: email, title: E-mail } }"),
        may("role", Type::Words(DataRole::WORDS), "What the company is to this data.")
            .default("controller")
            .law("GDPR Art. 4(7) and (8)")
            .example("role: processor"),
        may(
            "visible_to",
            Type::Words(Visibility::WORDS),
            "Who can see it besides the person and the staff who need it.",
        )
        .default("private")
        .law("GDPR Art. 25(2)")
        .example("visible_to: organisation"),
        may("only_for", PURPOSES, "The only purposes its data serves; any other that uses it is an error.")
            .default("whatever a purpose declares")
            .law("GDPR Art. 5(1)(b)")
            .example("only_for: [answer]"),
        may("sensitivity", Type::Words(Sensitivity::WORDS), "How much harm its loss would do.")
            .default("ordinary")
            .law("GDPR Art. 32(2) and 34(1)")
            .example("sensitivity: high"),
    ],
};

static FIELD: Shape = Shape {
    name: "a field",
    doc: "One thing that may be held about a person.",
    keys: &[
        must(
            "kind",
            Type::Words(Kind::WORDS),
            "What it is: decides how it is checked, shown, searched and masked.",
        )
        .example("kind: email"),
        must("title", Type::Text, "Its name for people.").example("title: E-mail"),
        may("optional", Type::Flag, "It may stay empty wherever it is asked.")
            .default("no")
            .law("GDPR Art. 5(1)(c)")
            .example("optional: yes"),
        may("visible_to", Type::Words(Visibility::WORDS), "Who can see it.")
            .default("as its category")
            .law("GDPR Art. 25(2)")
            .example("visible_to: collaborators"),
        may("kept_as", Type::Words(KeptAs::WORDS), "How much of it is kept.")
            .default("full; a password: hashed")
            .law("GDPR Art. 5(1)(c) and 32(1)")
            .example("kept_as: last-four"),
    ],
};

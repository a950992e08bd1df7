//! The keys of a policy: the one table that checks files, fills the schema and writes the reference.

mod company;
mod data;
mod promises;
mod surfaces;

use crate::shape::{Key, KeyType, Need, Shape, Space, Type};

/// A key.
const fn key(name: &'static str, need: Need, value: Type, doc: &'static str) -> Key {
    Key { name, value, need, doc }
}

/// A key that may be left out.
const fn may(name: &'static str, value: Type, doc: &'static str) -> Key {
    key(name, Need::Optional, value, doc)
}

/// A key without which nothing compiles.
const fn must(name: &'static str, value: Type, doc: &'static str) -> Key {
    key(name, Need::Required, value, doc)
}

/// A key whose absence a lint of its own reports.
const fn should(name: &'static str, value: Type, doc: &'static str) -> Key {
    key(name, Need::Lint, value, doc)
}

/// The whole file.
pub(crate) static POLICY: Shape = Shape {
    name: "a policy",
    doc: "One file is one policy: who answers for the data, what there is, why, how long, with whom, and every promise beside.",
    keys: &[
        must("abide", Type::Whole(1, 999), "The edition of the language: `1`."),
        must("service", Type::Name, "The service's name in addresses and tables. It never changes."),
        may(
            "title",
            Type::Line,
            "The service's name as people know it, the same in every language. Default: the controller's name.",
        ),
        must(
            "version",
            Type::Date,
            "The day this version is dated. It stands on the policy, in every receipt and in the archive.",
        ),
        must(
            "controller",
            Type::Record(&company::CONTROLLER),
            "Who decides why and how data is used (Art. 4(7), 13(1)(a)).",
        ),
        may(
            "representatives",
            Type::Map(KeyType::Defines(Space::Other), &Type::Record(&company::REPRESENTATIVE)),
            "Who answers for the controller in another country (Art. 27).",
        ),
        should(
            "authority",
            Type::Record(&company::AUTHORITY),
            "The supervisory authority: where people can complain (Art. 13(2)(d)).",
        ),
        must(
            "languages",
            Type::Record(&company::LANGUAGES),
            "The languages the policy speaks. Every text for people stands in each of them.",
        ),
        may(
            "office_hours",
            Type::Record(&company::OFFICE_HOURS),
            "When the office is open; needed where a clock counts office hours (WE-12).",
        ),
        should(
            "minimum_age",
            Type::Whole(0, 21),
            "From which age people may use the service (PC-01, Art. 8); `0`: no limit, said on purpose.",
        ),
        may(
            "special_categories",
            Type::Words(&[(
                "never",
                "no field of a special category may be declared, by anybody, ever (PC-04)",
            )]),
            "What is promised of special categories (Art. 9).",
        ),
        should(
            "automated_decisions",
            Type::Either(
                &Type::Words(&[("none", "no decision about people is made without a human")]),
                &Type::Text,
            ),
            "What is said of decisions without a human (Art. 13(2)(f), 22): `none`, or a text for each language with their logic and consequences.",
        ),
        must(
            "data",
            Type::Map(KeyType::Defines(Space::Category), &Type::Record(&data::CATEGORY)),
            "What data there is, in categories people understand. Nothing else is ever stored (PC-05).",
        ),
        must(
            "purposes",
            Type::Map(KeyType::Defines(Space::Purpose), &Type::Record(&data::PURPOSE)),
            "What data is used for. Every other use is denied (PC-20).",
        ),
        may(
            "recipients",
            Type::Map(KeyType::Defines(Space::Recipient), &Type::Record(&data::RECIPIENT)),
            "Who receives data (Art. 13(1)(e)). Nobody else ever gets any.",
        ),
        may(
            "agreements",
            Type::Map(KeyType::Defines(Space::Agreement), &Type::Record(&data::AGREEMENT)),
            "Terms a person accepts besides this policy (WE-09). `privacy-policy` is always one.",
        ),
        may(
            "cookies",
            Type::Map(KeyType::Free, &Type::Record(&surfaces::COOKIE)),
            "What is stored in the browser, by name; a `*` at the end stands for any ending (WE-02).",
        ),
        may(
            "forms",
            Type::Map(KeyType::Defines(Space::Form), &Type::Record(&surfaces::FORM)),
            "Where data is collected.",
        ),
        must(
            "rights",
            Type::Record(&promises::RIGHTS),
            "How fast and by which ways people's requests are answered.",
        ),
        should("signals", Type::Record(&promises::SIGNALS), "What browser signals do (SO-26)."),
        should("changes", Type::Record(&promises::CHANGES), "How changes of this policy are told (WX-24)."),
        should(
            "breach",
            Type::Record(&promises::BREACH),
            "What happens after a breach of security (Art. 33, 34; WE-15, WE-16).",
        ),
        may("legal_requests", Type::Record(&promises::LEGAL_REQUESTS), "When authorities get data (WE-08)."),
        may(
            "security",
            Type::Record(&promises::SECURITY),
            "What is promised of transport and backups (WE-14).",
        ),
        may(
            "attestations",
            Type::Map(KeyType::Defines(Space::Other), &Type::Record(&promises::ATTESTATION)),
            "Promises that people keep, not software: reviewed at intervals, overdue ones show (WE-21).",
        ),
        may(
            "statements",
            Type::Map(KeyType::Defines(Space::Other), &Type::Record(&promises::STATEMENT)),
            "Further sections of the published policy (WE-20).",
        ),
    ],
};

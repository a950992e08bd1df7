//! Keys that say what data there is, why, how long, and who receives it.

use super::{may, must, should};
use crate::model::{Basis, Duty, Ground, Kind, Messages, Origin, Role, Safeguard, Then};
use crate::shape::{KeyType, Shape, Space, Type};

pub(super) static CATEGORY: Shape = Shape {
    name: "a category",
    doc: "A group of fields that people understand as one thing. The answer to an access request is grouped so (WE-11).",
    keys: &[
        must("title", Type::Text, "Its name for people."),
        must(
            "fields",
            Type::Map(KeyType::Defines(Space::Field), &Type::Record(&FIELD)),
            "Its fields; elsewhere each is written `category.field`.",
        ),
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
        ),
        must("title", Type::Text, "Its name for people."),
        may("optional", Type::Flag, "It may stay empty wherever it is asked (WX-02). Default: `no`."),
    ],
};

pub(super) static PURPOSE: Shape = Shape {
    name: "a purpose",
    doc: "One use of data, with one legal basis, its own fields, recipients and period.",
    keys: &[
        should(
            "why",
            Type::Text,
            "What is done, as people would say it: \"Deliver what you ordered\" (Art. 13(1)(c)).",
        ),
        should(
            "basis",
            Type::Words(Basis::WORDS),
            "The legal basis (Art. 6(1)). An acceptance of terms is never one.",
        ),
        may("interest", Type::Text, "The legitimate interest, where that is the basis (Art. 13(1)(d))."),
        may("law", Type::Text, "The law that obliges, where that is the basis (Art. 6(3))."),
        may("ground", Type::Words(Ground::WORDS), "The ground for fields of special categories (Art. 9(2))."),
        should("uses", Type::List(&Type::Ref(Space::Field)), "The fields it uses; none besides (WE-03)."),
        may("shares_with", Type::List(&Type::Ref(Space::Recipient)), "The recipients it shares with."),
        should(
            "keep",
            Type::Record(&KEEP),
            "How long data is kept for it (Art. 13(2)(a)). A sweep acts on it (WE-13).",
        ),
        may(
            "from",
            Type::List(&Type::Words(Origin::WORDS)),
            "Where its data comes from (Art. 14(2)(f)). Default: `[person]`.",
        ),
        may("duty", Type::Words(Duty::WORDS), "Whether a person has to give the data (Art. 13(2)(e))."),
        may("consequence", Type::Text, "What follows if they do not."),
        may("agreements", Type::List(&Type::Ref(Space::Agreement)), "The agreements it belongs to (WE-09)."),
        may("messages", Type::Words(Messages::WORDS), "Which kind of messages it sends (PC-16, WE-18)."),
        may("anonymous", Type::Flag, "Nobody can be identified in what it keeps (WE-01). Default: `no`."),
    ],
};

static KEEP: Shape = Shape {
    name: "a period",
    doc: "How long, from when, and what then.",
    keys: &[
        must(
            "for",
            Type::Length,
            "How long; `0 days`: no longer than the moment of `from`. A period that is not published is written `{ assumed: … }`.",
        ),
        must(
            "from",
            Type::Anchor,
            "From when: `collection`, `last-contact`, `contract-end`, `fiscal-year-end`, `consent-end` or `event:<name>`.",
        ),
        may("then", Type::Words(Then::WORDS), "What then. Default: `delete`."),
    ],
};

pub(super) static RECIPIENT: Shape = Shape {
    name: "a recipient",
    doc: "Somebody who receives data: with role, country, place of storage, safeguard, and exactly the fields it gets.",
    keys: &[
        must("name", Type::Line, "Its name."),
        may("what", Type::Text, "What it does for you."),
        must("role", Type::Words(Role::WORDS), "Its role."),
        must("country", Type::Country, "The country it answers from."),
        may("stored_in", Type::Country, "The country where the data is stored. Default: `country`."),
        may("hosted_by", Type::Line, "On whose servers, where another's."),
        may("representative", Type::Line, "Its representative in the European Economic Area."),
        may(
            "safeguard",
            Type::Words(Safeguard::WORDS),
            "What makes a transfer out of the European Economic Area lawful (Art. 44 to 49).",
        ),
        may("agreement", Type::Url, "Where the contract with it is kept (Art. 28(3))."),
        should(
            "gets",
            Type::List(&Type::Ref(Space::Field)),
            "The fields it gets; no others ever leave (WE-04).",
        ),
        may("onward", Type::Flag, "Whether it may pass data on or use it for itself. Default: `no` (WE-06)."),
    ],
};

pub(super) static AGREEMENT: Shape = Shape {
    name: "an agreement",
    doc: "Terms a person accepts besides this policy. Each acceptance records the version.",
    keys: &[
        must("title", Type::Text, "Its name for people."),
        must("version", Type::Line, "Its version, such as a day."),
        may("url", Type::Url, "Where to read it."),
        must("covers", Type::Text, "What it covers."),
    ],
};

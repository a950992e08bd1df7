//! What may be written in a store map: the one table that checks it, fills its JSON Schema and its reference.

use crate::keys::LINTS;
use crate::shape::{Key, KeyType, Need, Shape, Type};

const fn key(name: &'static str, value: Type, need: Need, doc: &'static str) -> Key {
    Key::new(name, need, value, doc)
}

/// A store map.
pub(crate) static MAP: Shape = Shape {
    name: "a store map",
    doc: "What one of the company's databases holds about people. A document of its own beside the policy.",
    keys: &[
        key(
            "abide-map",
            Type::Words(&[("1", "The first edition.")]),
            Need::Required,
            "The edition of the language.",
        ),
        key(
            "store",
            Type::Name,
            Need::Required,
            "The store's name; its credentials are `ABIDE_STORE_<NAME>_READ_URL` and `…_ERASE_URL`.",
        ),
        key(
            "financial_year_ends",
            Type::Line,
            Need::Optional,
            "Month and day on which the financial year ends, `12-31` if not said.",
        ),
        key(
            "tables",
            Type::Map(KeyType::Free, &TABLE_OR_WORD),
            Need::Required,
            "Every table; `not-personal` for those that say nothing about people.",
        ),
        key(
            "lints",
            LINTS,
            Need::Optional,
            "How much a finding in this map matters, by its code, with the reason.",
        )
        .example("lints: { A0808: { level: note, because: The carrier asks for it, at: [tables/orders] } }"),
    ],
};

static TABLE_OR_WORD: Type = Type::Either(
    &Type::Words(&[("not-personal", "Nothing in this table is about people.")]),
    &Type::Record(&TABLE),
);

static TABLE: Shape = Shape {
    name: "a table",
    doc: "One table of the store.",
    keys: &[
        key("title", Type::Text, Need::Optional, "Its name for people; the table's own name if not said."),
        key("purpose", Type::Line, Need::Required, "What its rows are kept for: a purpose of the policy."),
        key("also_for", Type::List(&Type::Line), Need::Optional, "Further purposes its columns serve."),
        key("person", Type::Record(&PERSON), Need::Optional, "Each row is a person, found by these columns."),
        key(
            "belongs_to",
            Type::Map(KeyType::Free, &Type::Line),
            Need::Optional,
            "Whose the rows are: column to table, or to `table.column`; several columns with commas. The first that is not null decides.",
        ),
        key(
            "refers_to",
            Type::Map(KeyType::Free, &Type::Line),
            Need::Optional,
            "Columns that name a person whose row this is not.",
        ),
        key(
            "key",
            Type::List(&Type::Line),
            Need::Optional,
            "What identifies a row, if the database declares no primary key.",
        ),
        key("columns", Type::Map(KeyType::Free, &COLUMN_OR_CLASS), Need::Required, "Every column."),
        key(
            "somebody_else",
            Type::Record(&SOMEBODY_ELSE),
            Need::Optional,
            "Columns that are another person's where a name in the row is not the person's.",
        ),
        key("erase", ERASE, Need::Required, "What becomes of the rows when their person is erased."),
    ],
};

static PERSON: Shape = Shape {
    name: "a person",
    doc: "How a person is found. Nothing else is ever searched for.",
    keys: &[
        key(
            "email",
            Type::Line,
            Need::Optional,
            "The column with the e-mail address, compared without regard to case.",
        ),
        key("phone", Type::Line, Need::Optional, "The column with the telephone number, compared exactly."),
        key(
            "numbers",
            Type::Map(KeyType::Free, &Type::Line),
            Need::Optional,
            "Numbers the company gave, each with its column; staff verify them.",
        ),
        key(
            "name",
            Type::List(&Type::Line),
            Need::Optional,
            "The columns that make up the name, in speaking order; looked for in free text when the person is erased.",
        ),
    ],
};

static COLUMN_OR_CLASS: Type = Type::Either(&Type::Line, &Type::Record(&COLUMN));

static COLUMN: Shape = Shape {
    name: "a column",
    doc: "One column.",
    keys: &[
        key(
            "is",
            Type::Line,
            Need::Required,
            "A field of the policy such as `contact.name`, or `key`, `not-personal` or `other-person`.",
        ),
        key("title", Type::Text, Need::Optional, "Its name for people; the field's title if not said."),
        key(
            "free_text",
            Type::Flag,
            Need::Optional,
            "Somebody types here and may name people. Said by itself for a field of the kind `message`.",
        ),
        key(
            "mask",
            Type::Line,
            Need::Optional,
            "What it takes when masked; `{}` stands for what differs from row to row.",
        ),
        key(
            "unit",
            Type::Line,
            Need::Optional,
            "How a field of the kind `money` is stored: an ISO 4217 code, `NOK`, or with the parts counted, `NOK/100`. Pages show `615.00 NOK`; files keep the stored value.",
        ),
    ],
};

static SOMEBODY_ELSE: Shape = Shape {
    name: "somebody else",
    doc: "A parcel to a friend: where the name differs, these columns are not the person's.",
    keys: &[
        key("unless", Type::Line, Need::Required, "The column with the name."),
        key(
            "is",
            Type::Line,
            Need::Required,
            "The columns it is compared with, `customers.name`; several with commas.",
        ),
        key("columns", Type::List(&Type::Line), Need::Required, "What is then withheld."),
    ],
};

const ERASE: Type = Type::Either(
    &Type::Words(&[
        ("delete", "The row is deleted."),
        ("anonymise", "The row stays, every personal column masked."),
        ("follow", "As the row it belongs to."),
    ]),
    &Type::Record(&KEEP),
);

static KEEP: Shape = Shape {
    name: "a duty to keep",
    doc: "A legal obligation keeps each row for a period of its own, without what that obligation does not use.",
    keys: &[
        key(
            "keep",
            Type::Line,
            Need::Required,
            "The purpose of the policy whose legal obligation it is. Its period counts, and only the fields it uses stay.",
        ),
        key("counted_from", Type::Line, Need::Required, "The date column the period is counted from."),
        key("blank", Type::List(&Type::Line), Need::Optional, "Further columns to blank."),
    ],
};

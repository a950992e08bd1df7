//! Keys of what people meet: forms and cookies.

use super::{may, must, should};
use crate::shape::{KeyType, Shape, Space, Type};

pub(super) static COOKIE: Shape = Shape {
    name: "a cookie",
    doc: "Something stored in the browser. What is not declared is never set (WE-02).",
    keys: &[
        may("set_by", Type::Ref(Space::Recipient), "Who sets it; left out: the service itself."),
        must("purpose", Type::Ref(Space::Purpose), "What it is for."),
        must("lasts", Type::Lasts, "How long it stays: a length of time, or `session`."),
        may(
            "necessary",
            Type::Flag,
            "The service asked for cannot work without it, so that no consent is needed (ePrivacy Art. 5(3)). Default: `no`.",
        ),
        may("what", Type::Text, "What it does."),
    ],
};

pub(super) static FORM: Shape = Shape {
    name: "a form",
    doc: "Where data is collected: one purpose, its fields, and what is accepted by sending it.",
    keys: &[
        must("title", Type::Text, "Its heading."),
        may("intro", Type::Text, "What stands before the fields."),
        may("button", Type::Text, "What the button says."),
        should("purpose", Type::Ref(Space::Purpose), "The one purpose its data serves (WE-03)."),
        must(
            "asks",
            Type::Map(KeyType::Refers(Space::Field), &Type::Either(&NEED, &Type::Record(&ASK))),
            "What it asks, in order: `required`, `optional`, or a mapping with a label of its own.",
        ),
        may(
            "accepts",
            Type::List(&Type::Ref(Space::Agreement)),
            "What a person must accept to send it: `privacy-policy` and agreements. Recorded with version and words (PC-06); never a legal basis.",
        ),
        may("wording", Type::Text, "The words beside the box of acceptance."),
        may(
            "consents",
            Type::Map(KeyType::Refers(Space::Purpose), &Type::Record(&CONSENT)),
            "Consents it offers: each a box of its own, never ticked, never needed (WE-19).",
        ),
    ],
};

const NEED: Type = Type::Words(&[
    ("required", "the form cannot be sent without it"),
    ("optional", "it may stay empty, and the form says so"),
]);

static ASK: Shape = Shape {
    name: "a question",
    doc: "One field of a form.",
    keys: &[
        must("need", NEED, "`required` or `optional`."),
        may("label", Type::Text, "Its label. Default: the field's title."),
        may("hint", Type::Text, "A word of help below it."),
    ],
};

static CONSENT: Shape = Shape {
    name: "a consent",
    doc: "A consent a form offers.",
    keys: &[
        should("wording", Type::Text, "The words beside the box."),
        may("ticked", Type::Flag, "Always `no`: a ticked box is no consent."),
        may("required", Type::Flag, "Always `no`: a consent that must be given is none."),
    ],
};

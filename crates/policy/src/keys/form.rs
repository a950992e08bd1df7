//! Keys of where data is collected: forms, and the box of acceptance.

use super::purpose::APPROVAL;
use super::{may, must, should};
use crate::model::{AcceptedAt, EnteredBy, OnBehalf};
use crate::shape::{KeyType, Shape, Space, Type};

const ON_BEHALF: Type = Type::List(&Type::Words(OnBehalf::WORDS));
const AGREEMENTS: Type = Type::List(&Type::Ref(Space::Agreement));

pub(super) static FORM: Shape = Shape {
    name: "a form",
    doc: "Where data is collected: one purpose, its fields, and what is accepted by sending it. Interfaces, imports and staff entry are forms too.",
    keys: &[
        must("title", Type::Text, "Its heading.").example("title: Contact us"),
        may("intro", Type::Text, "What stands before the fields.").example("intro: We answer within a day."),
        may("button", Type::Text, "What the button says.").default("Send").example("button: Send"),
        should("purpose", Type::Ref(Space::Purpose), "The one purpose its data serves.")
            .law("GDPR Art. 5(1)(b)")
            .example("purpose: answer"),
        must(
            "asks",
            Type::Map(KeyType::Refers(Space::Field), &Type::Either(&NEED, &Type::Record(&ASK))),
            "What it asks, in order: `required`, `optional`, or a mapping with a label of its own.",
        )
        .law("GDPR Art. 5(1)(c)")
        .example("asks: { contact.name: required, contact.email: { need: optional, hint: If you want an answer } }"),
        may(
            "accepts",
            AGREEMENTS,
            "What a person must accept to send it: `privacy-policy` and agreements. Recorded with version and words; never a legal basis.",
        )
        .default("`[]`")
        .example("accepts: [privacy-policy]"),
        may("wording", Type::Text, "The words beside the box of acceptance; needed where something is accepted.")
            .example("wording: I have read the privacy policy and accept it."),
        may(
            "consents",
            Type::Map(KeyType::Refers(Space::Purpose), &Type::Record(&CONSENT)),
            "Consents it offers: each a box of its own, never ticked, never needed.",
        )
        .law("GDPR Art. 7")
        .example("consents: { news: { wording: \"Yes, send me news.\" } }"),
        may("double_opt_in", Type::Flag, "A consent counts only once the address has shown itself to be the person's.")
            .default("no")
            .law("GDPR Art. 7(1)")
            .example("double_opt_in: yes"),
        may("entered_by", Type::Words(EnteredBy::WORDS), "Who enters the data.")
            .default("person")
            .law("GDPR Art. 14")
            .example("entered_by: staff"),
        may("tells_person_within", Type::Length, "Within how long a person is told whose data another entered.")
            .law("GDPR Art. 14(3)")
            .example("tells_person_within: 1 month"),
        may("for", ON_BEHALF, "For whom a person may send it.").default("`[self]`").example("for: [self, organisation]"),
        may("attests_age", Type::Flag, "The person attests the minimum age; nothing but that is kept.")
            .default("no")
            .law("GDPR Art. 8")
            .example("attests_age: yes"),
        may("approval", APPROVAL, "Whether the person approves what is published.")
            .default("nothing is published, or it needs no approval")
            .example("approval: before-publication"),
        may(
            "attachments",
            Type::Record(&ATTACHMENTS),
            "What may be attached, besides what is asked. It is declared as a field of kind `file` that the purpose uses.",
        )
            .default("nothing")
            .example("attachments: { at_most: 10 MB, kinds: [pdf, png] }"),
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
        must("need", NEED, "Whether it must be answered.").example("need: optional"),
        may("label", Type::Text, "Its label.").default("the field's title").example("label: Your name"),
        may("hint", Type::Text, "A word of help below it.").example("hint: As on your passport"),
    ],
};

static CONSENT: Shape = Shape {
    name: "a consent",
    doc: "A consent a form offers.",
    keys: &[
        should("wording", Type::Text, "The words beside the box.")
            .law("GDPR Art. 7(2)")
            .example("wording: \"Yes, send me news.\""),
        may("ticked", Type::Flag, "Always `no`: a ticked box is no consent.")
            .default("no")
            .law("GDPR Art. 4(11)")
            .example("ticked: no"),
        may("required", Type::Flag, "Always `no`: a consent that must be given is none.")
            .default("no")
            .law("GDPR Art. 7(4)")
            .example("required: no"),
    ],
};

static ATTACHMENTS: Shape = Shape {
    name: "the attachments",
    doc: "What may be attached to a form. Attachments are stored encrypted, and are part of access and erasure.",
    keys: &[
        may("at_most", Type::Size, "How large each may be.").default("`10 MB`").example("at_most: 5 MB"),
        may("kinds", Type::List(&Type::Name), "The endings of the files.")
            .default("`[]`: any")
            .example("kinds: [pdf, png]"),
    ],
};

pub(super) static ACCEPTANCE: Shape = Shape {
    name: "the acceptance",
    doc: "What people accept in order to use the service. It never stands at the privacy centre, at forms for rights or at unsubscribing, and is never a legal basis.",
    keys: &[
        must("at", Type::List(&Type::Words(AcceptedAt::WORDS)), "Where it is asked.")
            .example("at: [forms, sign-in]"),
        must("of", AGREEMENTS, "What is accepted.").example("of: [privacy-policy]"),
        must("wording", Type::Text, "The words beside the box.")
            .law("GDPR Art. 7(2)")
            .example("wording: I accept the privacy policy."),
        may("for", ON_BEHALF, "For whom a person may accept.")
            .default("`[self]`")
            .example("for: [self, organisation]"),
        may("kept", Type::Length, "How long it is kept as evidence.")
            .default("3 years")
            .example("kept: 3 years"),
    ],
};

//! Keys that say who receives data, and what is agreed and held beside.

use super::{may, must, should};
use crate::model::{AtEnd, ContractTerm, DocumentKind, Role, Safeguard};
use crate::shape::{KeyType, Shape, Space, Type};

const NAME: Type = Type::Either(&Type::Line, &Type::Text);

pub(super) static RECIPIENT: Shape = Shape {
    name: "a recipient",
    doc: "Somebody who receives data: with role, country, place of storage, safeguard, and exactly the fields it gets.",
    keys: &[
        must("name", NAME, "Its name; in each language where it is no proper name.")
            .law("GDPR Art. 13(1)(e)")
            .example("name: Posten"),
        may("what", Type::Text, "What it does for you.").example("what: Carries your parcel"),
        must("role", Type::Words(Role::WORDS), "Its role.").law("GDPR Art. 4(7) to (10)").example("role: processor"),
        should("country", Type::Country, "The country it answers from; other users and the public have none.")
            .law("GDPR Art. 13(1)(f)")
            .example("country: NO"),
        may("stored_in", Type::Country, "The country where the data is stored.")
            .default("`country`")
            .law("GDPR Art. 13(1)(f)")
            .example("stored_in: DE"),
        may("hosted_by", Type::Line, "On whose servers, where another's.").example("hosted_by: Microsoft Azure"),
        may("representative", Type::Line, "Its representative in the European Economic Area.")
            .law("GDPR Art. 27")
            .example("representative: \"Rep Ltd, Dublin\""),
        may("contact", Type::Line, "How to reach it.").example("contact: privacy@posten.example"),
        may(
            "safeguard",
            Type::Words(Safeguard::WORDS),
            "What makes a transfer out of the European Economic Area lawful; needed where no decision on adequacy covers it.",
        )
        .law("GDPR Art. 44 to 49")
        .example("safeguard: scc"),
        may("certified", Type::Date, "The day its certification was last seen on the list of the Data Privacy Framework.")
            .default("not said")
            .law("GDPR Art. 45")
            .example("certified: 2026-10-01"),
        may("transfer", Type::Ref(Space::Document), "The assessment of the transfer.")
            .law("GDPR Art. 46(1)")
            .example("transfer: tia-mail"),
        may("agreement", Type::Url, "Where the contract with it is kept; needed for a processor.")
            .law("GDPR Art. 28(3)")
            .example("agreement: agreements/posten.pdf"),
        may("terms", Type::List(&Type::Words(ContractTerm::WORDS)), "What its contract says, of what the law wants in a processor's contract.")
            .default("not said here")
            .law("GDPR Art. 28(3)")
            .example("terms: [subject, instructions, confidentiality, security, sub-processors, rights, assistance, end, audits]"),
        may("contract_since", Type::Date, "The day the contract began.").example("contract_since: 2024-05-01"),
        should("gets", Type::List(&Type::Ref(Space::Field)), "The fields it gets; no others ever leave.")
            .law("GDPR Art. 5(1)(c)")
            .example("gets: [contact.name, contact.street]"),
        may("onward", Type::Flag, "It may pass data on or use it for itself.")
            .default("no")
            .law("GDPR Art. 28(10)")
            .example("onward: no"),
        may("instructions_only", Type::Flag, "It acts on instructions only.")
            .default("a processor: yes; others: no")
            .law("GDPR Art. 28(3)(a)")
            .example("instructions_only: yes"),
        may("confidential", Type::Flag, "It is bound to confidentiality.")
            .default("no")
            .law("GDPR Art. 28(3)(b)")
            .example("confidential: yes"),
        may("opt_out", Type::Flag, "A person can rule out just this recipient.").default("no").example("opt_out: yes"),
        may("at_end", Type::Words(AtEnd::WORDS), "What it does with the data when the contract ends.")
            .law("GDPR Art. 28(3)(g)")
            .example("at_end: delete"),
        may("confirms_within", Type::Length, "Within how long it confirms that.").example("confirms_within: 30 days"),
        may(
            "sub_processors",
            Type::Map(KeyType::Defines(Space::Other), &Type::Record(&SUB_PROCESSOR)),
            "Whom it uses itself.",
        )
        .default("none")
        .law("GDPR Art. 28(2) and (4)")
        .example("sub_processors: { cloud: { name: Cloud GmbH, country: DE } }"),
    ],
};

static SUB_PROCESSOR: Shape = Shape {
    name: "a sub-processor",
    doc: "Whom a recipient uses itself.",
    keys: &[
        must("name", Type::Line, "Its name.").example("name: Cloud GmbH"),
        must("country", Type::Country, "Its country.").law("GDPR Art. 44").example("country: DE"),
        may("what", Type::Text, "What it does.").example("what: Keeps the servers"),
    ],
};

pub(super) static AGREEMENT: Shape = Shape {
    name: "an agreement",
    doc: "Terms a person accepts besides this policy. Each acceptance records the version.",
    keys: &[
        must("title", Type::Text, "Its name for people.").example("title: Terms of sale"),
        must("version", Type::Line, "Its version, such as a day.").example("version: \"2026-11-01\""),
        may("url", Type::Url, "Where to read it.").example("url: /terms"),
        must("covers", Type::Text, "What it covers.").example("covers: Buying our goods"),
    ],
};

pub(super) static DOCUMENT: Shape = Shape {
    name: "a document",
    doc: "A document the company holds beside the policy, with its day. Its file lies in the policy's folder or below.",
    keys: &[
        must("title", Type::Text, "Its name for people.").example("title: Why we may answer you"),
        must("kind", Type::Words(DocumentKind::WORDS), "What it is.").example("kind: balancing-test"),
        must("file", Type::Path, "Where it lies.").example("file: documents/lia-answer.pdf"),
        must("on", Type::Date, "The day it is dated.").law("GDPR Art. 5(2)").example("on: 2026-03-01"),
        may("review", Type::Length, "How often it is reviewed.")
            .default("it is not")
            .law("GDPR Art. 35(11)")
            .example("review: 1 year"),
    ],
};

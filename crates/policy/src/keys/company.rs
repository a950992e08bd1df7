//! Keys that say who answers for the data.

use super::{PURPOSES, may, must, should};
use crate::model::Relation;
use crate::shape::{Shape, Type};

pub(super) static CONTROLLER: Shape = Shape {
    name: "the controller",
    doc: "Who decides why and how data is used. A value that is not published is written `{ assumed: … }` and shown as a placeholder.",
    keys: &[
        must("name", Type::Line, "The legal name.").law("GDPR Art. 13(1)(a)").example("name: Shop AS"),
        may("registration", Type::Line, "The number in the register of companies.")
            .example("registration: \"977 281 962\""),
        must(
            "country",
            Type::Country,
            "The country of establishment. It decides which holidays and which law count.",
        )
        .example("country: NO"),
        should("address", Type::Line, "The postal address.")
            .law("GDPR Art. 13(1)(a)")
            .example("address: \"Gata 1, 0150 Oslo, Norway\""),
        should(
            "email",
            Type::Email,
            "The address for everything about personal data. Mail to it opens a request.",
        )
        .law("GDPR Art. 13(1)(a)")
        .example("email: privacy@shop.example"),
        may("phone", Type::Line, "The telephone number.").example("phone: \"+47 22 00 00 00\""),
        may("website", Type::Url, "The address of the service.").example("website: https://www.shop.example"),
        may("officer", OFFICER, "The data protection officer: a line, or a mapping.")
            .default("there is none")
            .law("GDPR Art. 37")
            .example("officer: { name: The data protection officer, email: dpo@shop.example }"),
    ],
};

const OFFICER: Type = Type::Either(&Type::Line, &Type::Record(&OFFICER_RECORD));

static OFFICER_RECORD: Shape = Shape {
    name: "the officer",
    doc: "The data protection officer. A function will do; the name of a person is not needed.",
    keys: &[
        may("name", Type::Line, "Who it is.").example("name: The data protection officer"),
        may("email", Type::Email, "The mail address.")
            .law("GDPR Art. 13(1)(b)")
            .example("email: dpo@shop.example"),
        may("phone", Type::Line, "The telephone number.").example("phone: \"+47 22 00 00 01\""),
        may("address", Type::Line, "The postal address.").example("address: \"Gata 1, 0150 Oslo, Norway\""),
    ],
};

pub(super) static JOINT_CONTROLLER: Shape = Shape {
    name: "a joint controller",
    doc: "Who decides why and how together with the controller.",
    keys: &[
        must("name", Type::Line, "Its legal name.").example("name: Fair AS"),
        must("country", Type::Country, "Its country.").example("country: NO"),
        may("address", Type::Line, "Its postal address.").example("address: \"Torget 1, Bergen, Norway\""),
        may("email", Type::Email, "Its mail address.").example("email: privacy@fair.example"),
        may("website", Type::Url, "Its address on the web.").example("website: https://www.fair.example"),
        must("arrangement", Type::Text, "The essence of the arrangement: who does what.")
            .law("GDPR Art. 26(2)")
            .example("arrangement: Fair AS runs the stand, and we answer your requests."),
        may("contact_point", Type::Flag, "People turn to it first.")
            .default("no")
            .law("GDPR Art. 26(1)")
            .example("contact_point: yes"),
    ],
};

pub(super) static GROUP_COMPANY: Shape = Shape {
    name: "a group company",
    doc: "A company of the controller's group. Belonging to the group gives no access.",
    keys: &[
        must("name", Type::Line, "Its legal name.").example("name: Shop Holding Ltd"),
        must("country", Type::Country, "Its country.").example("country: GB"),
        must("relation", Type::Words(Relation::WORDS), "What it is to the controller.")
            .example("relation: parent"),
        may("access", PURPOSES, "The purposes for which its people have access.")
            .default("`[]`: none at all")
            .law("GDPR Art. 32(4)")
            .example("access: [answer]"),
    ],
};

pub(super) static REPRESENTATIVE: Shape = Shape {
    name: "a representative",
    doc: "Who answers for the controller in another country.",
    keys: &[
        must("name", Type::Line, "Its legal name.").example("name: Rep Ltd"),
        must("country", Type::Country, "Its country.").law("GDPR Art. 27(3)").example("country: IE"),
        may("contact", Type::Line, "How to reach it.").example("contact: rep@rep.example"),
    ],
};

pub(super) static AUTHORITY: Shape = Shape {
    name: "the authority",
    doc: "The supervisory authority.",
    keys: &[
        must("name", Type::Line, "Its name.").law("GDPR Art. 13(2)(d)").example("name: Datatilsynet"),
        must("country", Type::Country, "Its country.").example("country: NO"),
        may("website", Type::Url, "Where to complain.").example("website: https://www.datatilsynet.no"),
        may("address", Type::Line, "Its postal address.")
            .example("address: \"Postboks 458 Sentrum, 0105 Oslo\""),
        may(
            "elsewhere",
            Type::Words(&[("by-country", "people elsewhere are told the authority of their own country")]),
            "What people who live elsewhere are told.",
        )
        .default("this authority only")
        .law("GDPR Art. 77(1)")
        .example("elsewhere: by-country"),
    ],
};

pub(super) static JURISDICTION: Shape = Shape {
    name: "the jurisdiction",
    doc: "The law and the courts that count between the company and its customers.",
    keys: &[
        must("law", Type::Country, "The country whose law counts.").example("law: FR"),
        may("courts", Type::Text, "The courts.").example("courts: The courts of the registered office"),
    ],
};

pub(super) static LANGUAGES: Shape = Shape {
    name: "the languages",
    doc: "The reference language counts where two differ.",
    keys: &[
        must("reference", Type::Language, "The language that counts where two differ.")
            .example("reference: en"),
        may("also", Type::List(&Type::Language), "The others.").default("`[]`").example("also: [nb, fr]"),
    ],
};

pub(super) static OFFICE_HOURS: Shape = Shape {
    name: "the office hours",
    doc: "When the office is open. Clocks that count office hours stand still outside them.",
    keys: &[
        must("zone", Type::Zone, "The time zone.").example("zone: Europe/Oslo"),
        must("days", Type::Days, "The days.").example("days: mon-fri"),
        must("from", Type::Time, "When it opens.").example("from: \"08:00\""),
        must("to", Type::Time, "When it closes.").example("to: \"16:00\""),
        may("holidays", Type::Country, "The country whose public holidays it keeps.")
            .default("no holidays")
            .example("holidays: NO"),
    ],
};

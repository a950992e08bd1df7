//! Keys that say who answers for the data.

use super::{may, must, should};
use crate::shape::{Shape, Type};

pub(super) static CONTROLLER: Shape = Shape {
    name: "the controller",
    doc: "Who decides why and how data is used. A value that is not published is written `{ assumed: … }` and shown as a placeholder.",
    keys: &[
        must("name", Type::Line, "The legal name."),
        may("registration", Type::Line, "The number in the register of companies."),
        must(
            "country",
            Type::Country,
            "The country of establishment. It decides which holidays and which law count.",
        ),
        should("address", Type::Line, "The postal address."),
        should(
            "email",
            Type::Email,
            "The address for everything about personal data. Mail to it opens a request (PC-02).",
        ),
        may("phone", Type::Line, "The telephone number."),
        may("website", Type::Url, "The address of the service."),
        may("officer", Type::Line, "How to reach the data protection officer, if there is one (Art. 37)."),
    ],
};

pub(super) static REPRESENTATIVE: Shape = Shape {
    name: "a representative",
    doc: "Who answers for the controller in another country.",
    keys: &[
        must("name", Type::Line, "Its legal name."),
        must("country", Type::Country, "Its country."),
        may("contact", Type::Line, "How to reach it."),
    ],
};

pub(super) static AUTHORITY: Shape = Shape {
    name: "the authority",
    doc: "The supervisory authority.",
    keys: &[
        must("name", Type::Line, "Its name."),
        must("country", Type::Country, "Its country."),
        may("website", Type::Url, "Where to complain."),
    ],
};

pub(super) static LANGUAGES: Shape = Shape {
    name: "the languages",
    doc: "The reference language counts where two differ.",
    keys: &[
        must("reference", Type::Language, "The language that counts where two differ."),
        may("also", Type::List(&Type::Language), "The others."),
    ],
};

pub(super) static OFFICE_HOURS: Shape = Shape {
    name: "the office hours",
    doc: "When the office is open. Clocks that count office hours stand still outside them.",
    keys: &[
        must("zone", Type::Zone, "The time zone."),
        must("days", Type::Days, "The days."),
        must("from", Type::Time, "When it opens."),
        must("to", Type::Time, "When it closes."),
        may("holidays", Type::Country, "The country whose public holidays it keeps."),
    ],
};

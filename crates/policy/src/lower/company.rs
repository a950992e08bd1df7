//! Who answers for the data.

use super::view::View;
use crate::model::{Authority, Controller, Languages, OfficeHours, Representative, Stated, Weekday};
use crate::shape::{days, time};
use jiff::civil::Time;

pub(super) fn controller(view: &View<'_>) -> Controller {
    Controller {
        name: view.line("name"),
        registration: view.maybe_line("registration"),
        country: view.line("country"),
        address: view.stated("address"),
        email: view.stated("email"),
        phone: view.stated("phone"),
        website: view.stated("website"),
        officer: view.stated("officer"),
    }
}

pub(super) fn representative(name: &str, view: &View<'_>) -> Representative {
    Representative {
        name: name.to_owned(),
        title: view.line("name"),
        country: view.line("country"),
        contact: view.stated("contact"),
    }
}

pub(super) fn authority(view: &View<'_>) -> Authority {
    Authority {
        name: Stated { value: view.line("name"), assumed: view.assumed("name") },
        country: view.line("country"),
        website: view.maybe_line("website"),
    }
}

pub(super) fn languages(view: &View<'_>, reference: &str) -> Languages {
    Languages { reference: reference.to_owned(), also: view.lines("also") }
}

pub(super) fn office_hours(view: &View<'_>) -> OfficeHours {
    let mut open: Vec<Weekday> = view.read("days", days).unwrap_or_default();
    open.extend(view.items("days", days).into_iter().flatten());
    open.sort_unstable();
    open.dedup();
    OfficeHours {
        zone: view.line("zone"),
        days: open,
        from: view.read("from", time).unwrap_or(Time::midnight()),
        to: view.read("to", time).unwrap_or(Time::midnight()),
        holidays: view.maybe_line("holidays"),
        assumed: view.assumed("from") || view.assumed("to"),
    }
}

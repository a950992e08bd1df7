//! Who answers for the data.

use super::view::View;
use crate::model::{
    Authority, Controller, GroupCompany, JointController, Jurisdiction, Languages, OfficeHours, Officer,
    Relation, Representative, Stated, Weekday,
};
use crate::shape::{days, time};
use jiff::civil::Time;

pub(super) fn controller(view: &View<'_>) -> Controller {
    let officer = view.find("officer").map(|officer| self::officer(&officer));
    let stated = |officer: &Officer| Stated { value: officer.line(), assumed: view.assumed("officer") };
    Controller {
        name: view.line("name"),
        registration: view.maybe_line("registration"),
        country: view.line("country"),
        address: view.stated("address"),
        email: view.stated("email"),
        phone: view.stated("phone"),
        website: view.stated("website"),
        officer: officer.as_ref().map(stated),
        data_protection_officer: officer,
    }
}

fn officer(view: &View<'_>) -> Officer {
    let line = view.own().trim().to_owned();
    Officer {
        name: view.maybe_line("name").unwrap_or(line),
        email: view.maybe_line("email"),
        phone: view.maybe_line("phone"),
        address: view.maybe_line("address"),
    }
}

pub(super) fn joint_controller(name: &str, view: &View<'_>) -> JointController {
    JointController {
        name: name.to_owned(),
        title: view.line("name"),
        country: view.line("country"),
        address: view.maybe_line("address"),
        email: view.maybe_line("email"),
        website: view.maybe_line("website"),
        arrangement: view.text("arrangement"),
        contact_point: view.flag("contact_point"),
    }
}

pub(super) fn group_company(name: &str, view: &View<'_>) -> GroupCompany {
    GroupCompany {
        name: name.to_owned(),
        title: view.line("name"),
        country: view.line("country"),
        relation: view.read("relation", Relation::parse).unwrap_or_default(),
        access: view.lines("access"),
    }
}

pub(super) fn jurisdiction(view: &View<'_>) -> Jurisdiction {
    Jurisdiction { law: view.line("law"), courts: view.maybe_text("courts") }
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
        address: view.stated("address"),
        elsewhere_by_country: view.says("elsewhere", "by-country"),
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

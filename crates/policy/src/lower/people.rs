//! What people see of each other, and what the staff see of them.

use super::view::View;
use crate::model::{
    Age, Channel, Exchange, Guardian, Invitations, Length, Mail, MailLaw, Organisations, PublicRecords,
    Reports, ShownBy, StaffRole, Unit, Unsubscribe, UserMessages, Views,
};

pub(super) fn staff_role(name: &str, view: &View<'_>) -> StaffRole {
    StaffRole {
        name: name.to_owned(),
        title: view.text("title"),
        purposes: view.lines("purposes"),
        categories: view.lines("categories"),
        reason: view.flag_or_yes("reason"),
        length: view.length("for"),
        seen_by_customer: view.flag("seen_by_customer"),
    }
}

/// An age; `None` for one of zero.
pub(super) fn age(view: &View<'_>) -> Option<Age> {
    let years = if view.is_mapping() { view.whole("years") } else { crate::shape::whole(view.own()) };
    let years = years.or_else(|| crate::shape::whole(view.own()));
    Some(Age {
        years: years.and_then(|years| u8::try_from(years).ok()).filter(|years| *years > 0)?,
        shown_by: view.read("shown_by", ShownBy::parse).unwrap_or_default(),
        guardian: view.find("guardian").map(|guardian| self::guardian(&guardian)),
        delete_when_found: view.says("when_found", "delete"),
        reports: view.read("reports", Reports::parse),
    })
}

fn guardian(view: &View<'_>) -> Guardian {
    Guardian {
        from: view.small("from").unwrap_or(0),
        approves_by: view.read("approves_by", Channel::parse).unwrap_or(Channel::Email),
    }
}

pub(super) fn mail(view: &View<'_>) -> Mail {
    Mail {
        sender: view.line("sender"),
        postal_address: view.line("postal_address"),
        unsubscribe: view.items_or(
            "unsubscribe",
            Unsubscribe::parse,
            &[Unsubscribe::Link, Unsubscribe::OneClick],
        ),
        laws: view.items_or("laws", MailLaw::parse, &[MailLaw::Eprivacy]),
    }
}

pub(super) fn invitations(view: &View<'_>) -> Invitations {
    Invitations {
        purpose: view.line("purpose"),
        names_sender: view.flag_or_yes("names_sender"),
        once: view.flag_or_yes("once"),
        forgotten_after: view.length("forgotten_after").unwrap_or(Length::new(0, Unit::Days)),
    }
}

pub(super) fn exchange(view: &View<'_>) -> Exchange {
    Exchange {
        messages: view.find("messages").map(|messages| user_messages(&messages)),
        views: view
            .find("views")
            .map(|views| Views { purpose: views.line("purpose"), objectors_absent: true }),
        public_records: view
            .find("public_records")
            .map(|records| PublicRecords { purpose: records.line("purpose") }),
    }
}

fn user_messages(view: &View<'_>) -> UserMessages {
    UserMessages {
        purpose: view.line("purpose"),
        shows: view.lines("shows"),
        sender_told: view.flag_or_yes("sender_told"),
        block: view.flag_or_yes("block"),
        report: view.flag_or_yes("report"),
    }
}

pub(super) fn organisations(view: &View<'_>) -> Organisations {
    Organisations {
        access_by_administrator: view.says("profile_access", "by-administrator"),
        domain_suggests: view.flag("domain_suggests"),
        domain_claims: view.find("domain_claims").is_some(),
    }
}

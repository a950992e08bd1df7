//! What data there is, why, how long, and who receives it.

use super::view::View;
use crate::model::{
    Agreement, Anchor, Basis, Category, Duty, Field, Ground, Keep, Kind, Length, Messages, Origin, Purpose,
    Recipient, Role, Safeguard, Then, Unit,
};

pub(super) fn category(name: &str, view: &View<'_>) -> Category {
    Category { name: name.to_owned(), title: view.text("title"), fields: view.each("fields", field) }
}

fn field(name: &str, view: &View<'_>) -> Field {
    Field {
        name: name.to_owned(),
        kind: view.read("kind", Kind::parse).unwrap_or(Kind::Text),
        title: view.text("title"),
        optional: view.flag("optional"),
    }
}

pub(super) fn purpose(name: &str, view: &View<'_>) -> Purpose {
    let mut sources = view.items("from", Origin::parse);
    if sources.is_empty() {
        sources.push(Origin::Person);
    }
    Purpose {
        name: name.to_owned(),
        why: view.text("why"),
        basis: view.read("basis", Basis::parse).unwrap_or(Basis::Contract),
        basis_assumed: view.assumed("basis"),
        interest: view.maybe_text("interest"),
        law: view.maybe_text("law"),
        ground: view.read("ground", Ground::parse),
        uses: view.lines("uses"),
        shares_with: view.lines("shares_with"),
        keep: keep(&view.get("keep")),
        sources,
        duty: view.read("duty", Duty::parse),
        consequence: view.maybe_text("consequence"),
        agreements: view.lines("agreements"),
        messages: view.read("messages", Messages::parse),
        anonymous: view.flag("anonymous"),
    }
}

fn keep(view: &View<'_>) -> Keep {
    Keep {
        length: view.length("for").unwrap_or(Length::new(0, Unit::Days)),
        from: view.read("from", Anchor::parse).unwrap_or(Anchor::Collection),
        then: view.read("then", Then::parse).unwrap_or(Then::Delete),
        assumed: view.assumed("for"),
    }
}

pub(super) fn recipient(name: &str, view: &View<'_>) -> Recipient {
    Recipient {
        name: name.to_owned(),
        title: view.line("name"),
        what: view.maybe_text("what"),
        role: view.read("role", Role::parse).unwrap_or(Role::Processor),
        country: view.line("country"),
        stored_in: view.maybe_line("stored_in"),
        hosted_by: view.maybe_line("hosted_by"),
        representative: view.maybe_line("representative"),
        safeguard: view.read("safeguard", Safeguard::parse),
        agreement: view.stated("agreement"),
        gets: view.lines("gets"),
        onward: view.flag("onward"),
        assumed: view.all_assumed(),
    }
}

pub(super) fn agreement(name: &str, view: &View<'_>) -> Agreement {
    Agreement {
        name: name.to_owned(),
        title: view.text("title"),
        version: view.line("version"),
        url: view.stated("url"),
        covers: view.text("covers"),
    }
}

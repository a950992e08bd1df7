//! Who receives data, and what is agreed and held beside.

use super::view::View;
use crate::model::{
    Acceptance, AcceptedAt, Agreement, AtEnd, ContractTerm, Document, DocumentKind, OnBehalf, Recipient,
    Role, Safeguard, SubProcessor,
};

pub(super) fn recipient(name: &str, view: &View<'_>) -> Recipient {
    let role = view.read("role", Role::parse).unwrap_or(Role::Processor);
    Recipient {
        name: name.to_owned(),
        title: view.text("name").get("").to_owned(),
        title_by_language: view.get("name").is_mapping().then(|| view.text("name")),
        what: view.maybe_text("what"),
        role,
        country: view.line("country"),
        stored_in: view.maybe_line("stored_in"),
        hosted_by: view.maybe_line("hosted_by"),
        representative: view.maybe_line("representative"),
        safeguard: view.read("safeguard", Safeguard::parse),
        agreement: view.stated("agreement"),
        gets: view.lines("gets"),
        onward: view.flag("onward"),
        sub_processors: view.each("sub_processors", sub_processor),
        opt_out: view.flag("opt_out"),
        confidential: view.flag("confidential"),
        at_end: view.read("at_end", AtEnd::parse),
        confirms_within: view.length("confirms_within"),
        instructions_only: view
            .read("instructions_only", crate::shape::flag)
            .unwrap_or(role == Role::Processor),
        transfer: view.maybe_line("transfer"),
        contact: view.stated("contact"),
        contract_since: view.date("contract_since"),
        certified: view.date("certified"),
        terms: view.lines("terms").iter().filter_map(|word| ContractTerm::parse(word)).collect(),
        assumed: view.all_assumed(),
    }
}

fn sub_processor(name: &str, view: &View<'_>) -> SubProcessor {
    SubProcessor {
        name: name.to_owned(),
        title: view.line("name"),
        country: view.line("country"),
        what: view.maybe_text("what"),
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

pub(super) fn document(name: &str, view: &View<'_>) -> Document {
    Document {
        name: name.to_owned(),
        title: view.text("title"),
        kind: view.read("kind", DocumentKind::parse).unwrap_or_default(),
        file: view.line("file"),
        on: view.date("on").unwrap_or(super::SOME_DAY),
        review: view.length("review"),
    }
}

pub(super) fn acceptance(view: &View<'_>) -> Acceptance {
    Acceptance {
        at: view.items("at", AcceptedAt::parse),
        of: view.lines("of"),
        wording: view.text("wording"),
        on_behalf: view.items_or("for", OnBehalf::parse, &[OnBehalf::Themself]),
        kept: view.length("kept"),
    }
}

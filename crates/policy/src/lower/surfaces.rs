//! Forms and cookies.

use super::view::View;
use crate::model::{
    Ask, Attachments, Category, Consent, Cookie, CookieKind, EnteredBy, Form, Lasts, Length, OnBehalf, Text,
};
use std::collections::HashMap;

pub(super) fn cookie(name: &str, view: &View<'_>) -> Cookie {
    Cookie {
        name: name.to_owned(),
        kind: view.read("kind", CookieKind::parse).unwrap_or_default(),
        domain: view.maybe_line("domain"),
        set_by: view.maybe_line("set_by"),
        purpose: view.line("purpose"),
        lasts: view.read("lasts", Length::parse).map_or(Lasts::Session, Lasts::For),
        necessary: view.flag("necessary"),
        what: view.maybe_text("what"),
    }
}

/// The titles of all fields, by `category.field`: a form's labels unless it has its own.
pub(super) fn titles(data: &[Category]) -> HashMap<String, Text> {
    let each = |category: &Category| -> Vec<(String, Text)> {
        let fields = category.fields.iter();
        fields.map(|field| (format!("{}.{}", category.name, field.name), field.title.clone())).collect()
    };
    data.iter().flat_map(each).collect()
}

pub(super) fn form(name: &str, view: &View<'_>, titles: &HashMap<String, Text>) -> Form {
    Form {
        name: name.to_owned(),
        title: view.text("title"),
        intro: view.text("intro"),
        button: view.text("button"),
        purpose: view.line("purpose"),
        asks: view.each("asks", |field, ask| question(field, ask, titles)),
        accepts: view.lines("accepts"),
        wording: view.text("wording"),
        consents: view.each("consents", consent),
        entered_by: view.read("entered_by", EnteredBy::parse).unwrap_or_default(),
        tells_person_within: view.length("tells_person_within"),
        double_opt_in: view.flag("double_opt_in"),
        approved_before_publication: view.says("approval", "before-publication"),
        on_behalf: view.items_or("for", OnBehalf::parse, &[OnBehalf::Themself]),
        attests_age: view.flag("attests_age"),
        attachments: view.find("attachments").map(|attachments| self::attachments(&attachments)),
    }
}

fn attachments(view: &View<'_>) -> Attachments {
    Attachments { at_most: view.read("at_most", crate::shape::bytes), kinds: view.lines("kinds") }
}

fn question(field: &str, view: &View<'_>, titles: &HashMap<String, Text>) -> Ask {
    let need = if view.is_mapping() { view.line("need") } else { view.own().to_owned() };
    let title = || titles.get(field).cloned().unwrap_or_default();
    Ask {
        field: field.to_owned(),
        required: need == "required",
        label: view.maybe_text("label").unwrap_or_else(title),
        hint: view.text("hint"),
    }
}

fn consent(purpose: &str, view: &View<'_>) -> Consent {
    let wording = view.text("wording");
    Consent { purpose: purpose.to_owned(), wording }
}

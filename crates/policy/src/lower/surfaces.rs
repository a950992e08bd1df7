//! Forms and cookies.

use super::view::View;
use crate::model::{Ask, Consent, Cookie, Form, Lasts, Length, Policy};

pub(super) fn cookie(name: &str, view: &View<'_>) -> Cookie {
    Cookie {
        name: name.to_owned(),
        set_by: view.maybe_line("set_by"),
        purpose: view.line("purpose"),
        lasts: view.length("lasts").map_or(Lasts::Session, Lasts::For),
        necessary: view.flag("necessary"),
        what: view.maybe_text("what"),
    }
}

pub(super) fn form(name: &str, view: &View<'_>, policy: &Policy) -> Form {
    Form {
        name: name.to_owned(),
        title: view.text("title"),
        intro: view.text("intro"),
        button: view.text("button"),
        purpose: view.line("purpose"),
        asks: view.each("asks", |field, ask| question(field, ask, policy)),
        accepts: view.lines("accepts"),
        wording: view.text("wording"),
        consents: view.each("consents", consent),
    }
}

fn question(field: &str, view: &View<'_>, policy: &Policy) -> Ask {
    let need = if view.is_mapping() { view.line("need") } else { view.own().to_owned() };
    let title = || policy.field(field).map(|known| known.title.clone()).unwrap_or_default();
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

//! The demo's mailbox: every mail that would have been sent, newest first.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use duties::mail::Mail;
use jiff::Timestamp;
use uuid::Uuid;

use crate::fault::Fault;
use crate::page::{Page, answer};
use crate::parts::{Cell, Empty, Table};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "demo/mailbox.html")]
struct Mailbox {
    p: Page,
    table: Option<Table>,
    empty: Empty,
}

#[derive(Template)]
#[template(path = "demo/letter.html")]
struct Letter {
    p: Page,
    to: String,
    parts: Vec<Part>,
}

/// A stretch of a mail's text: words, or an address to follow.
struct Part {
    text: String,
    is_link: bool,
}

pub(crate) async fn mailbox(visit: Visit) -> Result<Response, Fault> {
    let t = visit.texts();
    let letters = letters(&visit)?;
    let row = |mail: &Mail| {
        vec![
            Cell::RowLink(visit.to(&format!("/demo/mailbox/{}", mail.id)), mail.subject.clone()),
            Cell::text(mail.to.clone()),
            Cell::text(written(&visit, mail.id)),
        ]
    };
    let table = (!letters.is_empty()).then(|| Table {
        caption: t.say("web-mailbox-title"),
        caption_hidden: true,
        head: vec![
            t.say("web-mailbox-subject").into(),
            t.say("web-mailbox-to").into(),
            t.say("web-mailbox-when").into(),
        ],
        rows: letters.iter().rev().map(row).collect(),
    });
    answer(&Mailbox {
        p: Page::new(&visit, t.say("web-mailbox-title")).wide().private(),
        table,
        empty: Empty {
            text: t.say("web-mailbox-empty"),
            action: Some((visit.to("/privacy"), t.say("web-nav-privacy"))),
        },
    })
}

pub(crate) async fn letter(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Fault> {
    let mail = letters(&visit)?.into_iter().find(|mail| mail.id == id).ok_or(Fault::NotFound)?;
    let page = Page::new(&visit, mail.subject).under(&[("web-mailbox-title", "/demo/mailbox")]).private();
    answer(&Letter { p: page, to: mail.to, parts: parts(&mail.text) })
}

fn letters(visit: &Visit) -> Result<Vec<Mail>, Fault> {
    visit.site.demo.as_ref().map(|mailbox| mailbox.letters()).ok_or(Fault::NotFound)
}

/// When a letter was written: its id begins with the moment.
fn written(visit: &Visit, id: Uuid) -> String {
    let seconds = id.get_timestamp().and_then(|at| i64::try_from(at.to_unix().0).ok());
    seconds.and_then(|at| Timestamp::from_second(at).ok()).map_or_else(String::new, |at| visit.when(at))
}

/// Splits a text at its addresses, as a mail program does.
fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, link) = rest.split_at(at);
        let end =
            link.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(link.len());
        let (link, after) = link.split_at(end);
        let whole = link.trim_end_matches(['.', ',', ')']);
        parts.push(Part { text: before.to_owned(), is_link: false });
        parts.push(Part { text: whole.to_owned(), is_link: true });
        parts.push(Part { text: link.strip_prefix(whole).unwrap_or_default().to_owned(), is_link: false });
        rest = after;
    }
    parts.push(Part { text: rest.to_owned(), is_link: false });
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn the_links_of_a_letter_can_be_followed() {
        let found = parts("Open http://127.0.0.1:8080/privacy/link/abc.\nBye");
        let words: Vec<(&str, bool)> = found.iter().map(|part| (part.text.as_str(), part.is_link)).collect();
        assert_eq!(
            words,
            [
                ("Open ", false),
                ("http://127.0.0.1:8080/privacy/link/abc", true),
                (".", false),
                ("\nBye", false)
            ]
        );
    }
}

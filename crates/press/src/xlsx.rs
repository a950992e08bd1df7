//! A document as a workbook: its words on the first sheet, each of its tables on a sheet of its own.
//!
//! **Contract.** Every cell is text or a day, never a formula, whatever the text looks like. A table's head stays in
//! sight, can be filtered by and is repeated on every printed page. Absences: no numbers (a table of the policy holds
//! none that anybody would add up), no macros, no links to other files.

mod sheet;

use std::collections::BTreeSet;

use document::{Block, Document, Inline, plain};
use jiff::tz::TimeZone;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use crate::{Error, PdfInfo};
use sheet::{pairs, table};

/// Writes a document as XLSX (ISO/IEC 29500).
///
/// # Errors
/// If a limit of the format is passed: more than a million rows, a cell of more than 32,767 letters.
pub fn xlsx(document: &Document, info: &PdfInfo) -> Result<Vec<u8>, Error> {
    write(document, info).map_err(|error| Error::Workbook(error.to_string()))
}

fn write(document: &Document, info: &PdfInfo) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(&document.title)
        .set_subject(document.subtitle.clone().unwrap_or_default())
        .set_author(&info.author)
        .set_company(&info.author)
        .set_creation_datetime(&TimeZone::UTC.to_datetime(info.created));
    book.set_properties(&properties);
    let mut names = BTreeSet::new();
    let first = book.add_worksheet();
    first.set_name(name(&document.title, &mut names))?;
    pairs(first, document, &front(document))?;
    let mut heading = String::new();
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => heading.clone_from(text),
            Block::Table { caption, head, rows } => {
                let sheet = book.add_worksheet();
                let titled = if heading.is_empty() { caption } else { &heading };
                sheet.set_name(name(titled, &mut names))?;
                table(sheet, caption, head, rows)?;
            }
            _ => {}
        }
    }
    book.save_to_buffer()
}

/// What the first sheet says: everything but the tables, as name and words.
fn front(document: &Document) -> Vec<(String, Vec<Inline>)> {
    let mut rows: Vec<(String, Vec<Inline>)> = Vec::new();
    rows.extend(document.meta.iter().map(|(name, value)| (name.clone(), vec![Inline::text(value)])));
    for block in &document.blocks {
        match block {
            Block::Heading { text, number, .. } => {
                let number = number.as_ref().map(|number| format!("{number} ")).unwrap_or_default();
                rows.push((format!("{number}{text}"), Vec::new()));
            }
            Block::Paragraph(words) => rows.push((String::new(), words.clone())),
            Block::List { items, .. } => {
                let item =
                    |words: &Vec<Inline>| (String::new(), vec![Inline::text(format!("• {}", plain(words)))]);
                rows.extend(items.iter().map(item));
            }
            Block::Definitions(terms) => rows.extend(terms.iter().cloned()),
            Block::Notice { title, text, .. } => rows.push((title.clone(), text.clone())),
            // The heading of a table stands with it, on its own sheet.
            Block::Table { .. } => {
                rows.pop_if(|(_, words)| words.is_empty());
            }
            Block::PageBreak => {}
        }
    }
    rows
}

/// A sheet's name: at most 31 letters, none that the format forbids, none twice.
fn name(title: &str, taken: &mut BTreeSet<String>) -> String {
    let clean: String = title.chars().filter(|c| !c.is_control() && !"[]:*?/\\'".contains(*c)).collect();
    let clean = if clean.trim().is_empty() { "–" } else { clean.trim() };
    for count in 1.. {
        let mark = if count == 1 { String::new() } else { format!(" {count}") };
        let name = format!("{}{mark}", cut(clean, 31 - mark.chars().count()));
        if taken.insert(name.to_lowercase()) {
            return name;
        }
    }
    String::new()
}

/// So many letters of a title at most, and no half of a word where a whole one stands before it.
fn cut(title: &str, most: usize) -> String {
    let stem: String = title.chars().take(most).collect();
    let whole = title.chars().nth(most).is_none_or(|next| next == ' ');
    match stem.rfind(' ').filter(|_| !whole) {
        Some(end) => stem.get(..end).unwrap_or_default().trim_end().to_owned(),
        None => stem.trim_end().to_owned(),
    }
}

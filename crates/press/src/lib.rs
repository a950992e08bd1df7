//! A [`document::Document`] on paper: PDF, A4, tagged for screen readers, archival (PDF/A-2a, PDF/UA-1). And its
//! tables as a workbook (XLSX).
//!
//! [`pdf`] and [`xlsx`] are the whole interface. The same document, author and moment give the same bytes.
//!
//! How it works: `sfnt` reads what setting needs from the fonts, `text` breaks runs into lines, `flow` lays lines
//! on pages and notes the structure in a `tree`, `draw` hands pages and tree to krilla. `xlsx` stands apart.
//!
//! Absences: no I/O, no clock, no system fonts. No reordering for scripts written from right to left: their
//! letters appear, and are read aloud and copied, in the order of the text.

mod blocks;
mod contents;
mod definitions;
mod draw;
mod flow;
mod fonts;
mod inline;
mod marks;
mod sfnt;
mod style;
mod table;
mod text;
mod tree;
mod xlsx;

pub use xlsx::xlsx;

use document::Document;
use jiff::Timestamp;

/// What a file says of itself besides its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfInfo {
    /// When it was made; stands in the file and, as a date, in every footer of a PDF.
    pub created: Timestamp,
    /// Who made it: the controller's name.
    pub author: String,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A built-in font could not be read.
    #[error("a built-in font could not be read; this build of Abide is damaged")]
    Fonts,
    /// The PDF writer refused; the text says why, without the document's content.
    #[error("the PDF could not be written: {0}")]
    Writer(String),
    /// The workbook could not be written; the text says why.
    #[error("the workbook could not be written: {0}")]
    Workbook(String),
}

/// Sets a document as PDF.
///
/// # Errors
/// Only if this build is damaged or a limit of the PDF format is passed; never because of odd text.
pub fn pdf(document: &Document, info: PdfInfo) -> Result<Vec<u8>, Error> {
    let fonts = fonts::fonts().ok_or(Error::Fonts)?;
    let laid = blocks::lay(document, &info, fonts);
    draw::write(&laid, document, &info, fonts).map(marks::quiet)
}

#[cfg(test)]
mod tests;

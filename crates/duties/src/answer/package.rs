//! The answer's zip. The same answer gives the same bytes: entries in a fixed order, dated with the answer.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::files::{File, readme, tables};
use super::{Answer, document, json::json};

/// Why a package was not made.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// The PDF could not be set.
    #[error("the answer's PDF could not be set: {0}")]
    Paper(press::Error),
    /// A file could not be written.
    #[error("the answer's {0} could not be written")]
    File(&'static str),
}

/// The answer's PDF.
pub fn paper(answer: &Answer<'_>) -> Result<Vec<u8>, NotMade> {
    let info = press::PdfInfo { created: answer.held.as_of, author: answer.controller().to_owned() };
    press::pdf(&document(answer), info).map_err(NotMade::Paper)
}

/// The whole package: PDF, JSON, CSV, README.
pub fn package(answer: &Answer<'_>) -> Result<Vec<u8>, NotMade> {
    package_with_paper(answer, paper(answer)?)
}

/// The same around a PDF that is set already.
pub fn package_with_paper(answer: &Answer<'_>, paper: Vec<u8>) -> Result<Vec<u8>, NotMade> {
    let mut files = vec![readme(answer, true), File { path: "answer.pdf".to_owned(), bytes: paper }];
    files.extend(machine(answer)?);
    zip(answer, &files)
}

/// The package without the PDF (what can be made in milliseconds).
pub fn package_without_paper(answer: &Answer<'_>) -> Result<Vec<u8>, NotMade> {
    let mut files = vec![readme(answer, false)];
    files.extend(machine(answer)?);
    zip(answer, &files)
}

fn machine(answer: &Answer<'_>) -> Result<Vec<File>, NotMade> {
    let bytes = json(answer).map_err(|_| NotMade::File("JSON file"))?;
    let mut files = vec![File { path: "answer.json".to_owned(), bytes }];
    files.extend(tables(answer).map_err(|_| NotMade::File("tables"))?);
    Ok(files)
}

fn zip(answer: &Answer<'_>, files: &[File]) -> Result<Vec<u8>, NotMade> {
    let made = zip::DateTime::default();
    let at = answer.zone.to_datetime(answer.held.as_of);
    let parts = (u16::try_from(at.year()), at.month().unsigned_abs(), at.day().unsigned_abs());
    let clock = (at.hour().unsigned_abs(), at.minute().unsigned_abs(), at.second().unsigned_abs());
    let year = parts.0.unwrap_or(1980);
    let dated = zip::DateTime::from_date_and_time(year, parts.1, parts.2, clock.0, clock.1, clock.2);
    let options =
        SimpleFileOptions::default().last_modified_time(dated.unwrap_or(made)).unix_permissions(0o600);
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        out.start_file(file.path.as_str(), options).map_err(|_| NotMade::File("zip"))?;
        out.write_all(&file.bytes).map_err(|_| NotMade::File("zip"))?;
    }
    out.finish().map(Cursor::into_inner).map_err(|_| NotMade::File("zip"))
}

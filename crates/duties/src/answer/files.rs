//! The small files of a package: one CSV for each section of each group, and the README.

use texts::texts;

use super::{Answer, Section};

/// One file of the package.
pub struct File {
    /// Its path in the zip: letters, digits, hyphens and slashes only.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// One CSV (RFC 4180, UTF-8, head line with technical names) for each section.
pub fn tables(answer: &Answer<'_>) -> Result<Vec<File>, csv::Error> {
    let sections = answer
        .held
        .groups
        .iter()
        .flat_map(|group| group.sections.iter().map(move |section| (group, section)));
    let files = sections.map(|(group, section)| {
        let path = format!("data/{}/{}.csv", plain(&group.key), plain(&section.source));
        Ok(File { path, bytes: table(answer, section)? })
    });
    files.collect()
}

fn table(answer: &Answer<'_>, section: &Section) -> Result<Vec<u8>, csv::Error> {
    let texts = texts(&answer.held.lang);
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(section.columns.iter().map(|column| column.name.as_str()))?;
    for row in &section.rows {
        out.write_record(row.cells.iter().map(|cell| guarded(cell.words(texts))))?;
    }
    out.into_inner().map_err(|error| error.into_error().into())
}

/// A value that a spreadsheet would take for a formula gets an apostrophe before it.
pub(crate) fn guarded(value: String) -> String {
    let formula =
        value.starts_with(['=', '@', '\t', '\r']) || (value.starts_with(['+', '-']) && value.contains('('));
    if formula { format!("'{value}") } else { value }
}

/// A name that is safe as a part of a path on every system.
fn plain(name: &str) -> String {
    let safe = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
    name.chars().map(safe).collect::<String>().trim_matches('-').to_owned()
}

/// What each file is, for whoever opens the package without us.
pub fn readme(answer: &Answer<'_>, with_paper: bool) -> File {
    let texts = texts(&answer.held.lang);
    let controller = answer.controller();
    let mut lines = vec![
        texts.with(
            "answer-readme-title",
            &[("controller", controller.into()), ("reference", (&answer.reference).into())],
        ),
        String::new(),
    ];
    if with_paper {
        lines.push(format!("answer.pdf   {}", texts.say("answer-readme-pdf")));
    }
    lines.push(format!("answer.json  {}", texts.say("answer-readme-json")));
    lines.push(format!("data/        {}", texts.say("answer-readme-csv")));
    lines.extend([String::new(), texts.say("answer-readme-care"), String::new()]);
    File { path: "README.txt".to_owned(), bytes: lines.join("\n").into_bytes() }
}

//! A line of the file: JSON, or a row of a table with the same names as its columns.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How the file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A JSON object a line.
    JsonLines,
    /// Comma-separated, the names in the first line.
    Csv,
}

/// One person.
/// Its JSON is what makes it the same line: a field that comes later is skipped where it has no value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Line {
    /// What the company calls this person: makes the line the same line when it is given again. Not stored.
    pub reference: String,
    /// The mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// A number of the company's: its name in the store map and the value, `customer:1042`.
    pub number: Option<String>,
    /// Whether the company verified these itself.
    pub verified: bool,
    /// The language they are written to in.
    pub lang: Option<String>,
    /// Rows of the company's stores that are theirs.
    pub links: Vec<LinkLine>,
    /// What is known of their consents.
    pub consents: Vec<ConsentLine>,
}

/// A row in one of the company's stores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkLine {
    /// The store, as in its map.
    pub store: String,
    /// The table.
    pub table: String,
    /// The row's key: a number or a text; several where the table's key has several columns.
    pub key: KeyLine,
}

/// A row's key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum KeyLine {
    /// Of one column.
    One(stores::KeyPart),
    /// Of several.
    Many(Vec<stores::KeyPart>),
}

impl std::fmt::Debug for KeyLine {
    /// Of how many columns; no value.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KeyLine({})", self.parts().len())
    }
}

impl KeyLine {
    /// Its parts.
    #[must_use]
    pub fn parts(&self) -> &[stores::KeyPart] {
        match self {
            Self::One(part) => std::slice::from_ref(part),
            Self::Many(parts) => parts,
        }
    }

    /// From a cell of a table: a whole number in its one spelling is a number.
    fn of_cell(text: String) -> Self {
        let number = text.parse::<i64>().ok().filter(|number| number.to_string() == text);
        Self::One(number.map_or_else(|| stores::KeyPart::Text(text), stores::KeyPart::Int))
    }
}

/// What is known of a consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentLine {
    /// For which purpose of the policy.
    pub purpose: String,
    /// `given`, `refused` or `withdrawn`.
    pub answer: crate::consent::Answer,
    /// When.
    pub at: Timestamp,
    /// Until when.
    #[serde(default)]
    pub expires: Option<Timestamp>,
    /// The words it was asked in, where they are known.
    #[serde(default)]
    pub wording: Option<String>,
    /// What shows it: the name of a document, a number of a form.
    pub evidence: String,
}

/// Why a line cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct NotRead {
    /// Counted from 1.
    pub line: u64,
    /// What is wrong, without a value.
    pub why: String,
}

/// The lines of a file, one by one, each with its number; a line that cannot be read does not stop the others.
pub fn read(
    format: Format,
    file: impl std::io::Read + 'static,
) -> Box<dyn Iterator<Item = Result<(u64, Line), NotRead>>> {
    match format {
        Format::JsonLines => Box::new(json(file)),
        Format::Csv => Box::new(table(file)),
    }
}

fn json(file: impl std::io::Read) -> impl Iterator<Item = Result<(u64, Line), NotRead>> {
    let lines = std::io::BufRead::lines(std::io::BufReader::new(file));
    (1..).zip(lines).filter_map(|(line, text)| {
        let failed = |why: String| NotRead { line, why };
        match text {
            Err(error) => Some(Err(failed(error.to_string()))),
            Ok(text) if text.trim().is_empty() => None,
            Ok(text) => Some(
                serde_json::from_str(&text).map(|read| (line, read)).map_err(|error| failed(told(&error))),
            ),
        }
    })
}

/// Serde's message, without the value it may quote.
fn told(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let quotes = text.contains("invalid value") || text.contains("invalid type") || text.contains("parse");
    if quotes { format!("a value does not fit its field (column {})", error.column()) } else { text }
}

/// A row of the table: `consents` are spread over the columns `purpose`, `answer`, `at`, `expires`, `wording` and
/// `evidence` (one a row; another row with the same reference adds another), `links` over `store`, `table`, `key`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Row {
    reference: String,
    email: Option<String>,
    phone: Option<String>,
    number: Option<String>,
    verified: Option<String>,
    lang: Option<String>,
    store: Option<String>,
    table: Option<String>,
    key: Option<String>,
    purpose: Option<String>,
    answer: Option<crate::consent::Answer>,
    at: Option<Timestamp>,
    expires: Option<Timestamp>,
    wording: Option<String>,
    evidence: Option<String>,
}

fn table(file: impl std::io::Read + 'static) -> impl Iterator<Item = Result<(u64, Line), NotRead>> {
    let rows = csv::Reader::from_reader(file).into_deserialize::<Row>();
    (2..).zip(rows).map(|(line, row)| {
        let failed = |why: String| NotRead { line, why };
        let row = row.map_err(|error| failed(kind_of(&error)))?;
        row.into_line().map(|read| (line, read)).map_err(|why| failed(why.to_owned()))
    })
}

/// What kind of fault it is: a message may quote a value.
fn kind_of(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => match err.field() {
            Some(field) => format!("column {} does not fit", field + 1),
            None => "a column is missing, unknown or does not fit".to_owned(),
        },
        csv::ErrorKind::UnequalLengths { .. } => {
            "it has another number of columns than the first line".to_owned()
        }
        _ => "it is no row of a table in UTF-8".to_owned(),
    }
}

impl Row {
    fn into_line(self) -> Result<Line, &'static str> {
        let link = match (self.store, self.table, self.key) {
            (Some(store), Some(table), Some(key)) => {
                Some(LinkLine { store, table, key: KeyLine::of_cell(key) })
            }
            (None, None, None) => None,
            _ => return Err("a link needs `store`, `table` and `key`"),
        };
        let consent = match (self.purpose, self.answer, self.at, self.evidence) {
            (Some(purpose), Some(answer), Some(at), Some(evidence)) => {
                let (expires, wording) = (self.expires, self.wording);
                Some(ConsentLine { purpose, answer, at, expires, wording, evidence })
            }
            (None, None, None, None) => None,
            _ => return Err("a consent needs `purpose`, `answer`, `at` and `evidence`"),
        };
        let verified = match self.verified.as_deref() {
            None | Some("no" | "false" | "0") => false,
            Some("yes" | "true" | "1") => true,
            Some(_) => return Err("`verified` is yes or no"),
        };
        Ok(Line {
            reference: self.reference,
            email: self.email,
            phone: self.phone,
            number: self.number,
            verified,
            lang: self.lang,
            links: link.into_iter().collect(),
            consents: consent.into_iter().collect(),
        })
    }
}

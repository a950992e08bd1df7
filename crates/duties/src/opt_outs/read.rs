//! The lines of a list: a table with a head, or an address a line. A column whose name is not known is passed over: lists
//! of other programs have many.

use std::io::{BufRead as _, BufReader, Read};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use vault::{Identifier, IdentifierKind, Region};

/// One line's identifiers, and when their owner said no, where the list tells.
#[derive(Debug)]
pub struct Listed {
    /// Counted from 1.
    pub line: u64,
    /// What it names.
    pub identifiers: Vec<Identifier>,
    /// When they said so.
    pub said_at: Option<Timestamp>,
}

/// Why a line cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct NotListed {
    /// Counted from 1.
    pub line: u64,
    /// What is wrong, without a value.
    pub why: &'static str,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Of(IdentifierKind),
    /// Whatever its form says.
    Any,
    SaidAt,
    Other,
}

/// The lines of a list, one by one; one that cannot be read does not stop the others.
pub struct Rows<R: Read> {
    file: BufReader<R>,
    /// The first line, where it is no head.
    first: Option<csv::StringRecord>,
    columns: Vec<Column>,
    delimiter: u8,
    region: Option<&'static Region>,
    zone: TimeZone,
    /// How many lines were read.
    line: u64,
    /// Whether the file cannot be read any further.
    broken: bool,
}

/// Reads a list. Telephone numbers without a prefix are in `region`, days in `zone`.
///
/// # Errors
/// [`NotListed`], where its first line is neither a head with a column that is known nor an address.
pub fn read<R: Read>(file: R, region: Option<&'static Region>, zone: TimeZone) -> Result<Rows<R>, NotListed> {
    let file = BufReader::new(file);
    let mut rows = Rows {
        file,
        first: None,
        columns: vec![Column::Any],
        delimiter: b',',
        region,
        zone,
        line: 0,
        broken: false,
    };
    let Some((line, raw)) = rows.raw()? else { return Ok(rows) };
    rows.delimiter = delimiter(&raw);
    let first = rows.record(line, &raw)?;
    let named: Vec<Column> = first.iter().map(named).collect();
    if named.iter().any(|column| matches!(column, Column::Of(_) | Column::Any)) {
        rows.columns = named;
        return Ok(rows);
    }
    if first.len() != 1 || first.iter().any(|cell| guessed(cell, region).is_none()) {
        let why = "no column is named `email`, `phone`, `number` or `identifier`, and it is no address";
        return Err(NotListed { line, why });
    }
    rows.first = Some(first);
    Ok(rows)
}

/// A row longer than this is none: a quote was not closed.
const LONGEST: usize = 64 * 1024;
const NO_TABLE: &str = "it is no row of a table in UTF-8";

/// What parts the cells: whichever of three is the most frequent in the first line.
fn delimiter(line: &[u8]) -> u8 {
    let count = |wanted: u8| line.iter().filter(|byte| **byte == wanted).count();
    let mut best = b',';
    for other in [b';', b'\t'] {
        if count(other) > count(best) {
            best = other;
        }
    }
    best
}

/// What a column of this name holds, as the programs that lists come from name them.
fn named(name: &str) -> Column {
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    match letters.as_str() {
        "email" | "emailaddress" | "mail" | "epost" | "epostadresse" | "courriel" | "adresseemail" => {
            Column::Of(IdentifierKind::Email)
        }
        "phone" | "phonenumber" | "mobile" | "telephone" | "telefon" | "mobil" | "téléphone" | "sms" => {
            Column::Of(IdentifierKind::Phone)
        }
        "number" => Column::Of(IdentifierKind::Number),
        "identifier" => Column::Any,
        "saidat" | "at" | "date" | "optoutat" | "unsubscribedat" | "unsubtime" | "optouttime" => {
            Column::SaidAt
        }
        _ => Column::Other,
    }
}

/// A cell whose kind only its form tells.
fn guessed(cell: &str, region: Option<&Region>) -> Option<Identifier> {
    let kind = if cell.contains('@') { IdentifierKind::Email } else { IdentifierKind::Phone };
    vault::normalise_in(kind, cell, region).ok()
}

/// Whether a quoted cell is still open at the end. A quote that does not begin a cell is a sign like any other.
fn is_open(raw: &[u8], delimiter: u8) -> bool {
    let (mut quoted, mut begins, mut closed) = (false, true, false);
    for byte in raw {
        let quote = *byte == b'"';
        (quoted, closed) = if quoted { (!quote, quote) } else { (quote && (begins || closed), false) };
        begins = !quoted && (*byte == delimiter || *byte == b'\n');
    }
    quoted
}

impl<R: Read> Rows<R> {
    /// The next row as it stands: a line, or several where a quoted cell has line ends. Empty lines are passed over.
    fn raw(&mut self) -> Result<Option<(u64, Vec<u8>)>, NotListed> {
        let (mut raw, mut line) = (Vec::new(), self.line + 1);
        loop {
            let limit = (LONGEST - raw.len().min(LONGEST)) as u64 + 1;
            let read = (&mut self.file).take(limit).read_until(b'\n', &mut raw);
            let read = read.map_err(|_| {
                self.broken = true;
                NotListed { line, why: "the file cannot be read any further" }
            })?;
            let ended = read == 0 || raw.len() > LONGEST;
            self.line += u64::from(read > 0);
            let open = is_open(&raw, self.delimiter);
            if raw.is_empty() {
                return Ok(None);
            }
            if ended || !open {
                if !raw.trim_ascii().is_empty() {
                    return Ok(Some((line, raw)));
                }
                raw.clear();
                line = self.line + 1;
            }
        }
    }

    fn record(&self, line: u64, raw: &[u8]) -> Result<csv::StringRecord, NotListed> {
        let failed = NotListed { line, why: NO_TABLE };
        if raw.len() > LONGEST {
            return Err(failed);
        }
        let mut builder = csv::ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(self.delimiter).trim(csv::Trim::All);
        let mut records = builder.from_reader(raw).into_records();
        match (records.next(), records.next()) {
            (Some(Ok(record)), None) => Ok(record),
            _ => Err(failed),
        }
    }

    fn listed(&self, line: u64, record: &csv::StringRecord) -> Result<Listed, NotListed> {
        let failed = |why| NotListed { line, why };
        let (mut identifiers, mut said_at) = (Vec::new(), None);
        for (column, cell) in self.columns.iter().zip(record) {
            if cell.is_empty() {
                continue;
            }
            let read = match column {
                Column::Other => continue,
                Column::SaidAt => {
                    said_at =
                        Some(self.time(cell).ok_or(failed("the time it was said at is no date or time"))?);
                    continue;
                }
                Column::Any => guessed(cell, self.region),
                Column::Of(IdentifierKind::Number) if !cell.contains(':') => {
                    return Err(failed("`number` needs its name before it: `customer:1042`"));
                }
                Column::Of(kind) => vault::normalise_in(*kind, cell, self.region).ok(),
            };
            identifiers.push(read.ok_or(failed("it has no address or number that can be read"))?);
        }
        if identifiers.is_empty() {
            return Err(failed("it names nobody"));
        }
        Ok(Listed { line, identifiers, said_at })
    }

    /// RFC 3339, or a day: its end, so that nothing said on it counts as later.
    fn time(&self, cell: &str) -> Option<Timestamp> {
        if let Ok(time) = cell.parse::<Timestamp>() {
            return Some(time);
        }
        let next = cell.parse::<Date>().ok()?.tomorrow().ok()?;
        Some(next.to_zoned(self.zone.clone()).ok()?.timestamp())
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Listed, NotListed>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(first) = self.first.take() {
            return Some(self.listed(self.line, &first));
        }
        if self.broken {
            return None;
        }
        let (line, raw) = match self.raw() {
            Ok(raw) => raw?,
            Err(unread) => return Some(Err(unread)),
        };
        Some(self.record(line, &raw).and_then(|record| self.listed(line, &record)))
    }
}

#[cfg(test)]
mod tests {
    use super::is_open;

    #[test]
    fn only_a_quote_that_begins_a_cell_keeps_a_row_open() {
        for open in ["\"a", "a;\"b\n", "a;\"b\"\"", "\"a\";\"b\nc"] {
            assert!(is_open(open.as_bytes(), b';'), "{open}");
        }
        for whole in ["ola@x.example;6\" tall\n", "\"a\"\"b\";c\n", "a\"", "\"a\n\nb\";c", ""] {
            assert!(!is_open(whole.as_bytes(), b';'), "{whole}");
        }
    }
}

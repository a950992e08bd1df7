//! Masks: what a column takes so that nobody is in it and the database still accepts it. Null where it may be;
//! else a value of its type, within its length, unlike the other rows' where it must be, and one of those its
//! CHECK allows. The same for the same row every time, so that a step repeated changes nothing.

use policy::map::{Class, ColumnMap};
use ring::digest::{SHA256, digest};

use crate::engine::dialect::{among, one, quote, quote_table};
use crate::engine::{Param, Session};
use crate::resolve::Part;
use crate::{Cell, Check, Column, Engine, Error, Mask, RowKey, Table};

/// The masks to try for a column, the best first.
pub(super) fn candidates(part: &Part<'_>, entry: &ColumnMap, column: &Column) -> Vec<Mask> {
    if let Some(text) = &entry.mask {
        return vec![declared(part.table, column, text)];
    }
    let mut masks = Vec::new();
    let unique = part.table.is_unique(&column.name);
    if column.nullable && !part.key.iter().any(|key| key.name == column.name) {
        masks.push(Mask::Null);
    }
    masks.push(if unique { unlike(column, &entry.class, "erased-") } else { alike(column, &entry.class) });
    let literals = checks(part.table, &column.name).flat_map(|check| literals(&check.expression));
    masks.extend(literals.map(|text| Mask::Fixed(cell(column, &text))));
    masks
}

/// The map's own mask; in a unique column `{}` stands for what differs from row to row.
fn declared(table: &Table, column: &Column, text: &str) -> Mask {
    match text.split_once("{}") {
        Some((before, after)) => Mask::UniqueText {
            before: before.to_owned(),
            after: after.to_owned(),
            length: column.length.unwrap_or(LONGEST),
        },
        None if table.is_unique(&column.name) => unlike(column, &Class::NotPersonal, text),
        None => Mask::Fixed(cell(column, text)),
    }
}

const LONGEST: usize = 64;

fn alike(column: &Column, class: &Class) -> Mask {
    let text = |text: &str| Mask::Fixed(cell(column, text));
    match kind(column) {
        Kind::Number => text("0"),
        Kind::Flag => text("false"),
        Kind::Date => text("1900-01-01"),
        Kind::Time => text("00:00:00"),
        Kind::Moment => text("1900-01-01 00:00:00"),
        Kind::Bytes => Mask::Fixed(Cell::Bytes(Vec::new())),
        Kind::Json => Mask::Fixed(Cell::Json(serde_json::json!({}))),
        Kind::Uuid => text("00000000-0000-0000-0000-000000000000"),
        Kind::Array => text("{}"),
        Kind::Text => {
            let word = if email(class) { "erased@erased.invalid" } else { "[erased]" };
            Mask::Fixed(Cell::Text(word.chars().take(column.length.unwrap_or(LONGEST)).collect()))
        }
    }
}

fn unlike(column: &Column, class: &Class, before: &str) -> Mask {
    match kind(column) {
        Kind::Number if column.data_type.contains("smallint") => Mask::UniqueNumber { bits: 15 },
        Kind::Number if column.data_type == "integer" => Mask::UniqueNumber { bits: 31 },
        Kind::Number => Mask::UniqueNumber { bits: 63 },
        Kind::Uuid => Mask::UniqueUuid,
        _ => Mask::UniqueText {
            before: before.to_owned(),
            after: if email(class) { "@erased.invalid".to_owned() } else { String::new() },
            length: column.length.unwrap_or(LONGEST),
        },
    }
}

fn email(class: &Class) -> bool {
    class.field().is_some_and(|field| field.to_lowercase().contains("mail"))
}

enum Kind {
    Text,
    Number,
    Flag,
    Date,
    Time,
    Moment,
    Bytes,
    Json,
    Uuid,
    Array,
}

fn kind(column: &Column) -> Kind {
    let name = column.data_type.as_str();
    match name {
        _ if name.ends_with("[]") => Kind::Array,
        _ if name.starts_with("bool") => Kind::Flag,
        _ if name == "date" => Kind::Date,
        _ if name.starts_with("timestamp") || name == "datetime" => Kind::Moment,
        _ if name.starts_with("time") => Kind::Time,
        _ if name == "bytea" || name == "blob" => Kind::Bytes,
        _ if name.starts_with("json") => Kind::Json,
        _ if name == "uuid" => Kind::Uuid,
        _ if crate::find::integer(name) => Kind::Number,
        _ if ["numeric", "decimal", "real", "double", "float"].iter().any(|n| name.starts_with(n)) => {
            Kind::Number
        }
        _ => Kind::Text,
    }
}

/// A text as a value of the column.
fn cell(column: &Column, text: &str) -> Cell {
    match kind(column) {
        Kind::Number => text.parse().map_or_else(|_| Cell::Text(text.to_owned()), Cell::Int),
        Kind::Flag => Cell::Bool(matches!(text, "true" | "1" | "t" | "yes")),
        Kind::Json => serde_json::from_str(text).map_or_else(|_| Cell::Text(text.to_owned()), Cell::Json),
        _ => Cell::Text(text.to_owned()),
    }
}

/// The value a mask gives one row.
pub(crate) fn value(mask: &Mask, table: &str, column: &str, key: &RowKey) -> Cell {
    match mask {
        Mask::Null => Cell::Null,
        Mask::Fixed(cell) => cell.clone(),
        Mask::UniqueText { before, after, length } => {
            Cell::Text(unique(before, after, *length, table, column, key))
        }
        Mask::UniqueNumber { bits } => {
            let bytes = seed(table, column, key);
            let number = bytes.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
            let number = i64::try_from(number >> (64 - bits)).unwrap_or(i64::MAX);
            Cell::Int(-number - 1)
        }
        Mask::UniqueUuid => {
            let bytes: [u8; 16] =
                std::array::from_fn(|at| seed(table, column, key).get(at).copied().unwrap_or(0));
            Cell::Text(uuid::Builder::from_custom_bytes(bytes).into_uuid().to_string())
        }
    }
}

/// As much of the row's own letters as the length allows; words before and after give way first.
fn unique(before: &str, after: &str, length: usize, table: &str, column: &str, key: &RowKey) -> String {
    let hash = crate::value::hex(&seed(table, column, key));
    let spare = length.saturating_sub(before.chars().count() + after.chars().count());
    if spare >= 12 {
        let letters: String = hash.chars().take(spare.min(20)).collect();
        return format!("{before}{letters}{after}");
    }
    hash.chars().take(length).collect()
}

/// What differs from row to row and is the same for the same row: a digest of where it stands. It holds nothing
/// that is not in the row's own key.
fn seed(table: &str, column: &str, key: &RowKey) -> Vec<u8> {
    digest(&SHA256, format!("{table}\u{1f}{column}\u{1f}{key}").as_bytes()).as_ref().to_vec()
}

fn checks<'a>(table: &'a Table, column: &'a str) -> impl Iterator<Item = &'a Check> {
    table.checks.iter().filter(move |check| check.columns.iter().any(|name| name == column))
}

/// The quoted texts and the numbers in an expression: values a CHECK is likely to allow.
fn literals(expression: &str) -> Vec<String> {
    let quoted = expression.split('\'').skip(1).step_by(2).map(ToOwned::to_owned);
    let outside: String = expression.split('\'').step_by(2).collect::<Vec<_>>().join(" ");
    let numbers = outside
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty() && digits.len() < 10)
        .map(ToOwned::to_owned)
        .collect::<Vec<_>>();
    quoted.chain(numbers).collect()
}

/// Whether the table's CHECK constraints let these rows take this mask.
pub(super) async fn allowed(
    session: &mut Session,
    engine: Engine,
    part: &Part<'_>,
    column: &Column,
    mask: &Mask,
    keys: &[RowKey],
) -> Result<bool, Error> {
    let (Some(first), Some(tried)) = (keys.first(), expressions(part.table, &column.name)) else {
        return Ok(true);
    };
    let sample = value(mask, part.name(), &column.name, first);
    let batch = keys.get(..keys.len().min(crate::read::BATCH)).unwrap_or_default();
    let (condition, mut params) = among(engine, &part.key, batch);
    let number = params.len() + 1;
    params.push(Param::Text(sample.as_text()));
    let others = part.table.columns.iter().filter(|c| c.name != column.name).map(|c| quote(&c.name));
    let new = match engine {
        Engine::Sqlite => format!("CAST({} AS {})", one(engine, column, number), affinity(column)),
        Engine::Postgres => one(engine, column, number),
    };
    let columns: Vec<String> = others.chain([format!("{new} AS {}", quote(&column.name))]).collect();
    let sql = format!(
        "SELECT '1' FROM (SELECT {} FROM {} WHERE {condition}) AS tried WHERE NOT ({tried}) LIMIT 1",
        columns.join(", "),
        quote_table(part.table)
    );
    Ok(session.rows(part.name(), sql, params, &["text"]).await?.is_empty())
}

fn expressions(table: &Table, column: &str) -> Option<String> {
    let all: Vec<String> = checks(table, column).map(|check| format!("({})", check.expression)).collect();
    (!all.is_empty()).then(|| all.join(" AND "))
}

fn affinity(column: &Column) -> &'static str {
    match kind(column) {
        Kind::Number | Kind::Flag => "NUMERIC",
        Kind::Bytes => "BLOB",
        _ => "TEXT",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KeyPart;

    fn key(number: i64) -> RowKey {
        RowKey(vec![KeyPart::Int(number)])
    }

    #[test]
    fn a_unique_mask_fits_its_length_and_differs() {
        let mask = Mask::UniqueText { before: "erased-".into(), after: "@erased.invalid".into(), length: 40 };
        let one = value(&mask, "customers", "email", &key(1)).as_text().unwrap();
        assert!(one.len() <= 40 && one.starts_with("erased-") && one.ends_with("@erased.invalid"));
        assert_eq!(Some(one.clone()), value(&mask, "customers", "email", &key(1)).as_text());
        assert_ne!(Some(one), value(&mask, "customers", "email", &key(2)).as_text());
        let short = Mask::UniqueText { before: "erased-".into(), after: String::new(), length: 5 };
        assert_eq!(value(&short, "t", "c", &key(1)).as_text().unwrap().len(), 5);
    }

    #[test]
    fn numbers_stay_in_their_type() {
        for bits in [15, 31, 63] {
            let Cell::Int(number) = value(&Mask::UniqueNumber { bits }, "t", "c", &key(7)) else { panic!() };
            assert!(number < 0 && number >= -(1_i64 << (bits - 1)) * 2);
        }
    }

    #[test]
    fn a_check_offers_its_own_values() {
        assert_eq!(literals("status IN ('open', 'done')"), ["open", "done"]);
        assert_eq!(literals("age >= 18 AND age < 120"), ["18", "120"]);
    }
}

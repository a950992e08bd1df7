//! Values as they come out of a database, and the keys of rows. Two absences: nothing here knows an engine,
//! and nothing prints a value (`Debug` of a key shows its shape only, so that it cannot reach a log).

use serde::{Deserialize, Serialize};

/// One value of one column.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cell {
    /// No value.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number of at most 64 bits.
    Int(i64),
    /// A binary floating point number.
    Real(f64),
    /// Text, and every type that is written faithfully as text: exact decimals, dates, arrays, …
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A JSON document.
    Json(serde_json::Value),
}

impl Cell {
    /// For a person's answer: exact decimals and dates as text, bytes as base64.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Bool(value) => (*value).into(),
            Self::Int(value) => (*value).into(),
            Self::Real(value) => {
                serde_json::Number::from_f64(*value).map_or_else(|| value.to_string().into(), Into::into)
            }
            Self::Text(value) => value.clone().into(),
            Self::Bytes(value) => base64_text(value).into(),
            Self::Json(value) => value.clone(),
        }
    }

    /// As text, for comparing; `None` for null.
    #[must_use]
    pub fn as_text(&self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Bool(value) => Some(value.to_string()),
            Self::Int(value) => Some(value.to_string()),
            Self::Real(value) => Some(value.to_string()),
            Self::Text(value) => Some(value.clone()),
            Self::Bytes(value) => Some(base64_text(value)),
            Self::Json(value) => Some(value.to_string()),
        }
    }

    /// Whether there is no value.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

fn base64_text(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

impl std::fmt::Debug for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Null => "Null",
            Self::Bool(_) => "Bool(…)",
            Self::Int(_) => "Int(…)",
            Self::Real(_) => "Real(…)",
            Self::Text(_) => "Text(…)",
            Self::Bytes(_) => "Bytes(…)",
            Self::Json(_) => "Json(…)",
        })
    }
}

/// One part of a row's key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum KeyPart {
    /// A whole number.
    Int(i64),
    /// Text, and every type written as text.
    Text(String),
    /// Bytes, in hexadecimal after a marker.
    Bytes {
        /// Lower-case hexadecimal.
        hex: String,
    },
}

/// What identifies a row in its table: the values of its key columns, in order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RowKey(pub Vec<KeyPart>);

impl RowKey {
    /// The key these values make; `None` when one of them is null.
    #[must_use]
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Option<Self> {
        cells.into_iter().map(KeyPart::of).collect::<Option<Vec<_>>>().map(Self)
    }
}

impl KeyPart {
    fn of(cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Null => None,
            Cell::Int(value) => Some(Self::Int(*value)),
            Cell::Bytes(value) => Some(Self::Bytes { hex: hex(value) }),
            other => other.as_text().map(Self::Text),
        }
    }

    /// As text: what a page shows to staff who choose between rows.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::Int(value) => value.to_string(),
            Self::Text(value) => value.clone(),
            Self::Bytes { hex } => hex.clone(),
        }
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl std::fmt::Display for RowKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts: Vec<String> = self.0.iter().map(KeyPart::to_text).collect();
        f.write_str(&parts.join(", "))
    }
}

impl std::fmt::Debug for RowKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RowKey({} parts)", self.0.len())
    }
}

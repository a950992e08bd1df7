//! The four storage types both engines share, and how Rust's types are kept in them.
//!
//! bool = 0/1, time = microseconds UTC, ids and hashes = blobs, JSON = text.

use jiff::Timestamp;
use uuid::Uuid;

use crate::error::{Error, Result};

/// One stored value.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// An integer, a boolean (0/1) or a time (microseconds UTC).
    Int(i64),
    /// A floating point number.
    Real(f64),
    /// Text, or JSON.
    Text(String),
    /// Bytes, or an id.
    Blob(Vec<u8>),
    /// The index that the writer gives to the n-th entry of the same unit; known only while it is written.
    Entry(usize),
}

impl std::fmt::Debug for Value {
    /// The type only: values may be personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Int(_) => "int",
            Self::Real(_) => "real",
            Self::Text(_) => "text",
            Self::Blob(_) => "blob",
            Self::Entry(_) => "entry",
        })
    }
}

/// One row that was read, in the order of its columns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row(pub(crate) Vec<Value>);

impl Row {
    /// Takes the cells one after the other.
    pub(crate) fn cells(self, of: &'static str) -> Cells {
        Cells { of, values: self.0.into_iter() }
    }

    /// The first cell.
    pub(crate) fn one<T: Field>(self, of: &'static str) -> Result<T> {
        self.cells(of).take("value")
    }
}

/// The cells of a row, taken in order.
pub(crate) struct Cells {
    of: &'static str,
    values: std::vec::IntoIter<Value>,
}

impl Cells {
    /// Leaves one cell out.
    pub(crate) fn skip(&mut self) {
        self.values.next();
    }

    /// The next cell, which is the column `name`.
    pub(crate) fn take<T: Field>(&mut self, name: &'static str) -> Result<T> {
        let value = self.values.next().and_then(T::from_value);
        value.ok_or_else(|| Error::corrupt(format!("{}.{name}", self.of)))
    }
}

/// What can be put into a column.
pub(crate) trait Cell {
    /// As stored.
    fn to_value(&self) -> Value;
}

impl Cell for str {
    fn to_value(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

/// A Rust type that is kept in one column and read back.
pub(crate) trait Field: Cell + Sized {
    /// As read; nothing where the stored value is of another kind.
    fn from_value(value: Value) -> Option<Self>;
}

/// A row struct: made of the columns in the order of its select list.
pub(crate) trait FromRow: Sized {
    /// Reads one row.
    fn from_row(row: Row) -> Result<Self>;
}

impl Cell for i64 {
    fn to_value(&self) -> Value {
        Value::Int(*self)
    }
}

impl Field for i64 {
    fn from_value(value: Value) -> Option<Self> {
        if let Value::Int(number) = value { Some(number) } else { None }
    }
}

impl Cell for u64 {
    fn to_value(&self) -> Value {
        Value::Int(i64::try_from(*self).unwrap_or(i64::MAX))
    }
}

impl Field for u64 {
    fn from_value(value: Value) -> Option<Self> {
        i64::from_value(value).and_then(|number| Self::try_from(number).ok())
    }
}

impl Cell for u32 {
    fn to_value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
}

impl Field for u32 {
    fn from_value(value: Value) -> Option<Self> {
        i64::from_value(value).and_then(|number| Self::try_from(number).ok())
    }
}

impl Cell for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Field for String {
    fn from_value(value: Value) -> Option<Self> {
        if let Value::Text(text) = value { Some(text) } else { None }
    }
}

impl Cell for Vec<u8> {
    fn to_value(&self) -> Value {
        Value::Blob(self.clone())
    }
}

impl Field for Vec<u8> {
    fn from_value(value: Value) -> Option<Self> {
        if let Value::Blob(bytes) = value { Some(bytes) } else { None }
    }
}

impl Cell for [u8; 32] {
    fn to_value(&self) -> Value {
        Value::Blob(self.to_vec())
    }
}

impl Field for [u8; 32] {
    fn from_value(value: Value) -> Option<Self> {
        Vec::from_value(value).and_then(|bytes| Self::try_from(bytes).ok())
    }
}

impl Cell for Uuid {
    fn to_value(&self) -> Value {
        Value::Blob(self.as_bytes().to_vec())
    }
}

impl Field for Uuid {
    fn from_value(value: Value) -> Option<Self> {
        Vec::from_value(value).and_then(|bytes| Self::from_slice(&bytes).ok())
    }
}

impl Cell for Timestamp {
    fn to_value(&self) -> Value {
        Value::Int(self.as_microsecond())
    }
}

impl Field for Timestamp {
    fn from_value(value: Value) -> Option<Self> {
        i64::from_value(value).and_then(|micros| Self::from_microsecond(micros).ok())
    }
}

impl<T: Cell> Cell for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_value)
    }
}

impl<T: Field> Field for Option<T> {
    fn from_value(value: Value) -> Option<Self> {
        if value == Value::Null { Some(None) } else { T::from_value(value).map(Some) }
    }
}

/// The index of an entry: one that stands in the ledger, or one of the unit that is being submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryRef {
    /// It has this index.
    At(u64),
    /// It is the n-th entry of this unit and gets its index with it. Never read back.
    Nth(usize),
}

impl EntryRef {
    /// The index, once it is known.
    pub fn index(self) -> Option<u64> {
        if let Self::At(index) = self { Some(index) } else { None }
    }
}

impl Cell for EntryRef {
    fn to_value(&self) -> Value {
        match self {
            Self::At(index) => index.to_value(),
            Self::Nth(nth) => Value::Entry(*nth),
        }
    }
}

impl Field for EntryRef {
    fn from_value(value: Value) -> Option<Self> {
        u64::from_value(value).map(Self::At)
    }
}

//! The person's own rows, with the reason for everything left out.

use serde::{Deserialize, Serialize};

use crate::RowKey;

/// What one store holds about a person.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Export {
    /// The store.
    pub store: String,
    /// Tables with rows of the person, in the map's order. Tables without are left out.
    pub tables: Vec<TableRows>,
    /// Rows of others that point at the person (a manager is named in the rows of those who report to them).
    pub mentioned: Vec<Mentioned>,
}

/// The person's rows of one table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableRows {
    /// The table.
    pub table: String,
    /// What the rows are kept for: a purpose of the policy.
    pub purpose: String,
    /// The columns shown, in order.
    pub columns: Vec<ColumnInfo>,
    /// The key of each row, beside `rows`.
    pub keys: Vec<RowKey>,
    /// A value for each column of each row; null also where a value of this row is withheld.
    pub rows: Vec<Vec<serde_json::Value>>,
    /// What is held but not shown, and why.
    pub withheld: Vec<Withheld>,
    /// Free text that may name other people: to be read before the answer leaves the house.
    pub flagged: Vec<Flag>,
}

/// A column of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnInfo {
    /// The column.
    pub name: String,
    /// The policy's field (`contact.name`); `None` for keys and what is not personal.
    pub field: Option<String>,
}

/// Values held but not shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// The column.
    pub column: String,
    /// In how many rows.
    pub rows: usize,
    /// Why.
    pub why: WithheldWhy,
}

/// Why a value is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WithheldWhy {
    /// It is about another person (Art. 15(4)).
    OtherPerson,
    /// It is a secret that protects the person (a password hash).
    Secret,
}

/// A column of free text with values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// The column.
    pub column: String,
    /// In how many rows it says something.
    pub rows: usize,
}

/// Rows of others that point at the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentioned {
    /// The table.
    pub table: String,
    /// The column that points at the person.
    pub column: String,
    /// How many rows.
    pub rows: u64,
}

//! The compiled store map: what each table and column of one of the company's databases is, plain and typed.
//! Everything that had to be looked up in the policy (periods, what a ground needs) stands here already, so
//! a connector needs the map and nothing else. No spans, no I/O.

use serde::{Deserialize, Serialize};

use super::Money;
use crate::Text;

/// One database of the company, described: its tables, whose rows they are, and what becomes of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreMap {
    /// The store's name; its credentials are `ABIDE_STORE_<NAME>_READ_URL` and `…_ERASE_URL`.
    pub store: String,
    /// Month and day on which the financial year ends; periods counted from its end start there.
    pub financial_year_ends: (i8, i8),
    /// Every table of the store, in the file's order.
    pub tables: Vec<TableMap>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableMap {
    /// Its name, `schema.table` when outside the connection's own schema.
    pub name: String,
    /// Its name for people; empty where the map has none.
    #[serde(default)]
    pub title: Text,
    /// What its rows are kept for: a purpose of the policy. Empty when nothing in it is personal.
    pub purpose: String,
    /// Further purposes its columns serve.
    pub also_for: Vec<String>,
    /// Set when each row *is* a person: how such a person is found.
    pub person: Option<Person>,
    /// Whose the rows are. The first link whose columns are not null decides.
    pub belongs_to: Vec<Link>,
    /// Columns that point at a person whose row this is not (a manager, a referrer).
    pub refers_to: Vec<Link>,
    /// What identifies a row, if the database declares no primary key.
    pub key: Vec<String>,
    /// Every column. Empty when the whole table is `not-personal`.
    pub columns: Vec<ColumnMap>,
    /// Columns that are somebody else's in rows where a name differs from the person's.
    pub somebody_else: Option<SomebodyElse>,
    /// What becomes of the rows when their person is erased.
    pub erase: Erase,
}

/// A table whose rows are people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The columns that identify, each with the kind of identifier that may be looked up in it.
    pub identifiers: Vec<IdentifiedBy>,
    /// The columns that make up the person's name, in speaking order.
    pub name: Vec<String>,
}

/// A column that identifies a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentifiedBy {
    /// The column.
    pub column: String,
    /// What it holds.
    pub kind: IdentifierKind,
    /// What a number is called (`customer-number`); empty for the other kinds.
    pub of: String,
}

/// The kinds of identifier a person can prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IdentifierKind {
    /// An e-mail address, verified by a mail; compared without regard to case.
    Email,
    /// A telephone number; compared exactly.
    Phone,
    /// A number the company gave, verified by staff; compared exactly.
    Number,
}

/// A reference from columns of one table to the rows of another (or the same).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The columns that hold the reference.
    pub columns: Vec<String>,
    /// The table referred to.
    pub table: String,
    /// The columns referred to; empty for that table's key.
    pub to: Vec<String>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMap {
    /// Its name.
    pub name: String,
    /// Its name for people; empty where the map has none.
    #[serde(default)]
    pub title: Text,
    /// What it holds.
    pub class: Class,
    /// The value it takes when masked, if the map names one.
    pub mask: Option<String>,
    /// How the amounts in it are stored, if the map says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Money>,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// A technical key of the row or of one it belongs to.
    Key,
    /// Nothing about a person.
    NotPersonal,
    /// Something about somebody who is not the row's person: withheld from exports, erased like the rest.
    OtherPerson,
    /// A field of the policy, `contact.name`.
    Field(String),
    /// Text somebody typed, which may name people; with the field of the policy it belongs to.
    FreeText(String),
    /// A secret about the person (a password hash): said to exist, never exported.
    Secret(String),
}

impl Class {
    /// Whether the column says something about a person.
    #[must_use]
    pub fn personal(&self) -> bool {
        !matches!(self, Self::Key | Self::NotPersonal)
    }

    /// The policy's field it belongs to.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Field(name) | Self::FreeText(name) | Self::Secret(name) => Some(name),
            Self::Key | Self::NotPersonal | Self::OtherPerson => None,
        }
    }
}

/// Columns that are another person's wherever a name in the row is not the person's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SomebodyElse {
    /// The column of this table that holds a name.
    pub column: String,
    /// The table of people the name is compared with.
    pub table: String,
    /// The columns there that make up the name.
    pub name: Vec<String>,
    /// The columns that then belong to the other person.
    pub columns: Vec<String>,
}

/// What becomes of a row when its person is erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Erase {
    /// Nothing personal in it: it stays.
    Nothing,
    /// The row is deleted.
    Delete,
    /// The row stays, every personal column masked.
    Anonymise,
    /// As the row it belongs to; where that is kept, these columns the law does not need are blanked.
    Follow(Vec<String>),
    /// It stays until the law lets it go, without what the law does not need; after that it is deleted.
    Keep(Keep),
}

/// A legal obligation to keep rows, each for a period of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keep {
    /// The purpose of the policy whose legal obligation it is.
    pub ground: String,
    /// The date column the period is counted from.
    pub counted_from: String,
    /// How long.
    pub period: Period,
    /// The columns the law does not need: blanked at once.
    pub blank: Vec<String>,
}

/// A length of time, counted from a row's date or from the end of the financial year it falls in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// Whole months.
    pub months: i32,
    /// And days.
    pub days: i32,
    /// Counted from the end of the financial year.
    pub from_financial_year_end: bool,
}

impl StoreMap {
    /// The table of this name.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&TableMap> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// The tables whose rows are people.
    pub fn people(&self) -> impl Iterator<Item = (&TableMap, &Person)> {
        self.tables.iter().filter_map(|table| Some((table, table.person.as_ref()?)))
    }
}

impl TableMap {
    /// Whether any of it is about people.
    #[must_use]
    pub fn personal(&self) -> bool {
        self.person.is_some() || self.columns.iter().any(|column| column.class.personal())
    }

    /// The column of this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&ColumnMap> {
        self.columns.iter().find(|column| column.name == name)
    }
}

//! What a database says about itself, the same for every engine.

use serde::{Deserialize, Serialize};

/// The engines there are connectors for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// The tables of a store.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Schema {
    /// The engine.
    pub engine: Engine,
    /// Ordinary tables (no views), by name.
    pub tables: Vec<Table>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// As the map names it.
    pub name: String,
    /// Its schema, where the name has to say it.
    pub schema: Option<String>,
    /// Its name within the schema.
    pub relation: String,
    /// The columns in order.
    pub columns: Vec<Column>,
    /// The primary key's columns; empty without one.
    pub primary_key: Vec<String>,
    /// References to other tables (or itself).
    pub foreign_keys: Vec<ForeignKey>,
    /// Sets of columns that must be unique, the primary key not among them.
    pub unique: Vec<Vec<String>>,
    /// CHECK constraints.
    pub checks: Vec<Check>,
    /// Indexes.
    pub indexes: Vec<Index>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The type as the engine writes it, lower-cased: `character varying(40)`, `integer`.
    pub data_type: String,
    /// Whether it may be null.
    pub nullable: bool,
    /// The greatest number of characters, where limited.
    pub length: Option<usize>,
    /// Computed by the database: cannot be written.
    pub generated: bool,
}

/// A reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignKey {
    /// The columns that refer.
    pub columns: Vec<String>,
    /// The table referred to.
    pub table: String,
    /// The columns referred to.
    pub to: Vec<String>,
    /// Deleting the row referred to deletes this one.
    pub cascades: bool,
}

/// A CHECK constraint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The expression, without the word CHECK.
    pub expression: String,
    /// The columns it mentions.
    pub columns: Vec<String>,
}

/// An index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// Columns or expressions in order, as the engine writes them, lower-cased, without quotes.
    pub keys: Vec<String>,
}

impl Schema {
    /// The table of this name.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }
}

impl Table {
    /// The column of this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Whether a value of this column must be unlike the others.
    #[must_use]
    pub fn is_unique(&self, column: &str) -> bool {
        self.unique.iter().chain([&self.primary_key]).any(|set| set.iter().any(|name| name == column))
    }
}

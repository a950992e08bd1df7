//! What a check or a rehearsal has to say about a store.

use serde::{Deserialize, Serialize};

/// How bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The store must not be worked with.
    Error,
    /// It works, but slowly, or a promise is at risk.
    Warning,
    /// Worth knowing.
    Note,
}

/// One finding: which table and column, what is wrong, what to do. Never a value out of the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// A stable code, `A0851`.
    pub code: String,
    /// How bad.
    pub severity: Severity,
    /// The store.
    pub store: String,
    /// The table, where there is one.
    pub table: Option<String>,
    /// The column, where there is one.
    pub column: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

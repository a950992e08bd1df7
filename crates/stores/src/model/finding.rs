//! What a check or a rehearsal has to say about a store.

use std::fmt;

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

impl Finding {
    /// Whether the store must not be worked with.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        write!(f, "{severity}[{}]: {}", self.code, self.store)?;
        for part in [&self.table, &self.column].into_iter().flatten() {
            write!(f, ".{part}")?;
        }
        write!(f, ": {}\n  help: {}", self.message, self.help)
    }
}

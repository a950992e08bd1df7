//! What was found: where, how grave, what to do.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use texts::texts;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Worth a look; nothing is lost.
    Look,
    /// Evidence was changed, is missing, or says two things.
    Broken,
}

/// One thing that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Its code: also the id of its words (`doctor-<code>`).
    pub code: String,
    /// How grave it is.
    pub grade: Grade,
    /// Where: a table and its column, a tile's path, an entry, a subject's id. Never personal data.
    pub place: String,
    /// The entry, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<u64>,
    /// What to do: the id of its words (`doctor-do-<todo>`).
    pub todo: String,
}

impl Finding {
    pub(super) fn broken(code: &str, place: impl Into<String>, todo: &str) -> Self {
        Self {
            code: code.to_owned(),
            grade: Grade::Broken,
            place: place.into(),
            entry: None,
            todo: todo.to_owned(),
        }
    }

    pub(super) fn look(code: &str, place: impl Into<String>, todo: &str) -> Self {
        Self { grade: Grade::Look, ..Self::broken(code, place, todo) }
    }

    pub(super) fn at(self, entry: u64) -> Self {
        Self { entry: Some(entry), ..self }
    }

    /// What is wrong, in words, with its place.
    #[must_use]
    pub fn says(&self, lang: &str) -> String {
        let entry = self.entry.map(|entry| entry.to_string()).unwrap_or_default();
        let values = [("place", self.place.as_str().into()), ("entry", entry.into())];
        texts(lang).with(&format!("doctor-{}", self.code), &values)
    }

    /// What to do, in words.
    #[must_use]
    pub fn advice(&self, lang: &str) -> String {
        texts(lang).say(&format!("doctor-do-{}", self.todo))
    }
}

/// What a pass found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The service.
    pub service: String,
    /// When the pass ended.
    pub at: Timestamp,
    /// Entries that were looked at.
    pub entries: u64,
    /// The root over them, computed from the leaves.
    pub root: String,
    /// Entries whose facts were opened against their leaf.
    pub opened: u64,
    /// Entries whose facts are there and whose key is destroyed: their leaf holds, their words cannot be checked.
    pub sealed: u64,
    /// Entries whose facts are gone.
    pub gone: u64,
    /// Full tiles that were compared.
    pub tiles: u64,
    /// What was found, in the ledger's order, then by place.
    pub findings: Vec<Finding>,
    /// Whether there were more findings than are listed.
    pub more: bool,
}

impl Report {
    /// The gravest; none where all is well.
    #[must_use]
    pub fn grade(&self) -> Option<Grade> {
        self.findings.iter().map(|finding| finding.grade).max()
    }

    /// The same findings have the same mark: what was told once need not be told again.
    #[must_use]
    pub fn mark(&self) -> String {
        let places: Vec<String> =
            self.findings.iter().map(|one| format!("{} {} {:?}", one.code, one.place, one.entry)).collect();
        ledger::sha256(places.join("\n").as_bytes()).to_string()
    }
}

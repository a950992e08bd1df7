//! The report of an erasure: what was deleted, what is kept, on which ground, until when. Names tables and
//! numbers, never a value: it outlives the person's keys and is the body of their erasure receipt.

use serde::{Deserialize, Serialize};
use texts::texts;

use super::{Outcome, OutcomeLine, OutcomeRow, RemainsRow, grouped};

/// Name and version of the format.
pub const FORMAT: &str = "abide-erasure-v1";

/// What an erasure did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// `abide-erasure-v1`.
    pub format: String,
    /// The request's reference.
    pub reference: String,
    /// The language of the words in it.
    pub language: String,
    /// Place by place, table by table, as verified by a second query.
    pub outcomes: Vec<OutcomeRow>,
    /// What stays, on which ground, until when.
    pub remains: Vec<RemainsRow>,
}

impl Report {
    /// A report.
    pub fn new(reference: &str, lang: &str, outcomes: Vec<OutcomeRow>, remains: Vec<RemainsRow>) -> Self {
        let (reference, language) = (reference.to_owned(), lang.to_owned());
        Self { format: FORMAT.to_owned(), reference, language, outcomes, remains }
    }

    /// As read from an opened body; `None` where it is of another kind.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|report: &Self| report.format == FORMAT)
    }

    /// Whether nothing at all stays, anywhere.
    pub fn nothing_stays(&self) -> bool {
        self.remains.is_empty() && self.outcomes.iter().all(|row| row.outcome != Outcome::Kept)
    }

    /// What was done, as people read it: what differs only in its end is one line.
    pub fn lines(&self) -> Vec<OutcomeLine> {
        grouped(&self.outcomes)
    }

    /// The report as plain text, a line for each fact: for the last letter.
    pub fn text(&self) -> String {
        let texts = texts(&self.language);
        let all = self.lines();
        let line = |one: &OutcomeLine| format!("- {}", one.words(texts));
        let done = all.iter().filter(|one| one.outcome != Outcome::Kept).map(line);
        let mut lines = vec![texts.say("rights-report-done")];
        lines.extend(done);
        if lines.len() == 1 {
            lines = vec![texts.say("rights-report-nothing-found")];
        }
        lines.push(String::new());
        if self.nothing_stays() {
            lines.push(texts.say("rights-report-nothing-stays"));
        } else {
            lines.push(texts.say("rights-report-stays"));
            lines.extend(all.iter().filter(|one| one.outcome == Outcome::Kept).map(line));
            lines.extend(self.remains.iter().map(|row| format!("- {}", row.words(texts))));
        }
        lines.join("\n")
    }
}

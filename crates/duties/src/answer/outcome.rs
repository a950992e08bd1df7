//! What an erasure did or will do, table by table, and what stays. Names of tables and grounds only, no
//! personal data: these rows outlive the person's keys.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use texts::Texts;

/// What happened, or will happen, to the rows of one table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeRow {
    /// Where: "Abide" or the store's title.
    pub place: String,
    /// The table, in words where the map or policy has them.
    pub table: String,
    /// What.
    pub outcome: Outcome,
    /// The outcome in words.
    pub outcome_title: String,
    /// How many rows, as found.
    pub rows: u64,
    /// How many, as the rehearsal or the run counted; `None` before.
    pub counted: Option<u64>,
    /// Why it is kept.
    pub ground: Option<String>,
    /// Until when it is kept.
    pub until: Option<Date>,
    /// Columns that were or will be masked, in words.
    pub masked: Vec<String>,
    /// In rows that are kept: the columns about the person that stay in them, in words.
    #[serde(default)]
    pub stays: Vec<String>,
}

/// The outcome for a table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The rows are gone.
    Deleted,
    /// The rows stay without anything that points to the person.
    Anonymised,
    /// The rows stay, on a ground, until a date.
    Kept,
    /// The rows are copied into the answer; nothing changes.
    Copied,
}

impl Outcome {
    /// What it is called in pages: "deleted".
    pub fn title(self, lang: &str) -> String {
        texts::texts(lang).say(&format!("rights-outcome-{}", self.as_str()))
    }

    /// The name in class names and in the JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::Anonymised => "anonymised",
            Self::Kept => "kept",
            Self::Copied => "copied",
        }
    }
}

/// Something that stays, and until when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RemainsRow {
    /// What.
    pub what: String,
    /// Why.
    pub ground: String,
    /// Until when; `None` = until the event the ground names.
    pub until: Option<Date>,
}

impl RemainsRow {
    /// "Invoices: Bookkeeping Act, section 13; until 31 December 2031".
    pub fn words(&self, texts: &Texts) -> String {
        let until = self.until.map_or_else(|| texts.say("rights-until-open"), |until| texts.date(until));
        let said =
            [("what", (&self.what).into()), ("ground", (&self.ground).into()), ("until", until.into())];
        texts.with("rights-remains", &said)
    }
}

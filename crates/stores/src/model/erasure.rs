//! Erasing a person: the plan with every row key, what a rehearsal saw, what happened, what remains.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Finding, Identifier};
use crate::{Cell, RowKey};

/// Everything that is going to happen in one store, in order, down to the row. Sealed and persisted by the
/// caller before `erase`; running it twice does nothing the second time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErasePlan {
    /// The store.
    pub store: String,
    /// The day it was made: decides which periods are over.
    pub today: Date,
    /// What was searched for.
    pub identifiers: Vec<Identifier>,
    /// The rows that are the person.
    pub roots: Vec<Root>,
    /// Rows that matched and staff said are not this person.
    pub others: Vec<Root>,
    /// What becomes of the rows, table by table: for pages, answers and the comparison afterwards.
    pub tables: Vec<TablePlan>,
    /// What is done, in an order the foreign keys allow.
    pub steps: Vec<Step>,
    /// Free text in rows that stay which names the person.
    pub mentions: Vec<Mention>,
    /// Values that are certainly this person's and nobody else's; none may be left in what was erased.
    pub values: Vec<String>,
    /// Names the person shares with others: masked in others' text only if staff say so.
    pub shared: Vec<String>,
    /// What stands in the way or should be known before running.
    pub findings: Vec<Finding>,
}

/// A row that is a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Root {
    /// The table.
    pub table: String,
    /// The row.
    pub key: RowKey,
}

/// What becomes of the person's rows of one table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TablePlan {
    /// The table.
    pub table: String,
    /// What the rows were kept for.
    pub purpose: String,
    /// Rows that go.
    pub deleted: Vec<RowKey>,
    /// Rows that stay without anything personal.
    pub anonymised: Vec<RowKey>,
    /// Rows the law keeps, by ground and day.
    pub kept: Vec<KeptRows>,
    /// Columns blanked in the rows that are kept.
    pub blanked: Vec<String>,
    /// Rows of other people that pointed at the person and no longer do.
    pub unlinked: Vec<RowKey>,
}

/// Rows kept on one ground until one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptRows {
    /// The purpose of the policy whose legal obligation it is.
    pub ground: String,
    /// The day on which they go; `None` where the row has no date to count from (kept, and said so).
    pub until: Option<Date>,
    /// The rows.
    pub rows: Vec<RowKey>,
}

/// One statement's worth of change to one table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The table.
    pub table: String,
    /// The columns that make up the keys in `rows`.
    pub key: Vec<String>,
    /// The rows.
    pub rows: Vec<RowKey>,
    /// What happens to them.
    pub change: Change,
}

/// A change to rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Columns take masks.
    Set(Vec<SetColumn>),
    /// Occurrences of these values in a column of free text become `[erased]`.
    Redact {
        /// The column.
        column: String,
        /// The values, longest first.
        values: Vec<String>,
    },
    /// The rows are deleted.
    Delete,
}

/// A column and the mask it takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetColumn {
    /// The column.
    pub column: String,
    /// The mask.
    pub mask: Mask,
}

/// What stands in a column after it was masked. The same every time for the same row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mask {
    /// No value.
    Null,
    /// This value in every row.
    Fixed(Cell),
    /// Text made from the row's key, unlike that of any other row, of at most so many characters.
    UniqueText {
        /// What stands before it.
        before: String,
        /// What stands after it (`@erased.invalid`).
        after: String,
        /// The greatest length.
        length: usize,
    },
    /// A negative whole number made from the row's key, of at most so many bits.
    UniqueNumber {
        /// 15, 31 or 63.
        bits: u32,
    },
    /// A UUID made from the row's key.
    UniqueUuid,
}

/// Free text that names the person, in a row that stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// The columns that make up the keys in `rows`.
    pub key: Vec<String>,
    /// The rows.
    pub rows: Vec<RowKey>,
    /// True: the value is only this person's, and is masked. False: others bear the same name; staff decide
    /// (`ErasePlan::mask_uncertain`).
    pub certain: bool,
}

/// What a rehearsal saw before everything was rolled back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rehearsal {
    /// What would have happened.
    pub outcome: Outcome,
    /// Constraints that stand in the way, and what to do. Empty: it can run.
    pub findings: Vec<Finding>,
}

/// What happened in one store: the plan's rows minus those that remain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The store.
    pub store: String,
    /// Table by table, in the map's order.
    pub tables: Vec<TableOutcome>,
}

/// What happened in one table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableOutcome {
    /// The table.
    pub table: String,
    /// Rows deleted.
    pub deleted: u64,
    /// Rows that stay without anything personal.
    pub anonymised: u64,
    /// Rows the law keeps: ground, day, number.
    pub kept: Vec<KeptCount>,
    /// Columns blanked in rows that are kept.
    pub blanked: Vec<String>,
    /// Rows of others that no longer point at the person.
    pub unlinked: u64,
    /// Rows in whose free text the person was masked.
    pub redacted: u64,
}

/// Rows kept, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptCount {
    /// The purpose of the policy.
    pub ground: String,
    /// The day on which they go.
    pub until: Option<Date>,
    /// How many.
    pub rows: u64,
}

/// What a query after the erasure still finds. Only nothing closes the step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remaining {
    /// Where, with counts.
    pub left: Vec<RemainingIn>,
}

/// Rows that should be gone or masked and are not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemainingIn {
    /// The table.
    pub table: String,
    /// The column, where one column is at fault.
    pub column: Option<String>,
    /// What is left there, in words.
    pub what: String,
    /// In how many rows.
    pub rows: u64,
}

impl Remaining {
    /// Whether nothing is left.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.left.is_empty()
    }

    /// The number of rows at fault.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.left.iter().map(|part| part.rows).sum()
    }
}

impl ErasePlan {
    /// Whether an error among the findings forbids running it.
    #[must_use]
    pub fn blocked(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == super::Severity::Error)
    }

    /// Staff's decision: also the text that only may mean this person is masked.
    pub fn mask_uncertain(&mut self) {
        let mut steps = Vec::new();
        for mention in self.mentions.iter_mut().filter(|mention| !mention.certain) {
            mention.certain = true;
            let values = self.shared.iter().chain(&self.values).cloned().collect();
            steps.push(Step {
                table: mention.table.clone(),
                key: mention.key.clone(),
                rows: mention.rows.clone(),
                change: Change::Redact { column: mention.column.clone(), values },
            });
        }
        // Text before deletes: a step before the others changes nothing for them.
        self.steps.splice(0..0, steps);
    }

    /// The number of rows deleted, anonymised and kept.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        self.tables.iter().fold((0, 0, 0), |(deleted, anonymised, kept), table| {
            let held: usize = table.kept.iter().map(|kept| kept.rows.len()).sum();
            (deleted + table.deleted.len(), anonymised + table.anonymised.len(), kept + held)
        })
    }
}

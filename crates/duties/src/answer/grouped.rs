//! Outcomes as people read them: what differs only in its end is one line, with the sum and the first and last
//! end. A person with orders in six years reads one line on orders, not six.
//!
//! Contract: every row is in exactly one line, so that numbers add up; what has an end and what has none never
//! share a line; lines stand where their first row stood. Absences: [`super::Report`] and the steps keep every row
//! with its own date; nothing here is persisted.

use jiff::civil::Date;
use texts::Texts;

use super::{Outcome, OutcomeRow};

/// Rows of one table with the same outcome, ground and columns that stay or go.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeLine {
    /// Where: "Abide" or the store's title.
    pub place: String,
    /// The table, in words.
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
    pub until: Option<Until>,
    /// Columns that were or will be masked, in words.
    pub masked: Vec<String>,
    /// The columns about the person that stay, in words.
    pub stays: Vec<String>,
}

/// The ends of what is kept: each row has its own, between these two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Until {
    /// The first end.
    pub first: Date,
    /// The last end; equal to the first where all end together.
    pub last: Date,
}

impl Until {
    /// "31 December 2031", or "first 31 December 2026, last 31 December 2031": for a column of dates.
    #[must_use]
    pub fn words(self, texts: &Texts) -> String {
        self.say(texts, "rights-until-range")
    }

    /// One day in words, or both in the words of `range`.
    fn say(self, texts: &Texts, range: &str) -> String {
        if self.first == self.last {
            return texts.date(self.first);
        }
        let said = [("first", texts.date(self.first).into()), ("last", texts.date(self.last).into())];
        texts.with(range, &said)
    }

    fn and(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

/// The lines of these rows.
#[must_use]
pub fn grouped(rows: &[OutcomeRow]) -> Vec<OutcomeLine> {
    let mut lines: Vec<OutcomeLine> = Vec::new();
    for row in rows {
        match lines.iter_mut().find(|line| line.takes(row)) {
            Some(line) => line.add(row),
            None => lines.push(OutcomeLine::of(row)),
        }
    }
    lines
}

impl OutcomeLine {
    fn of(row: &OutcomeRow) -> Self {
        Self {
            place: row.place.clone(),
            table: row.table.clone(),
            outcome: row.outcome,
            outcome_title: row.outcome_title.clone(),
            rows: row.rows,
            counted: row.counted,
            ground: row.ground.clone(),
            until: row.until.map(|day| Until { first: day, last: day }),
            masked: row.masked.clone(),
            stays: row.stays.clone(),
        }
    }

    fn takes(&self, row: &OutcomeRow) -> bool {
        (self.outcome, &self.place, &self.table, &self.ground, self.until.is_some())
            == (row.outcome, &row.place, &row.table, &row.ground, row.until.is_some())
            && (&self.masked, &self.stays) == (&row.masked, &row.stays)
    }

    fn add(&mut self, row: &OutcomeRow) {
        let other = Self::of(row);
        self.rows += other.rows;
        // Once one row of a line was counted, a row without a count is one the count did not find.
        self.counted = match (self.counted, other.counted) {
            (None, None) => None,
            (ours, theirs) => Some(ours.unwrap_or(0) + theirs.unwrap_or(0)),
        };
        self.until = self.until.zip(other.until).map(|(ours, theirs)| ours.and(theirs));
    }

    /// As counted, else as found.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.counted.unwrap_or(self.rows)
    }

    /// "Shop, invoices: 3 kept. Bookkeeping Act. Until 31 December 2031": a line of a letter.
    #[must_use]
    pub fn words(&self, texts: &Texts) -> String {
        let said = [
            ("place", (&self.place).into()),
            ("table", (&self.table).into()),
            ("count", self.count().into()),
            ("ground", self.ground.clone().unwrap_or_default().into()),
            ("until", self.until_words(texts).into()),
        ];
        let line = texts.with(&format!("rights-outcome-{}-words", self.outcome.as_str()), &said);
        std::iter::once(line).chain(self.columns(texts)).collect::<Vec<_>>().join(". ")
    }

    /// What stays in rows that are kept, and what was taken out of them: a sentence each.
    #[must_use]
    pub fn columns(&self, texts: &Texts) -> Vec<String> {
        let said = |id: &str, columns: &[String]| {
            (!columns.is_empty()).then(|| texts.with(id, &[("columns", texts.list(columns).into())]))
        };
        let both = [said("rights-outcome-stays", &self.stays), said("rights-outcome-removed", &self.masked)];
        both.into_iter().flatten().collect()
    }

    /// The end as a sentence of its own.
    fn until_words(&self, texts: &Texts) -> String {
        match self.until {
            Some(until) if until.first != until.last => until.say(texts, "rights-outcome-until-range"),
            Some(until) => texts.with("rights-outcome-until", &[("until", texts.date(until.last).into())]),
            None => texts.with("rights-outcome-until", &[("until", texts.say("rights-until-open").into())]),
        }
    }
}

//! Finding a person: what was asked for, and the rows that answered, each with the reason.

use policy::map::IdentifierKind;
use serde::{Deserialize, Serialize};

use crate::{Error, RowKey};

/// Something the person (or staff, for a number) has proved to be theirs. Nothing else drives a search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identifier {
    /// What it is.
    pub kind: IdentifierKind,
    /// For a number: which one, as the map calls it (`customer-number`). `None`: the only one the map has.
    pub of: Option<String>,
    /// The value as proved.
    pub value: String,
}

impl Identifier {
    /// A verified e-mail address.
    #[must_use]
    pub fn email(value: impl Into<String>) -> Self {
        Self { kind: IdentifierKind::Email, of: None, value: value.into() }
    }

    /// A verified telephone number.
    #[must_use]
    pub fn phone(value: impl Into<String>) -> Self {
        Self { kind: IdentifierKind::Phone, of: None, value: value.into() }
    }

    /// A number the company gave, verified by staff.
    #[must_use]
    pub fn number(of: impl Into<String>, value: impl Into<String>) -> Self {
        Self { kind: IdentifierKind::Number, of: Some(of.into()), value: value.into() }
    }
}

/// Why a row matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The kind of identifier.
    pub kind: IdentifierKind,
    /// The column it was found in.
    pub column: String,
    /// Equal to the letter; otherwise equal but for upper and lower case.
    pub exact: bool,
}

/// One row that is a person matching what was proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// The table.
    pub table: String,
    /// The row.
    pub key: RowKey,
    /// The name in the row, for staff who have to choose.
    pub name: Option<String>,
    /// Why it matched.
    pub by: Vec<Reason>,
    /// Whether this row is the person asking. True from the start where it is the only match in its table.
    pub chosen: bool,
}

/// The rows that match the verified identifiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The store searched.
    pub store: String,
    /// What was searched for.
    pub identifiers: Vec<Identifier>,
    /// Every matching row.
    pub matches: Vec<Match>,
    /// Set once staff have chosen among several matches of one table.
    pub decided: bool,
}

impl Found {
    /// Whether nothing matched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }

    /// Whether several rows of one table match (a shared mailbox) and a human has to say which are the person.
    #[must_use]
    pub fn needs_choice(&self) -> bool {
        !self.decided && self.matches.iter().any(|found| !found.chosen)
    }

    /// Staff's decision: exactly these rows are the person asking.
    ///
    /// # Errors
    /// When a row named is not among the matches.
    pub fn choose(&mut self, rows: &[(String, RowKey)]) -> Result<(), Error> {
        let known = |row: &(String, RowKey)| self.matches.iter().any(|m| m.table == row.0 && m.key == row.1);
        if !rows.iter().all(known) {
            return Err(Error::NotAMatch { store: self.store.clone() });
        }
        for found in &mut self.matches {
            found.chosen = rows.iter().any(|(table, key)| *table == found.table && *key == found.key);
        }
        self.decided = true;
        Ok(())
    }

    /// The rows that are the person asking.
    pub fn chosen(&self) -> impl Iterator<Item = &Match> {
        self.matches.iter().filter(|found| found.chosen)
    }
}

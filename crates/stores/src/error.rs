//! What can go wrong with a company's database. A message names the store, the table and what to do; it never
//! carries a value out of the store, so the engine's own text (which quotes values) is not in it.

/// An error of a connector.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store did not answer. Retry later; nothing was half done.
    #[error("the store `{store}` is not reachable ({what}); it will be tried again")]
    Unreachable {
        /// The store.
        store: String,
        /// What was going on.
        what: String,
    },
    /// A URL that no connector understands.
    #[error("the {role} URL of the store `{store}` is not usable: {why}")]
    Url {
        /// The store.
        store: String,
        /// `read` or `erase`.
        role: &'static str,
        /// Why, and what would be.
        why: String,
    },
    /// The role lacks a right.
    #[error(
        "the {role} role of the store `{store}` may not do this to `{table}`; grant it what `docs/store-maps.md` lists"
    )]
    Forbidden {
        /// The store.
        store: String,
        /// `read` or `erase`.
        role: &'static str,
        /// The table, or empty.
        table: String,
    },
    /// The map and the database disagree.
    #[error("the map of `{store}` does not fit the database: {what}; run `abide check`")]
    Map {
        /// The store.
        store: String,
        /// Where.
        what: String,
    },
    /// A constraint of the store stands in the way.
    #[error("`{table}` in the store `{store}` refused the change ({constraint}): {help}")]
    Constraint {
        /// The store.
        store: String,
        /// The table.
        table: String,
        /// The kind of constraint.
        constraint: String,
        /// What to do.
        help: String,
    },
    /// Several rows match and nobody has chosen.
    #[error("several rows of `{store}` match; a person of the staff must choose which of them is meant")]
    ChoiceNeeded {
        /// The store.
        store: String,
    },
    /// A row chosen is not among the matches.
    #[error("a row chosen in `{store}` is not among the rows that matched; search again")]
    NotAMatch {
        /// The store.
        store: String,
    },
    /// A number was given without saying which.
    #[error("the store `{store}` knows several numbers ({known}); say which one this is")]
    WhichNumber {
        /// The store.
        store: String,
        /// Their names in the map.
        known: String,
    },
    /// The plan has findings that forbid running it.
    #[error("the plan for `{store}` cannot run yet: {why}")]
    Blocked {
        /// The store.
        store: String,
        /// The first finding.
        why: String,
    },
    /// Another node holds the step now; everything was rolled back.
    #[error("the step in `{store}` was taken over by another node; nothing was changed here")]
    Fenced {
        /// The store.
        store: String,
    },
    /// A statement failed for a reason of the engine.
    #[error("the store `{store}` could not {what} (code {code}); see the log of the database")]
    Database {
        /// The store.
        store: String,
        /// What was going on.
        what: String,
        /// The engine's code.
        code: String,
    },
}

impl Error {
    /// Whether trying again later may succeed without anybody doing anything.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(self, Self::Unreachable { .. })
    }
}

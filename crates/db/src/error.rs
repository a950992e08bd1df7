//! What can go wrong with Abide's own database, and what to do about it.
//!
//! Absences: no value of any row, no password of any URL stands in a message; a driver's own text is kept only
//! where it cannot contain data (connecting, not executing).

/// The crate's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error of Abide's own database.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The URL names no engine that Abide knows, or has no usable form.
    #[error(
        "the database address `{url}` cannot be used: {why}; write `sqlite:///path/to/abide.db` or `postgres://user:password@host/name`"
    )]
    Url {
        /// The address without its password.
        url: String,
        /// What is wrong with it.
        why: String,
    },
    /// Nobody answers at the address, or refuses us.
    #[error(
        "the database at `{url}` cannot be reached: {why}; check that it runs, that the address is right and that the account may sign in"
    )]
    Unreachable {
        /// The address without its password.
        url: String,
        /// What the driver said when connecting.
        why: String,
    },
    /// The file, or the folder around it, cannot be written.
    #[error(
        "the database file `{path}` cannot be opened for writing: {why}; check that the folder exists and that this account may write to both file and folder"
    )]
    NotWritable {
        /// The file.
        path: String,
        /// What the operating system or SQLite said.
        why: String,
    },
    /// Another server has the embedded database.
    #[error(
        "another Abide serves the database `{path}` already, and an embedded database has one server: stop that one first, or keep the data in PostgreSQL (`--database postgres://…`), which several share"
    )]
    Served {
        /// The file.
        path: String,
    },
    /// A newer Abide has been here.
    #[error(
        "the database has schema step {found}, this Abide knows steps up to {known}: run the newer version that migrated it, or restore a backup made before"
    )]
    SchemaNewer {
        /// The newest step this build knows.
        known: i64,
        /// The newest step the database has.
        found: i64,
    },
    /// A migration that was applied reads differently now.
    #[error(
        "schema step {step} (`{name}`) was applied with another text than this Abide contains: migrations are never edited, add a new step instead; if you built this Abide yourself, restore the file"
    )]
    MigrationEdited {
        /// The step.
        step: i64,
        /// Its file name.
        name: String,
    },
    /// A migration could not be carried out.
    #[error("schema step {step} (`{name}`) failed and was rolled back: {why}")]
    Migration {
        /// The step.
        step: i64,
        /// Its file name.
        name: String,
        /// The engine's error code.
        why: String,
    },
    /// Another node holds the migration lease and does not finish.
    #[error(
        "another Abide has been migrating this database for {seconds} s: wait for it to finish; a lease left by one that died ends by itself within a minute"
    )]
    MigrationBusy {
        /// How long we waited.
        seconds: u64,
    },
    /// Somebody else was first: a state, a lease or a token is no longer what it was, or the row exists already.
    #[error("{what}: it has changed meanwhile or exists already; read it again and decide anew")]
    Conflict {
        /// The write that found another number of rows than it needs.
        what: &'static str,
    },
    /// `get` found nothing.
    #[error("{what} not found")]
    NotFound {
        /// What was looked for.
        what: &'static str,
    },
    /// A stored value cannot be what the schema says.
    #[error(
        "the database holds a value in `{what}` that cannot be read: run `abide doctor`; if the file was changed by hand, restore it from a backup"
    )]
    Corrupt {
        /// Type and column.
        what: String,
    },
    /// A statement failed.
    #[error("`{what}` failed in the database ({code}): {hint}")]
    Statement {
        /// Name of the statement.
        what: &'static str,
        /// The engine's error code.
        code: String,
        /// What to do.
        hint: &'static str,
    },
    /// The connection was lost; whether the unit was committed is not known. A unit with an idempotency key may
    /// simply be submitted again.
    #[error(
        "the database did not answer while `{what}` ({why}): try again; a unit with an idempotency key is carried out once only"
    )]
    Unavailable {
        /// What was being done.
        what: &'static str,
        /// Kind of failure.
        why: String,
    },
    /// The handle was closed.
    #[error("the database handle is closed: the server is stopping")]
    Closed,
}

impl Error {
    /// Whether somebody else was first.
    pub fn is_conflict(&self) -> bool {
        matches!(self, Self::Conflict { .. })
    }

    pub(crate) fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt { what: what.into() }
    }
}

//! A place for tests to stand between the steps of the write path and let them fail.

/// A step of a batch, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// The transaction begins.
    Begin,
    /// The heads of the services are locked and read.
    Lock,
    /// One unit's rows are written, in their savepoint.
    Unit,
    /// Leaves, facts, bodies and tiles are written.
    Entries,
    /// The heads are moved on.
    Head,
    /// The transaction is committed.
    Commit,
}

impl Stage {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Begin, Self::Lock, Self::Unit, Self::Entries, Self::Head, Self::Commit];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Begin => "beginning to write",
            Self::Lock => "locking the ledger's head",
            Self::Unit => "writing rows",
            Self::Entries => "writing entries",
            Self::Head => "moving the ledger's head",
            Self::Commit => "committing",
        }
    }
}

/// Before or after a step took effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// It has not happened.
    Before,
    /// It has happened.
    After,
}

/// Is asked at each step whether it is to fail. Production has none.
pub trait Probe: Send + Sync {
    /// `true`: the batch fails here as if the connection had been lost.
    fn fails(&self, stage: Stage, when: When) -> bool;
}

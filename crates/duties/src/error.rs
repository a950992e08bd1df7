//! The three tiers: what a person can put right has its own type beside the function
//! (`collect::Refused`, `accounts::SignInRefused` …); what a caller must tell apart stands here by
//! name; everything below is carried along for the log. No message holds personal data.

/// What goes wrong beneath a duty.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing here, or not for the one who asks: both look the same.
    #[error("there is no such {0} here")]
    NotFound(&'static str),
    /// The role does not reach this far.
    #[error("this needs the role {0}")]
    Forbidden(&'static str),
    /// Somebody else changed it first; look again and repeat.
    #[error("the {0} was changed in the meantime; look at it again and repeat")]
    Changed(&'static str),
    /// The person's keys are destroyed: nothing of them can be read any more.
    #[error("the person was erased; what was kept of them can no longer be read")]
    Erased,
    /// The database is older than what was published: nothing is signed until it is repaired.
    #[error(
        "the database ends at entry {database}, but {published} entries are published: it was restored from an older backup, so nothing is signed; `abide replay` brings it up to date, then start again"
    )]
    Behind {
        /// Entries the database has.
        database: u64,
        /// Entries the published checkpoint covers.
        published: u64,
    },
    /// The server is closed: its database does not continue what was published.
    #[error("the database does not continue what was published, so nothing is written")]
    Closed,
    /// What happened since the backup is not published any more.
    #[error(
        "the published ledger no longer tells what happened from entry {from} to {to}: its replay bundles are missing, or older than the keys that open them; restore a newer backup, or repair the published ledger. To go on without (withdrawals and erasures since are lost, and every reader sees that the ledger was broken off): `abide replay --force --reason …`"
    )]
    TailMissing {
        /// The first entry that is missing.
        from: u64,
        /// The end of what is published.
        to: u64,
    },
    /// A tombstone that nobody can read any more.
    #[error(
        "the key of the tombstones of day {day} is gone: nobody can tell whose rows must go again; the backup is older than backups are promised to live"
    )]
    StoneKeyGone {
        /// The day, counted from 1970.
        day: u32,
    },
    /// The database and what was published tell different stories.
    #[error(
        "the first {size} entries of the database are not those that were published: another database or key was put in its place, so nothing is signed; restore the right one, then start again"
    )]
    Forked {
        /// Entries the published checkpoint covers.
        size: u64,
    },
    /// The ledger is not the one that this node has followed.
    #[error(
        "the first {size} entries of the database are not those this node has followed: another database was put in its place; everything is denied until all of it was read"
    )]
    OtherLedger {
        /// Entries that were followed.
        size: u64,
    },
    /// The published ledger belongs to another address or key.
    #[error(
        "the published ledger is that of `{published}`, and this server would sign as `{here}`: a service's address is part of its ledger's name and stays the same; start with the address it was first started with (`--address`), or name another folder for `published`"
    )]
    Foreign {
        /// The name in the published checkpoint.
        published: String,
        /// The name this server signs with.
        here: String,
    },
    /// A witness did not sign.
    #[error("the witness {name} did not sign the ledger's state: {why}")]
    Witness {
        /// The witness.
        name: String,
        /// What it answered.
        why: String,
    },
    /// A witness saw more than there is: this ledger, or a fork of it, was longer once.
    #[error(
        "the witness {name} has seen {saw} entries of this ledger, and there are {size}: the database and the published \
         folder were set back together, or somebody else signs with this key; find out which before anything is recorded"
    )]
    Witnessed {
        /// The witness.
        name: String,
        /// The size it saw.
        saw: u64,
        /// The size there is.
        size: u64,
    },
    /// Something that was stored no longer reads as what it is.
    #[error("stored {0} cannot be read: the row was damaged or written by a newer version")]
    Damaged(&'static str),
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
    /// The vault.
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// A company's store.
    #[error(transparent)]
    Stores(#[from] stores::Error),
    /// A snapshot of the gate.
    #[error(transparent)]
    Snapshot(#[from] gate::SnapshotError),
    /// The published ledger.
    #[error(transparent)]
    Published(#[from] crate::published::NotPublished),
    /// The password could not be hashed.
    #[error(transparent)]
    Password(#[from] crate::credentials::password::Unhashable),
    /// The second factor could not be prepared.
    #[error(transparent)]
    SecondFactor(#[from] crate::credentials::totp::Unusable),
}

//! Who must not come back by an import: keyed hashes of what named them, for how long, and against which purpose.
//!
//! INVARIANT: nothing here leads to a subject. The rows outlive an erasure because nobody can be found by them who is not
//! asked for by name.

use jiff::Timestamp;

use crate::bulk::Bulk;
use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};

row! { columns;
    /// One identifier that is stopped, for one purpose or for everything.
    pub struct Suppression {
        /// Keyed hash of the identifier.
        pub hash: [u8; 32],
        /// Against which purpose; empty: against everything.
        pub purpose: String,
        /// Version of the key.
        pub key_version: u32,
        /// Where it comes from: an erasure, or a list.
        pub source: String,
        /// When the person said so: what they said after that counts more.
        pub said_at: Timestamp,
        /// When it was taken in.
        pub taken_at: Timestamp,
        /// Until when it stands.
        pub until: Timestamp,
    }
}

statements! { "suppressions";
    FIND = concat!("SELECT ", columns!(), " FROM suppression WHERE service = $1 AND hash = $2 ORDER BY purpose");
    // changes nothing: that it finds none is what is asked
    NONE = "UPDATE suppression SET key_version = key_version WHERE service = $1 AND hash = $2 AND purpose = '' AND until > $3";
    COUNT = "SELECT COUNT(*) FROM suppression WHERE service = $1 AND until > $2";
    PURGE = "DELETE FROM suppression WHERE service = $1 AND until <= $2";
}

/// The later word counts, and with it the time it is kept: what is said again as it was said changes nothing, so that a
/// list that is given every night does not last for ever.
pub(crate) const PUT: Bulk = Bulk {
    name: "suppressions.PUT",
    head: concat!("INSERT INTO suppression (", columns!(), ") VALUES "),
    tail: " ON CONFLICT (service, hash, purpose) DO UPDATE SET \
        taken_at = CASE WHEN excluded.said_at > suppression.said_at THEN excluded.taken_at ELSE suppression.taken_at END, \
        until = CASE WHEN excluded.said_at > suppression.said_at AND excluded.until > suppression.until \
            THEN excluded.until ELSE suppression.until END, \
        said_at = CASE WHEN excluded.said_at > suppression.said_at THEN excluded.said_at ELSE suppression.said_at END",
    columns: 8,
};

/// These are stopped. INVARIANT: none of them twice for the same purpose: one statement changes a row once.
pub fn put(service: &str, rows: &[Suppression]) -> Write {
    Write::many("the suppressions", PUT, rows.iter().map(|row| row.cells(service)).collect())
}

/// The unit holds only where nobody with this hash is stopped for everything. Conflict: somebody is.
pub fn none(service: &str, hash: &[u8; 32], now: Timestamp) -> Write {
    Write::not_there("a suppression", NONE, args![service, hash, now])
}

/// What stands against a hash, its time over or not.
pub async fn find(db: &Db, service: &str, hash: &[u8; 32]) -> Result<Vec<Suppression>> {
    db.list(FIND, args![service, hash]).await
}

/// How many stand.
pub async fn count(db: &Db, service: &str, now: Timestamp) -> Result<u64> {
    db.one(COUNT, args![service, now]).await
}

/// Those whose time is over go.
pub fn purge(service: &str, now: Timestamp) -> Write {
    Write::any("suppressions whose time is over", PURGE, args![service, now])
}

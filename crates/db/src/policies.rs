//! Published policies: the file as written, the canonical form, its hash.

use jiff::Timestamp;

use crate::sql::{args, row, statements};
use crate::{Db, EntryRef, Error, Result, Write};

row! { columns;
    /// One published version of a service's policy.
    pub struct PolicyRow {
        /// SHA-256 of the canonical form: what records and entries cite.
        pub hash: [u8; 32],
        /// The version as declared, e.g. `2026-11-01`.
        pub version: String,
        /// The file as it was written.
        pub source: String,
        /// The canonical JSON.
        pub canonical: String,
        /// When it was published.
        pub published_at: Timestamp,
        /// The ledger's entry about it.
        pub entry: Option<EntryRef>,
        /// From when on it is in force, until the next one is.
        pub effective_at: Timestamp,
    }
}

statements! { "policies";
    INSERT = concat!("INSERT INTO policy (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    FIND = concat!("SELECT ", columns!(), " FROM policy WHERE service = $1 AND hash = $2");
    IN_FORCE = concat!("SELECT ", columns!(), " FROM policy WHERE service = $1 AND effective_at <= $2 \
        ORDER BY effective_at DESC, published_at DESC LIMIT 1");
    NEXT = concat!("SELECT ", columns!(), " FROM policy WHERE service = $1 AND effective_at > $2 \
        ORDER BY effective_at, published_at DESC LIMIT 1");
    LIST = concat!("SELECT ", columns!(), " FROM policy WHERE service = $1 ORDER BY effective_at DESC, published_at DESC");
    VERSION = concat!("SELECT ", columns!(), " FROM policy WHERE service = $1 AND version = $2 ORDER BY published_at DESC LIMIT 1");
}

/// Keeps a published policy. Conflict: it was published already.
pub fn insert(service: &str, policy: &PolicyRow) -> Write {
    Write::one("the published policy", INSERT, policy.cells(service))
}

/// The version with this hash.
pub async fn find(db: &Db, service: &str, hash: &[u8; 32]) -> Result<Option<PolicyRow>> {
    db.find(FIND, args![service, hash]).await
}

/// The version with this hash, which must be there.
pub async fn get(db: &Db, service: &str, hash: &[u8; 32]) -> Result<PolicyRow> {
    find(db, service, hash).await?.ok_or(Error::NotFound { what: "the policy version" })
}

/// The version in force at a moment: the one that came into force last, of several on one day the one published last.
pub async fn in_force(db: &Db, service: &str, at: Timestamp) -> Result<Option<PolicyRow>> {
    db.find(IN_FORCE, args![service, at]).await
}

/// The next version that comes into force after a moment.
pub async fn next(db: &Db, service: &str, at: Timestamp) -> Result<Option<PolicyRow>> {
    db.find(NEXT, args![service, at]).await
}

/// The version of this date.
pub async fn of_version(db: &Db, service: &str, version: &str) -> Result<Option<PolicyRow>> {
    db.find(VERSION, args![service, version]).await
}

/// Every version, the one that comes into force last first.
pub async fn list(db: &Db, service: &str) -> Result<Vec<PolicyRow>> {
    db.list(LIST, args![service]).await
}

//! What names a subject: e-mail address, telephone, customer number. The value is sealed; a keyed hash finds it.
//!
//! INVARIANT: shredding does not reach blind indexes, so these rows are deleted with the subject.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};

row! { columns;
    /// One identifier of one subject. Two subjects may share one (a common mailbox).
    pub struct Identifier {
        /// Its id.
        pub id: Uuid,
        /// Whose it is.
        pub subject: Uuid,
        /// `email`, `phone`, `number` …
        pub kind: String,
        /// Keyed hash of the normalised value; none for what could be guessed.
        pub blind: Option<[u8; 32]>,
        /// Version of the index key.
        pub index_version: u32,
        /// The value, sealed under the subject's data key.
        pub sealed: Vec<u8>,
        /// Version of that key.
        pub key_version: u32,
        /// When it was shown to be theirs. Only verified identifiers drive a search.
        pub verified_at: Option<Timestamp>,
        /// When we learnt it.
        pub created_at: Timestamp,
    }
}

statements! { "identifiers";
    INSERT = concat!("INSERT INTO identifier (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    FIND_BLIND = concat!("SELECT ", columns!(), " FROM identifier WHERE service = $1 AND kind = $2 AND blind = $3 ORDER BY id");
    LIST = concat!("SELECT ", columns!(), " FROM identifier WHERE service = $1 AND subject = $2 ORDER BY id");
    LIST_OLDER = concat!("SELECT ", columns!(), " FROM identifier WHERE service = $1 AND kind = $2 AND id > $3 AND blind IS NOT NULL \
        AND index_version < $4 ORDER BY id LIMIT $5");
    REINDEX = "UPDATE identifier SET blind = $4, index_version = $5 WHERE service = $1 AND id = $2 AND index_version = $3";
    VERIFY = "UPDATE identifier SET verified_at = $3 WHERE service = $1 AND id = $2";
    DELETE = "DELETE FROM identifier WHERE service = $1 AND id = $2";
    DELETE_OF = "DELETE FROM identifier WHERE service = $1 AND subject = $2";
}

/// A new identifier.
pub fn insert(service: &str, identifier: &Identifier) -> Write {
    Write::one("the identifier", INSERT, identifier.cells(service))
}

/// It was shown to be theirs.
pub fn verify(service: &str, id: Uuid, at: Timestamp) -> Write {
    Write::one("the identifier", VERIFY, args![service, id, at])
}

/// Found by another hash from now on. Nothing happens where it went, or has it already.
pub fn reindex(service: &str, id: Uuid, from: u32, blind: &[u8; 32], to: u32) -> Write {
    Write::any("the identifier's index", REINDEX, args![service, id, from, blind, to])
}

/// One identifier goes.
pub fn delete(service: &str, id: Uuid) -> Write {
    Write::one("the identifier", DELETE, args![service, id])
}

/// All of a subject's identifiers go.
pub fn delete_of(service: &str, subject: Uuid) -> Write {
    Write::any("the subject's identifiers", DELETE_OF, args![service, subject])
}

/// Every identifier with this keyed hash, the oldest first: of no, one or several subjects.
pub async fn find_by_blind(db: &Db, service: &str, kind: &str, blind: &[u8; 32]) -> Result<Vec<Identifier>> {
    db.list(FIND_BLIND, args![service, kind, blind]).await
}

/// A subject's identifiers, the oldest first.
pub async fn list(db: &Db, service: &str, subject: Uuid) -> Result<Vec<Identifier>> {
    db.list(LIST, args![service, subject]).await
}

/// A page of identifiers of a kind that are hashed with an older key than this, in the order of their ids, after `after`.
pub async fn list_older(
    db: &Db,
    service: &str,
    kind: &str,
    after: Uuid,
    version: u32,
    limit: u32,
) -> Result<Vec<Identifier>> {
    db.list(LIST_OLDER, args![service, kind, after, version, limit]).await
}

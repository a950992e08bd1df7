//! Sessions of people and of staff. Only the SHA-256 of the cookie is kept.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};

row! { columns;
    /// One session.
    pub struct Session {
        /// SHA-256 of the 256-bit token in the cookie.
        pub hash: [u8; 32],
        /// `person` or `staff`.
        pub kind: String,
        /// The subject's or the account's id.
        pub holder: Uuid,
        /// The language of its pages.
        pub lang: String,
        /// When it began.
        pub created_at: Timestamp,
        /// When it was last used.
        pub seen_at: Timestamp,
        /// When it ends.
        pub expires_at: Timestamp,
    }
}

statements! { "sessions";
    INSERT = concat!("INSERT INTO session (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    FIND = concat!("SELECT ", columns!(), " FROM session WHERE service = $1 AND hash = $2 AND expires_at > $3");
    SEEN = "UPDATE session SET seen_at = $3, expires_at = $4 WHERE service = $1 AND hash = $2";
    DELETE = "DELETE FROM session WHERE service = $1 AND hash = $2";
    DELETE_OF = "DELETE FROM session WHERE service = $1 AND holder = $2";
    COUNT_OF = "SELECT count(*) FROM session WHERE service = $1 AND holder = $2";
    LIST_OF = concat!("SELECT ", columns!(), " FROM session WHERE service = $1 AND holder = $2 ORDER BY created_at, hash");
    PURGE = "DELETE FROM session WHERE service = $1 AND expires_at <= $2";
}

/// A new session.
pub fn insert(service: &str, session: &Session) -> Write {
    Write::one("the session", INSERT, session.cells(service))
}

/// It was used and lives until `expires_at`.
pub fn seen(service: &str, hash: &[u8; 32], at: Timestamp, expires_at: Timestamp) -> Write {
    Write::any("the session", SEEN, args![service, hash, at, expires_at])
}

/// It ends (signed out); nothing happens where it had ended.
pub fn delete(service: &str, hash: &[u8; 32]) -> Write {
    Write::any("the session", DELETE, args![service, hash])
}

/// All sessions of a holder end.
pub fn delete_of(service: &str, holder: Uuid) -> Write {
    Write::any("the holder's sessions", DELETE_OF, args![service, holder])
}

/// Those that have expired go.
pub fn purge(service: &str, now: Timestamp) -> Write {
    Write::any("expired sessions", PURGE, args![service, now])
}

/// The session with this hash that has not expired.
pub async fn find(db: &Db, service: &str, hash: &[u8; 32], now: Timestamp) -> Result<Option<Session>> {
    db.find(FIND, args![service, hash, now]).await
}

/// A holder's sessions, expired ones too.
pub async fn list_of(db: &Db, service: &str, holder: Uuid) -> Result<Vec<Session>> {
    db.list(LIST_OF, args![service, holder]).await
}

/// How many sessions a holder has, expired ones too.
pub async fn count_of(db: &Db, service: &str, holder: Uuid) -> Result<u64> {
    db.one(COUNT_OF, args![service, holder]).await
}

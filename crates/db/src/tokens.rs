//! One-use tokens: sign-in links, receipt views, the first staff account. Only their SHA-256 is kept.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};

row! { columns;
    /// One token.
    pub struct Token {
        /// SHA-256 of the 256-bit token.
        pub hash: [u8; 32],
        /// What it is good for, e.g. `sign-in`.
        pub kind: String,
        /// Whose it is, where that is known.
        pub subject: Option<Uuid>,
        /// What it opens (a record, a request), where it opens one thing.
        pub object: Option<Uuid>,
        /// The address it was sent to, sealed, where its owner is not a subject yet.
        pub sealed: Option<Vec<u8>>,
        /// Version of the key it is sealed under.
        pub key_version: u32,
        /// When it was made.
        pub created_at: Timestamp,
        /// When it ends.
        pub expires_at: Timestamp,
        /// When it was used.
        pub used_at: Option<Timestamp>,
    }
}

statements! { "tokens";
    INSERT = concat!("INSERT INTO token (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    FIND = concat!("SELECT ", columns!(), " FROM token WHERE service = $1 AND hash = $2");
    USE_ONCE = "UPDATE token SET used_at = $3 WHERE service = $1 AND hash = $2 AND used_at IS NULL AND expires_at > $3";
    COUNT_OF = "SELECT count(*) FROM token WHERE service = $1 AND subject = $2";
    DELETE_OF = "DELETE FROM token WHERE service = $1 AND subject = $2";
    DELETE_FOR = "DELETE FROM token WHERE service = $1 AND object = $2";
    DELETE_KIND = "DELETE FROM token WHERE service = $1 AND kind = $2";
    PURGE = "DELETE FROM token WHERE service = $1 AND expires_at <= $2";
}

/// A new token.
pub fn insert(service: &str, token: &Token) -> Write {
    Write::one("the token", INSERT, token.cells(service))
}

/// Uses it up. Conflict: it was used before, has expired, or never was.
pub fn use_once(service: &str, hash: &[u8; 32], now: Timestamp) -> Write {
    Write::one("the token", USE_ONCE, args![service, hash, now])
}

/// All of a subject's tokens go.
pub fn delete_of(service: &str, subject: Uuid) -> Write {
    Write::any("the subject's tokens", DELETE_OF, args![service, subject])
}

/// All tokens that open this one thing go.
pub fn delete_for(service: &str, object: Uuid) -> Write {
    Write::any("the tokens for it", DELETE_FOR, args![service, object])
}

/// All tokens of a kind go (a new one replaces them).
pub fn delete_kind(service: &str, kind: &str) -> Write {
    Write::any("tokens of this kind", DELETE_KIND, args![service, kind])
}

/// Those that ended before this time go.
pub fn purge(service: &str, before: Timestamp) -> Write {
    Write::any("expired tokens", PURGE, args![service, before])
}

/// The token with this hash, used or not, expired or not.
pub async fn find(db: &Db, service: &str, hash: &[u8; 32]) -> Result<Option<Token>> {
    db.find(FIND, args![service, hash]).await
}

/// How many tokens a subject has, used and expired ones too.
pub async fn count_of(db: &Db, service: &str, subject: Uuid) -> Result<u64> {
    db.one(COUNT_OF, args![service, subject]).await
}

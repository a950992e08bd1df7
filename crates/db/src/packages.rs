//! Packages: sealed answers to be fetched, until they expire.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};

row! { columns;
    /// One sealed file of an answer.
    pub struct Package {
        /// Its id.
        pub id: Uuid,
        /// The request it answers.
        pub request: Uuid,
        /// The name it is downloaded under.
        pub name: String,
        /// Its media type.
        pub media: String,
        /// Its size in bytes when opened.
        pub size: u64,
        /// The file, sealed under the subject's data key.
        pub sealed: Vec<u8>,
        /// Version of that key.
        pub key_version: u32,
        /// When it was made.
        pub created_at: Timestamp,
        /// When it is deleted.
        pub expires_at: Timestamp,
        /// When it was first fetched.
        pub fetched_at: Option<Timestamp>,
    }
}

statements! { "packages";
    INSERT = concat!("INSERT INTO package (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
    FIND = concat!("SELECT ", columns!(), " FROM package WHERE service = $1 AND id = $2");
    LIST = concat!("SELECT ", columns!(), " FROM package WHERE service = $1 AND request = $2 ORDER BY id");
    FETCHED = "UPDATE package SET fetched_at = $3 WHERE service = $1 AND id = $2 AND fetched_at IS NULL";
    DELETE_OF = "DELETE FROM package WHERE service = $1 AND request = $2";
    PURGE = "DELETE FROM package WHERE service = $1 AND expires_at <= $2";
}

/// A new package.
pub fn insert(service: &str, package: &Package) -> Write {
    Write::one("the answer's package", INSERT, package.cells(service))
}

/// It was fetched; only the first time counts.
pub fn fetched(service: &str, id: Uuid, at: Timestamp) -> Write {
    Write::any("the answer's package", FETCHED, args![service, id, at])
}

/// All of a request's packages go.
pub fn delete_of(service: &str, request: Uuid) -> Write {
    Write::any("the request's packages", DELETE_OF, args![service, request])
}

/// Those that have expired go.
pub fn purge(service: &str, now: Timestamp) -> Write {
    Write::any("expired packages", PURGE, args![service, now])
}

/// The package with this id.
pub async fn find(db: &Db, service: &str, id: Uuid) -> Result<Option<Package>> {
    db.find(FIND, args![service, id]).await
}

/// A request's packages.
pub async fn list(db: &Db, service: &str, request: Uuid) -> Result<Vec<Package>> {
    db.list(LIST, args![service, request]).await
}

//! Links: this subject, found by that identifier, is that row of the company's store.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};

row! { columns;
    /// A subject's root row in one of the company's stores.
    pub struct Link {
        /// Its id.
        pub id: Uuid,
        /// Whose row it is.
        pub subject: Uuid,
        /// The identifier it was found by; none where staff linked it.
        pub identifier: Option<Uuid>,
        /// The store's name.
        pub store: String,
        /// The table (or collection) the row stands in.
        pub place: String,
        /// Keyed hash of the row's key, so that a row is not linked twice.
        pub blind: Option<[u8; 32]>,
        /// The row's key, sealed under the subject's data key.
        pub sealed: Vec<u8>,
        /// Version of that key.
        pub key_version: u32,
        /// When it was linked.
        pub created_at: Timestamp,
    }
}

statements! { "links";
    INSERT = concat!("INSERT INTO link (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    LIST = concat!("SELECT ", columns!(), " FROM link WHERE service = $1 AND subject = $2 ORDER BY store, id");
    DELETE = "DELETE FROM link WHERE service = $1 AND id = $2";
    DELETE_OF = "DELETE FROM link WHERE service = $1 AND subject = $2";
}

/// A new link.
pub fn insert(service: &str, link: &Link) -> Write {
    Write::one("the link to the store's row", INSERT, link.cells(service))
}

/// One link goes.
pub fn delete(service: &str, id: Uuid) -> Write {
    Write::one("the link to the store's row", DELETE, args![service, id])
}

/// All of a subject's links go.
pub fn delete_of(service: &str, subject: Uuid) -> Write {
    Write::any("the subject's links", DELETE_OF, args![service, subject])
}

/// A subject's links.
pub async fn list(db: &Db, service: &str, subject: Uuid) -> Result<Vec<Link>> {
    db.list(LIST, args![service, subject]).await
}

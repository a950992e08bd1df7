//! Records: what a person gave at one moment at one collection point, sealed under their data key.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, EntryRef, Error, Result, Write};

row! { columns;
    /// One sealed document with its source, purpose, time and policy version.
    pub struct Record {
        /// Its id.
        pub id: Uuid,
        /// Whose it is.
        pub subject: Uuid,
        /// The form (collection point) it came in by.
        pub form: String,
        /// The purpose it was given for.
        pub purpose: String,
        /// Hash of the policy in force.
        pub policy: [u8; 32],
        /// The language the form was shown in.
        pub lang: String,
        /// Where it was shown: `web`, `api`, `staff` …
        pub surface: String,
        /// When it came.
        pub received_at: Timestamp,
        /// Until when it may be kept, where that is known by now.
        pub keep_until: Option<Timestamp>,
        /// The ledger's entry about it.
        pub entry: Option<EntryRef>,
        /// The document, sealed under the subject's data key.
        pub sealed: Vec<u8>,
        /// Version of that key.
        pub key_version: u32,
    }
}

statements! { "records";
    INSERT = concat!("INSERT INTO record (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");
    FIND = concat!("SELECT ", columns!(), " FROM record WHERE service = $1 AND id = $2");
    LIST = concat!("SELECT ", columns!(), " FROM record WHERE service = $1 AND subject = $2 ORDER BY received_at, id");
    DELETE = "DELETE FROM record WHERE service = $1 AND id = $2";
    DELETE_OF = "DELETE FROM record WHERE service = $1 AND subject = $2";
}

/// A new record.
pub fn insert(service: &str, record: &Record) -> Write {
    Write::one("the record", INSERT, record.cells(service))
}

/// One record goes. Conflict: it is gone already.
pub fn delete(service: &str, id: Uuid) -> Write {
    Write::one("the record", DELETE, args![service, id])
}

/// All of a subject's records go.
pub fn delete_of(service: &str, subject: Uuid) -> Write {
    Write::any("the subject's records", DELETE_OF, args![service, subject])
}

/// The record with this id.
pub async fn find(db: &Db, service: &str, id: Uuid) -> Result<Option<Record>> {
    db.find(FIND, args![service, id]).await
}

/// The record with this id, which must be there.
pub async fn get(db: &Db, service: &str, id: Uuid) -> Result<Record> {
    find(db, service, id).await?.ok_or(Error::NotFound { what: "the record" })
}

/// A subject's records, the oldest first.
pub async fn list(db: &Db, service: &str, subject: Uuid) -> Result<Vec<Record>> {
    db.list(LIST, args![service, subject]).await
}

//! People's requests with their clocks. What was said stands in `messages`, the plan in `steps`.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Error, Result, Write};

row! { columns;
    /// One request.
    pub struct Request {
        /// Its id.
        pub id: Uuid,
        /// Whose it is.
        pub subject: Uuid,
        /// `access`, `erasure` …
        pub kind: String,
        /// Where it stands; the states are those of `duties`.
        pub state: String,
        /// The public reference, unique within the service, that people read out on the telephone.
        pub reference: String,
        /// The language it is answered in.
        pub lang: String,
        /// When it was received: the clocks run from here.
        pub received_at: Timestamp,
        /// When it must be answered.
        pub due_at: Timestamp,
        /// When the first reply must have gone.
        pub first_reply_due: Option<Timestamp>,
        /// When it went.
        pub first_reply_at: Option<Timestamp>,
        /// Until when it was extended.
        pub extended_to: Option<Timestamp>,
        /// When it was closed.
        pub closed_at: Option<Timestamp>,
        /// What the person wrote, sealed under the subject's data key.
        pub sealed: Option<Vec<u8>>,
        /// Version of that key.
        pub key_version: u32,
        /// Counts its changes: an update of a stale copy is a conflict.
        pub revision: i64,
    }
}

statements! { "requests";
    INSERT = concat!("INSERT INTO request (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)");
    UPDATE = "UPDATE request SET state = $4, lang = $5, due_at = $6, first_reply_due = $7, first_reply_at = $8, \
        extended_to = $9, closed_at = $10, sealed = $11, key_version = $12, revision = revision + 1 \
        WHERE service = $1 AND id = $2 AND revision = $3";
    FIND = concat!("SELECT ", columns!(), " FROM request WHERE service = $1 AND id = $2");
    FIND_REFERENCE = concat!("SELECT ", columns!(), " FROM request WHERE service = $1 AND reference = $2");
    LIST_OF = concat!("SELECT ", columns!(), " FROM request WHERE service = $1 AND subject = $2 ORDER BY received_at DESC, id");
    OPEN = concat!("SELECT ", columns!(), " FROM request WHERE service = $1 AND closed_at IS NULL ORDER BY due_at, id LIMIT $2");
    LIST = concat!("SELECT ", columns!(), " FROM request WHERE service = $1 ORDER BY received_at DESC, id LIMIT $2");
    LIST_STATE = concat!("SELECT ", columns!(), " FROM request WHERE service = $1 AND state = $2 ORDER BY due_at, id LIMIT $3");
    DELETE = "DELETE FROM request WHERE service = $1 AND id = $2";
    FORGET = "UPDATE request SET sealed = NULL, revision = revision + 1 WHERE service = $1 AND subject = $2";
}

/// A new request. Conflict: its reference is taken.
pub fn insert(service: &str, request: &Request) -> Write {
    Write::one("the request", INSERT, request.cells(service))
}

/// Everything of it that may change (state, language, clocks, sealed text). `request.revision` is that of the copy
/// that was read; the row then has the next one. Conflict: it has changed since.
pub fn update(service: &str, request: &Request) -> Write {
    let args = args![
        service,
        request.id,
        request.revision,
        request.state,
        request.lang,
        request.due_at,
        request.first_reply_due,
        request.first_reply_at,
        request.extended_to,
        request.closed_at,
        request.sealed,
        request.key_version,
    ];
    Write::one("the request", UPDATE, args)
}

/// What a subject wrote in their requests goes; that they asked, and when, stays.
pub fn forget_of(service: &str, subject: Uuid) -> Write {
    Write::any("the subject's requests", FORGET, args![service, subject])
}

/// A request goes, when its evidence is no longer kept; its steps and messages first. Nothing happens where it is gone.
pub fn delete(service: &str, id: Uuid) -> Write {
    Write::any("the request", DELETE, args![service, id])
}

/// The request with this id.
pub async fn find(db: &Db, service: &str, id: Uuid) -> Result<Option<Request>> {
    db.find(FIND, args![service, id]).await
}

/// The request with this id, which must be there.
pub async fn get(db: &Db, service: &str, id: Uuid) -> Result<Request> {
    find(db, service, id).await?.ok_or(Error::NotFound { what: "the request" })
}

/// The request with this public reference.
pub async fn find_by_reference(db: &Db, service: &str, reference: &str) -> Result<Option<Request>> {
    db.find(FIND_REFERENCE, args![service, reference]).await
}

/// A subject's requests, the newest first.
pub async fn list_of(db: &Db, service: &str, subject: Uuid) -> Result<Vec<Request>> {
    db.list(LIST_OF, args![service, subject]).await
}

/// Requests that are not closed, the most urgent first.
pub async fn open(db: &Db, service: &str, limit: u32) -> Result<Vec<Request>> {
    db.list(OPEN, args![service, limit]).await
}

/// All requests, the newest first.
pub async fn list(db: &Db, service: &str, limit: u32) -> Result<Vec<Request>> {
    db.list(LIST, args![service, limit]).await
}

/// Requests in one state, the most urgent first.
pub async fn list_in(db: &Db, service: &str, state: &str, limit: u32) -> Result<Vec<Request>> {
    db.list(LIST_STATE, args![service, state, limit]).await
}

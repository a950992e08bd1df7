//! Subjects: a random id for a person, and whether they were erased. Who it is stands in `identifiers`, sealed.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Error, Result, Write};

/// State of a subject that is there.
pub const ACTIVE: &str = "active";
/// State of a subject that was erased; the row stays as a name for what is kept.
pub const ERASED: &str = "erased";

row! { columns;
    /// A person, known by a random id only.
    pub struct Subject {
        /// The id, which means nothing by itself.
        pub id: Uuid,
        /// [`ACTIVE`] or [`ERASED`].
        pub state: String,
        /// The language they use.
        pub lang: String,
        /// When we first knew of them.
        pub created_at: Timestamp,
        /// When they were erased.
        pub erased_at: Option<Timestamp>,
    }
}

statements! { "subjects";
    INSERT = concat!("INSERT INTO subject (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6)");
    FIND = concat!("SELECT ", columns!(), " FROM subject WHERE service = $1 AND id = $2");
    LIST = concat!("SELECT ", columns!(), " FROM subject WHERE service = $1 AND id > $2 ORDER BY id LIMIT $3");
    LIST_ERASED = concat!("SELECT ", columns!(), " FROM subject WHERE service = $1 AND state = 'erased' AND id > $2 ORDER BY id LIMIT $3");
    DELETE_ERASED = "DELETE FROM subject WHERE service = $1 AND id = $2 AND state = 'erased'";
    COUNT = "SELECT count(*) FROM subject WHERE service = $1 AND state = $2";
    HOLD = "UPDATE subject SET lang = lang WHERE service = $1 AND id = $2 AND state = 'active'";
    ERASE = "UPDATE subject SET state = 'erased', erased_at = $3 WHERE service = $1 AND id = $2 AND state = 'active'";
}

/// A new subject.
pub fn insert(service: &str, subject: &Subject) -> Write {
    Write::one("the subject", INSERT, subject.cells(service))
}

/// Changes nothing, but lets the unit fail with a conflict where they were erased meanwhile: nothing may be written
/// for somebody whose keys are being destroyed.
pub fn hold(service: &str, id: Uuid) -> Write {
    Write::one("the subject", HOLD, args![service, id])
}

/// Marks them as erased. Conflict: they were already, or are not there.
pub fn erase(service: &str, id: Uuid, at: Timestamp) -> Write {
    Write::one("the subject's erasure", ERASE, args![service, id, at])
}

/// An erased subject's row goes too, when nothing is kept under its name any more. Nothing happens where it is gone.
pub fn delete_erased(service: &str, id: Uuid) -> Write {
    Write::any("the erased subject", DELETE_ERASED, args![service, id])
}

/// A page of erased subjects in the order of their ids, after `after` (`Uuid::nil()` for the first page).
pub async fn list_erased(db: &Db, service: &str, after: Uuid, limit: u32) -> Result<Vec<Subject>> {
    db.list(LIST_ERASED, args![service, after, limit]).await
}

/// The subject with this id.
pub async fn find(db: &Db, service: &str, id: Uuid) -> Result<Option<Subject>> {
    db.find(FIND, args![service, id]).await
}

/// The subject with this id, which must be there.
pub async fn get(db: &Db, service: &str, id: Uuid) -> Result<Subject> {
    find(db, service, id).await?.ok_or(Error::NotFound { what: "the subject" })
}

/// A page of subjects in the order of their ids, after `after` (`Uuid::nil()` for the first page).
pub async fn list(db: &Db, service: &str, after: Uuid, limit: u32) -> Result<Vec<Subject>> {
    db.list(LIST, args![service, after, limit]).await
}

/// How many there are in a state.
pub async fn count(db: &Db, service: &str, state: &str) -> Result<u64> {
    db.one(COUNT, args![service, state]).await
}

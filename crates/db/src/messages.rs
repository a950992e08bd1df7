//! What was said about a request, by the person and by staff, sealed.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};

row! { columns;
    /// One message of a request.
    pub struct Message {
        /// Its id.
        pub id: Uuid,
        /// The request it belongs to.
        pub request: Uuid,
        /// `person`, `staff:<id>` or `abide`.
        pub sender: String,
        /// When it was said.
        pub at: Timestamp,
        /// The text, sealed under the subject's data key.
        pub sealed: Vec<u8>,
        /// Version of that key.
        pub key_version: u32,
    }
}

statements! { "messages";
    INSERT = concat!("INSERT INTO message (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7)");
    LIST = concat!("SELECT ", columns!(), " FROM message WHERE service = $1 AND request = $2 ORDER BY at, id");
    DELETE_OF = "DELETE FROM message WHERE service = $1 AND request = $2";
}

/// A new message.
pub fn insert(service: &str, message: &Message) -> Write {
    Write::one("the message", INSERT, message.cells(service))
}

/// All of a request's messages go.
pub fn delete_of(service: &str, request: Uuid) -> Write {
    Write::any("the request's messages", DELETE_OF, args![service, request])
}

/// A request's messages, the oldest first.
pub async fn list(db: &Db, service: &str, request: Uuid) -> Result<Vec<Message>> {
    db.list(LIST, args![service, request]).await
}

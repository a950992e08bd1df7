//! Standing: what the ledger says now about one subject and one purpose. Follows the ledger and nothing else, can be
//! rebuilt from it.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, EntryRef, Result, Write};

row! { columns;
    /// One subject's standing for one purpose.
    pub struct StandingRow {
        /// Whose.
        pub subject: Uuid,
        /// For which purpose (`*`: for all).
        pub purpose: String,
        /// The state as the gate names it.
        pub state: String,
        /// The policy version it was stated under.
        pub policy: Option<[u8; 32]>,
        /// The entry that made it so.
        pub entry: EntryRef,
        /// Until when data may be kept for this purpose.
        pub keep_until: Option<Timestamp>,
        /// When it became so.
        pub updated_at: Timestamp,
    }
}

statements! { "standing";
    PUT = concat!(
        "INSERT INTO standing (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ",
        "ON CONFLICT (service, subject, purpose) DO UPDATE SET state = excluded.state, policy = excluded.policy, ",
        "entry = excluded.entry, keep_until = excluded.keep_until, updated_at = excluded.updated_at"
    );
    LIST = concat!("SELECT ", columns!(), " FROM standing WHERE service = $1 AND subject = $2 ORDER BY purpose");
    DELETE_OF = "DELETE FROM standing WHERE service = $1 AND subject = $2";
}

/// Sets the standing, whatever it was.
pub fn put(service: &str, standing: &StandingRow) -> Write {
    Write::one("the standing", PUT, standing.cells(service))
}

/// All of a subject's standing goes.
pub fn delete_of(service: &str, subject: Uuid) -> Write {
    Write::any("the subject's standing", DELETE_OF, args![service, subject])
}

/// A subject's standing, purpose by purpose.
pub async fn list(db: &Db, service: &str, subject: Uuid) -> Result<Vec<StandingRow>> {
    db.list(LIST, args![service, subject]).await
}

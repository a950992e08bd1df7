//! What was asked for a recipient that is not declared for it, a row a day and recipient. Nobody is named.

use jiff::Timestamp;

use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};

row! { columns;
    /// A day's refusals for one recipient.
    pub struct RefusedExport {
        /// The day, counted from 1970-01-01 (UTC).
        pub day: u32,
        /// Who was to get it, as it was asked.
        pub recipient: String,
        /// Of how many people, all asked that day together.
        pub people: u64,
        /// When it was asked last.
        pub at: Timestamp,
        /// When the privacy leads were told of it.
        pub told: Option<Timestamp>,
    }
}

statements! { "refused_exports";
    ADD = concat!("INSERT INTO refused_export (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6) \
        ON CONFLICT (service, day, recipient) DO UPDATE SET people = refused_export.people + excluded.people, at = excluded.at");
    TELL = "UPDATE refused_export SET told = $4 WHERE service = $1 AND day = $2 AND recipient = $3 AND told IS NULL";
    FIND = concat!("SELECT ", columns!(), " FROM refused_export WHERE service = $1 AND day = $2 AND recipient = $3");
    SINCE = concat!("SELECT ", columns!(), " FROM refused_export WHERE service = $1 AND day >= $2 AND people > $3 \
        ORDER BY day DESC, people DESC, recipient LIMIT 100");
    PURGE = "DELETE FROM refused_export WHERE service = $1 AND day < $2";
}

/// Adds to what was asked that day for that recipient.
pub fn add(service: &str, refused: &RefusedExport) -> Write {
    Write::one("the refused export", ADD, refused.cells(service))
}

/// The privacy leads are told of it. Conflict: they were already.
pub fn tell(service: &str, day: u32, recipient: &str, at: Timestamp) -> Write {
    Write::one("the refused export", TELL, args![service, day, recipient, at])
}

/// Days before this one go.
pub fn purge(service: &str, before: u32) -> Write {
    Write::any("refused exports", PURGE, args![service, before])
}

/// What was asked that day for that recipient.
pub async fn find(db: &Db, service: &str, day: u32, recipient: &str) -> Result<Option<RefusedExport>> {
    db.find(FIND, args![service, day, recipient]).await
}

/// Of more than so many people in a day, from that day on, the latest first; at most a hundred.
pub async fn more_than(db: &Db, service: &str, from: u32, people: u32) -> Result<Vec<RefusedExport>> {
    db.list(SINCE, args![service, from, people]).await
}

//! The stored standing: what the ledger says of many people, without reading it all. Follows the ledger behind its
//! head (`ledger_head.stood` says how far) and nothing else, and can be rebuilt from it.
//!
//! Contract: whoever follows writes with [`cover`] in the same unit, so that of two nodes that followed the same
//! entries one fails as a whole. Nothing stands here of somebody who is erased ([`sweep`]).

mod changes;

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};
pub(crate) use changes::BULKS;
pub use changes::{Change, write};

row! { columns;
    /// How one thing stands with one subject.
    pub struct StandingRow {
        /// Whose.
        pub subject: Uuid,
        /// What kind of thing it is (`consent`, `objection` …): named by who folds.
        pub aspect: String,
        /// Which one: a purpose, a recipient, a record.
        pub about: String,
        /// How it stands.
        pub state: String,
        /// Since when.
        pub at: Timestamp,
        /// Until when, where it ends by itself.
        pub until: Option<Timestamp>,
        /// The policy version it was stated under.
        pub policy: Option<[u8; 32]>,
        /// The entry that made it so.
        pub entry: u64,
    }
}
use columns;

statements! { "standing";
    LIST = concat!("SELECT ", columns!(), " FROM standing WHERE service = $1 AND subject = $2 ORDER BY aspect, about");
    PAGE = concat!("SELECT ", columns!(), " FROM standing WHERE service = $1 AND subject > $2 ORDER BY subject, aspect, about LIMIT $3");
    ENDED = concat!("SELECT ", columns!(), " FROM standing WHERE service = $1 AND aspect = $2 AND until <= $3 AND state = $4 \
        ORDER BY until LIMIT $5");
    COUNT = "SELECT count(*) FROM standing WHERE service = $1";
    COVER = "UPDATE ledger_head SET stood = $3 WHERE service = $1 AND stood = $2 AND size >= $3";
    CLEAR = "DELETE FROM standing WHERE service = $1";
    BACK = "UPDATE ledger_head SET stood = 0 WHERE service = $1";
    DELETE_OF = "DELETE FROM standing WHERE service = $1 AND subject = $2";
    SWEEP = "DELETE FROM standing WHERE service = $1 AND subject IN (SELECT subject FROM ledger_facts WHERE service = $1 \
        AND entry >= $2 AND entry < $3 AND subject IS NOT NULL) AND subject IN (SELECT id FROM subject WHERE service = $1 \
        AND state = 'erased')";
}

/// It follows from `from` to `to` now. Conflict: another node followed meanwhile.
pub fn cover(service: &str, from: u64, to: u64) -> Write {
    Write::one("how far the standing follows", COVER, args![service, from, to])
}

/// Of the subjects of these entries, those who are erased have no standing.
pub fn sweep(service: &str, from: u64, to: u64) -> Write {
    Write::any("the standing of erased subjects", SWEEP, args![service, from, to])
}

/// Everything goes, to be rebuilt from the first entry on.
pub fn clear(service: &str) -> [Write; 2] {
    [
        Write::any("the standing", CLEAR, args![service]),
        Write::any("how far the standing follows", BACK, args![service]),
    ]
}

/// All of a subject's standing goes.
pub fn delete_of(service: &str, subject: Uuid) -> Write {
    Write::any("the subject's standing", DELETE_OF, args![service, subject])
}

/// A subject's standing.
pub async fn list(db: &Db, service: &str, subject: Uuid) -> Result<Vec<StandingRow>> {
    db.list(LIST, args![service, subject]).await
}

/// Rows in the order of their subjects, of those after `after`. The last subject of a full page may be cut off.
pub async fn page(db: &Db, service: &str, after: Uuid, limit: u32) -> Result<Vec<StandingRow>> {
    db.list(PAGE, args![service, after, limit]).await
}

/// What stands in this state although it ended by then, the longest ended first.
pub async fn ended(
    db: &Db,
    service: &str,
    aspect: &str,
    state: &str,
    by: Timestamp,
    limit: u32,
) -> Result<Vec<StandingRow>> {
    db.list(ENDED, args![service, aspect, by, state, limit]).await
}

/// How many rows there are.
pub async fn count(db: &Db, service: &str) -> Result<u64> {
    db.one(COUNT, args![service]).await
}

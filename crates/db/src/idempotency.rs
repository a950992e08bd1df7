//! The first results of units under their keys, so that a repeated unit is answered and not carried out again.

use jiff::Timestamp;

use crate::error::Result;
use crate::sql::{args, statements};
use crate::value::{FromRow, Row};
use crate::{Db, Write};

statements! { "idempotency";
    FIRST = "SELECT first_entry, entries FROM idempotency WHERE service = $1 AND hash = $2";
    ONCE = "INSERT INTO idempotency (service, hash, first_entry, entries, at, lasting) VALUES ($1, $2, $3, $4, $5, $6)";
    PURGE = "DELETE FROM idempotency WHERE service = $1 AND lasting = 0 AND at <= $2";
}

/// Where the entries of the unit with this key begin; none where it was not submitted, or was forgotten.
pub async fn first_entry(db: &Db, service: &str, key: &[u8; 32]) -> Result<Option<u64>> {
    Ok(db.find::<First>(FIRST, args![service, key]).await?.map(|first| first.0))
}

struct First(u64);

impl FromRow for First {
    fn from_row(row: Row) -> Result<Self> {
        row.one("first_entry").map(Self)
    }
}

/// Forgets keys of units that were submitted until then, but those that last ([`crate::Unit::once_for_good`]); repeated
/// after that, they are carried out again.
pub fn purge(service: &str, until: Timestamp) -> Write {
    Write::any("idempotency keys", PURGE, args![service, until])
}

//! The first results of units under their keys, so that a repeated unit is answered and not carried out again.

use jiff::Timestamp;

use crate::Write;
use crate::sql::{args, statements};

statements! { "idempotency";
    FIRST = "SELECT first_entry, entries FROM idempotency WHERE service = $1 AND hash = $2";
    ONCE = "INSERT INTO idempotency (service, hash, first_entry, entries, at) VALUES ($1, $2, $3, $4, $5)";
    PURGE = "DELETE FROM idempotency WHERE service = $1 AND at <= $2";
}

/// Forgets keys of units that were submitted until then; repeated after that, they are carried out again.
pub fn purge(service: &str, until: Timestamp) -> Write {
    Write::any("idempotency keys", PURGE, args![service, until])
}

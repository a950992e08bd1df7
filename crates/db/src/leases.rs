//! Leases by name: who may do what only one node does at a time (publishing, sweeping, leading).

use jiff::Timestamp;

use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};

row! { columns;
    /// One lease.
    pub struct Lease {
        /// What is leased.
        pub name: String,
        /// Who holds it.
        pub owner: String,
        /// Until when.
        pub until: Timestamp,
        /// Grows each time it is taken: the fence.
        pub epoch: i64,
    }
}

statements! { "leases";
    TAKE = concat!(
        "INSERT INTO lease (", columns!(), ") VALUES ($1, $2, $3, $4, 1) ON CONFLICT (service, name) DO UPDATE SET ",
        "owner = excluded.owner, until = excluded.until, epoch = lease.epoch + 1 ",
        "WHERE lease.until <= $5 OR lease.owner = excluded.owner"
    );
    HOLD = "UPDATE lease SET until = $5 WHERE service = $1 AND name = $2 AND owner = $3 AND epoch = $4";
    FIND = concat!("SELECT ", columns!(), " FROM lease WHERE service = $1 AND name = $2");
}

/// Takes a lease, or holds one's own longer. Conflict: another holds it.
pub fn take(service: &str, name: &str, owner: &str, until: Timestamp, now: Timestamp) -> Write {
    Write::one("the lease", TAKE, args![service, name, owner, until, now])
}

/// Holds it until then under the number it was taken with. Conflict: it is another's by now. In a unit it is the fence:
/// nothing of the unit is written then.
pub fn hold(service: &str, lease: &Lease, until: Timestamp) -> Write {
    Write::one("the lease", HOLD, args![service, lease.name, lease.owner, lease.epoch, until])
}

/// Gives it back. Conflict: it was lost before.
pub fn release(service: &str, lease: &Lease, now: Timestamp) -> Write {
    hold(service, lease, now)
}

/// The lease of this name, held or lapsed.
pub async fn find(db: &Db, service: &str, name: &str) -> Result<Option<Lease>> {
    db.find(FIND, args![service, name]).await
}

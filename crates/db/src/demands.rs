//! Demands for a person's data outside what the policy shares, and who approved each.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Error, Result, Write};

row! { columns;
    /// One demand.
    pub struct Demand {
        /// Its id.
        pub id: Uuid,
        /// Whose data it wants.
        pub subject: Uuid,
        /// On which ground of the policy.
        pub ground: String,
        /// Where it stands; the states are those of `duties`.
        pub state: String,
        /// Which member of staff asked.
        pub asked_by: Uuid,
        /// When.
        pub asked_at: Timestamp,
        /// How many must approve: by the policy when it was asked, and then when it was given out.
        pub needed: u32,
        /// Who gave the data out, or refused.
        pub closed_by: Option<Uuid>,
        /// When.
        pub closed_at: Option<Timestamp>,
        /// The entry of the ledger that tells of it, once it was given.
        pub disclosed: Option<Uuid>,
        /// What it names, sealed under the subject's evidence key.
        pub sealed: Vec<u8>,
        /// Version of that key.
        pub key_version: u32,
        /// Counts its changes: an update of a stale copy is a conflict.
        pub revision: i64,
    }
}

row! { approval_columns;
    /// One approval.
    pub struct Approval {
        /// Of which demand.
        pub demand: Uuid,
        /// By which member of staff.
        pub staff: Uuid,
        /// When.
        pub at: Timestamp,
    }
}

statements! { "demands";
    INSERT = concat!("INSERT INTO demand (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)");
    UPDATE = "UPDATE demand SET state = $4, closed_by = $5, closed_at = $6, disclosed = $7, needed = $8, revision = revision + 1 \
        WHERE service = $1 AND id = $2 AND revision = $3";
    FIND = concat!("SELECT ", columns!(), " FROM demand WHERE service = $1 AND id = $2");
    LIST = concat!("SELECT ", columns!(), " FROM demand WHERE service = $1 ORDER BY asked_at DESC, id LIMIT $2");
    LIST_OF = concat!("SELECT ", columns!(), " FROM demand WHERE service = $1 AND subject = $2 ORDER BY asked_at DESC, id");
    DELETE = "DELETE FROM demand WHERE service = $1 AND id = $2";
    APPROVE = concat!("INSERT INTO demand_approval (", approval_columns!(), ") VALUES ($1, $2, $3, $4)");
    APPROVALS = concat!("SELECT ", approval_columns!(), " FROM demand_approval WHERE service = $1 AND demand = $2 ORDER BY at, staff");
    DELETE_APPROVALS = "DELETE FROM demand_approval WHERE service = $1 AND demand = $2";
}

/// A new demand.
pub fn insert(service: &str, demand: &Demand) -> Write {
    Write::one("the demand", INSERT, demand.cells(service))
}

/// Its state, and how it ended. `demand.revision` is that of the copy that was read. Conflict: it has changed since.
pub fn update(service: &str, demand: &Demand) -> Write {
    let args = args![
        service,
        demand.id,
        demand.revision,
        demand.state,
        demand.closed_by,
        demand.closed_at,
        demand.disclosed,
        demand.needed,
    ];
    Write::one("the demand", UPDATE, args)
}

/// Somebody approves. Conflict: they have already.
pub fn approve(service: &str, approval: &Approval) -> Write {
    Write::one("the approval", APPROVE, approval.cells(service))
}

/// A demand goes with its approvals, when its evidence is no longer kept.
pub fn delete(service: &str, id: Uuid) -> [Write; 2] {
    [
        Write::any("the approvals", DELETE_APPROVALS, args![service, id]),
        Write::any("the demand", DELETE, args![service, id]),
    ]
}

/// The demand with this id, which must be there.
pub async fn get(db: &Db, service: &str, id: Uuid) -> Result<Demand> {
    db.find(FIND, args![service, id]).await?.ok_or(Error::NotFound { what: "the demand" })
}

/// Demands, the newest first.
pub async fn list(db: &Db, service: &str, limit: u32) -> Result<Vec<Demand>> {
    db.list(LIST, args![service, limit]).await
}

/// A subject's demands, the newest first.
pub async fn list_of(db: &Db, service: &str, subject: Uuid) -> Result<Vec<Demand>> {
    db.list(LIST_OF, args![service, subject]).await
}

/// Who approved it, in their order.
pub async fn approvals(db: &Db, service: &str, id: Uuid) -> Result<Vec<Approval>> {
    db.list(APPROVALS, args![service, id]).await
}

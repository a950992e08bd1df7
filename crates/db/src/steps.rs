//! Steps: one unit of a request's plan at one store. Persisted before anything destructive, leased, fenced.
//!
//! INVARIANT: `lease_epoch` only grows. Whoever holds a lease writes with its epoch; a write with an older one is a
//! conflict, so a worker that lost its lease cannot report over the one that took it.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Alone, Db, Error, Result, Write};

/// State of a step that waits for somebody to carry it out.
pub const WAITING: &str = "waiting";
/// State of a step that somebody holds a lease on, or held when they died.
pub const RUNNING: &str = "running";
/// State of a step that was verified to be done.
pub const DONE: &str = "done";
/// State of a step that somebody must look at.
pub const FAILED: &str = "failed";

row! { columns;
    /// One step.
    pub struct Step {
        /// Its id.
        pub id: Uuid,
        /// The request it belongs to.
        pub request: Uuid,
        /// Its place in the plan, from 0.
        pub position: i64,
        /// `abide` or the store's name.
        pub target: String,
        /// `access`, `erase`, `verify` …
        pub action: String,
        /// [`WAITING`], [`RUNNING`], [`DONE`], [`FAILED`], or one of `duties`' own, which are never leased.
        pub state: String,
        /// Row keys and plan, sealed under the subject's data key.
        pub sealed: Option<Vec<u8>>,
        /// Version of that key.
        pub key_version: u32,
        /// What was counted before, as JSON: tables and numbers, no values.
        pub counts: Option<String>,
        /// What came of it, as JSON: tables, numbers, grounds, no values.
        pub outcome: Option<String>,
        /// Why it could not be done, without personal data.
        pub error: Option<String>,
        /// How often it was tried.
        pub attempts: i64,
        /// Not to be tried before.
        pub next_at: Timestamp,
        /// When it last changed.
        pub updated_at: Timestamp,
        /// Who holds it.
        pub lease_owner: Option<String>,
        /// Until when.
        pub lease_until: Option<Timestamp>,
        /// Grows with each lease: the fence.
        pub lease_epoch: i64,
    }
}

statements! { "steps";
    INSERT = concat!("INSERT INTO step (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)");
    FIND = concat!("SELECT ", columns!(), " FROM step WHERE service = $1 AND id = $2");
    LIST = concat!("SELECT ", columns!(), " FROM step WHERE service = $1 AND request = $2 ORDER BY position");
    DUE = concat!("SELECT ", columns!(), " FROM step WHERE service = $1 AND state IN ('waiting', 'running') AND next_at <= $2 \
        AND (lease_until IS NULL OR lease_until <= $2) ORDER BY next_at, request, position LIMIT $3");
    LEASE = "UPDATE step SET state = 'running', lease_owner = $4, lease_until = $5, lease_epoch = lease_epoch + 1, \
        attempts = attempts + 1, updated_at = $6 WHERE service = $1 AND id = $2 AND lease_epoch = $3 \
        AND state IN ('waiting', 'running') AND (lease_until IS NULL OR lease_until <= $6)";
    LET_GO = "UPDATE step SET lease_owner = NULL, lease_until = NULL, lease_epoch = lease_epoch + 1 \
        WHERE service = $1 AND lease_until IS NOT NULL";
    RENEW = "UPDATE step SET lease_until = $4 WHERE service = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'";
    UPDATE = "UPDATE step SET state = $4, sealed = $5, key_version = $6, counts = $7, outcome = $8, error = $9, \
        next_at = $10, updated_at = $11, lease_owner = $12, lease_until = $13 \
        WHERE service = $1 AND id = $2 AND lease_epoch = $3";
    FORGET_OF = "UPDATE step SET sealed = NULL WHERE service = $1 AND request = $2 AND sealed IS NOT NULL";
    DELETE_OF = "DELETE FROM step WHERE service = $1 AND request = $2";
}

/// A new step.
pub fn insert(service: &str, step: &Step) -> Write {
    Write::one("the step", INSERT, step.cells(service))
}

/// Takes the lease on a step as it was read: owner, until when, now. The row then has `lease_epoch + 1`, one more
/// attempt and is running. Conflict: somebody else has it.
pub fn lease(service: &str, step: &Step, owner: &str, until: Timestamp, now: Timestamp) -> Write {
    Write::one("the step's lease", LEASE, args![service, step.id, step.lease_epoch, owner, until, now])
}

/// Every lease ends: who took them is dead, which only the one server of an embedded database can know.
pub fn let_go(service: &str, _: &Alone) -> Write {
    Write::any("the steps' leases", LET_GO, args![service])
}

/// Holds a lease longer. Conflict: it was lost.
pub fn renew(service: &str, id: Uuid, lease_epoch: i64, until: Timestamp) -> Write {
    Write::one("the step's lease", RENEW, args![service, id, lease_epoch, until])
}

/// Everything of it that may change, fenced by `step.lease_epoch`: state, sealed part, counts, outcome, error,
/// times, lease (set owner and until to none to give it back). Conflict: somebody has leased it since.
pub fn update(service: &str, step: &Step) -> Write {
    let args = args![
        service,
        step.id,
        step.lease_epoch,
        step.state,
        step.sealed,
        step.key_version,
        step.counts,
        step.outcome,
        step.error,
        step.next_at,
        step.updated_at,
        step.lease_owner,
        step.lease_until,
    ];
    Write::one("the step", UPDATE, args)
}

/// What is sealed in a request's steps goes; what they did stays.
pub fn forget_of(service: &str, request: Uuid) -> Write {
    Write::any("what is sealed in the request's steps", FORGET_OF, args![service, request])
}

/// All of a request's steps go (a plan that is made anew).
pub fn delete_of(service: &str, request: Uuid) -> Write {
    Write::any("the request's steps", DELETE_OF, args![service, request])
}

/// The step with this id.
pub async fn find(db: &Db, service: &str, id: Uuid) -> Result<Option<Step>> {
    db.find(FIND, args![service, id]).await
}

/// The step with this id, which must be there.
pub async fn get(db: &Db, service: &str, id: Uuid) -> Result<Step> {
    find(db, service, id).await?.ok_or(Error::NotFound { what: "the step" })
}

/// A request's steps in their order.
pub async fn list(db: &Db, service: &str, request: Uuid) -> Result<Vec<Step>> {
    db.list(LIST, args![service, request]).await
}

/// Steps that wait, or whose holder let the lease lapse, and whose time has come.
pub async fn due(db: &Db, service: &str, now: Timestamp, limit: u32) -> Result<Vec<Step>> {
    db.list(DUE, args![service, now, limit]).await
}

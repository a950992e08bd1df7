//! Jobs: work to be done at a time, by whoever leases it first.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Alone, Db, Result, Write};

/// State of a job that is to be done.
pub const WAITING: &str = "waiting";
/// State of a job that was done.
pub const DONE: &str = "done";

row! { columns;
    /// One job.
    pub struct Job {
        /// Its id.
        pub id: Uuid,
        /// Which handler does it.
        pub kind: String,
        /// What it needs, as JSON: ids, no personal data.
        pub payload: Option<String>,
        /// [`WAITING`] or [`DONE`].
        pub state: String,
        /// How often it was tried.
        pub attempts: i64,
        /// When it was made.
        pub created_at: Timestamp,
        /// Not to be done before.
        pub next_at: Timestamp,
        /// When it was done.
        pub done_at: Option<Timestamp>,
        /// Why it could not be done, without personal data.
        pub error: Option<String>,
        /// Who is doing it.
        pub lease_owner: Option<String>,
        /// Until when.
        pub lease_until: Option<Timestamp>,
        /// Grows with each lease: the fence.
        pub lease_epoch: i64,
    }
}

statements! { "jobs";
    INSERT = concat!("INSERT INTO job (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");
    DUE = concat!("SELECT ", columns!(), " FROM job WHERE service = $1 AND state = 'waiting' AND next_at <= $2 \
        AND (lease_until IS NULL OR lease_until <= $2) ORDER BY next_at, id LIMIT $3");
    LEASE = "UPDATE job SET lease_owner = $4, lease_until = $5, lease_epoch = lease_epoch + 1, attempts = attempts + 1 \
        WHERE service = $1 AND id = $2 AND lease_epoch = $3 AND state = 'waiting' AND (lease_until IS NULL OR lease_until <= $6)";
    LET_GO = "UPDATE job SET lease_owner = NULL, lease_until = NULL, lease_epoch = lease_epoch + 1 \
        WHERE service = $1 AND lease_until IS NOT NULL";
    FINISH = "UPDATE job SET state = 'done', done_at = $4, error = NULL, lease_owner = NULL, lease_until = NULL \
        WHERE service = $1 AND id = $2 AND lease_epoch = $3 AND state = 'waiting'";
    RETRY = "UPDATE job SET next_at = $4, error = $5, lease_owner = NULL, lease_until = NULL \
        WHERE service = $1 AND id = $2 AND lease_epoch = $3 AND state = 'waiting'";
    FIND = concat!("SELECT ", columns!(), " FROM job WHERE service = $1 AND id = $2");
    GO_ON = "UPDATE job SET payload = $3 WHERE service = $1 AND id = $2 AND state = 'waiting'";
    DELETE = "DELETE FROM job WHERE service = $1 AND id = $2";
}

/// A new job.
pub fn insert(service: &str, job: &Job) -> Write {
    Write::one("the job", INSERT, job.cells(service))
}

/// Takes the lease on a job as it was read; the row then has `lease_epoch + 1`. Conflict: another node has it.
pub fn lease(service: &str, job: &Job, owner: &str, until: Timestamp, now: Timestamp) -> Write {
    Write::one("the job's lease", LEASE, args![service, job.id, job.lease_epoch, owner, until, now])
}

/// Every lease ends: who took them is dead, which only the one server of an embedded database can know.
pub fn let_go(service: &str, _: &Alone) -> Write {
    Write::any("the jobs' leases", LET_GO, args![service])
}

/// It was done under the lease of this epoch.
pub fn finish(service: &str, id: Uuid, epoch: i64, at: Timestamp) -> Write {
    Write::one("the job", FINISH, args![service, id, epoch, at])
}

/// It could not be done now: again at `next_at`.
pub fn retry(service: &str, id: Uuid, epoch: i64, next_at: Timestamp, error: &str) -> Write {
    Write::one("the job", RETRY, args![service, id, epoch, next_at, error])
}

/// How far it is, in what it needs. Conflict: it is done, or not there.
pub fn go_on(service: &str, id: Uuid, payload: &str) -> Write {
    Write::one("the job", GO_ON, args![service, id, payload])
}

/// It goes, with what it needed. Nothing happens where it is gone.
pub fn delete(service: &str, id: Uuid) -> Write {
    Write::any("the job", DELETE, args![service, id])
}

/// The job with this id.
pub async fn find(db: &Db, service: &str, id: Uuid) -> Result<Option<Job>> {
    db.find(FIND, args![service, id]).await
}

/// Jobs whose time has come and that nobody is doing.
pub async fn due(db: &Db, service: &str, now: Timestamp, limit: u32) -> Result<Vec<Job>> {
    db.list(DUE, args![service, now, limit]).await
}

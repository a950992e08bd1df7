//! The outbox: mails written with the unit they tell of, sent at least once afterwards.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::value::{FromRow, Row};
use crate::{Alone, Db, NewMail, Result, Value, Write};

/// State of a mail that is to be sent.
pub const WAITING: &str = "waiting";
/// State of a mail that the next server accepted.
pub const SENT: &str = "sent";
/// State of a mail that was given up.
pub const FAILED: &str = "failed";

row! { columns;
    /// One mail.
    pub struct Mail {
        /// Its id.
        pub id: Uuid,
        /// Which message it is.
        pub kind: String,
        /// Whose it is.
        pub subject: Option<Uuid>,
        /// Recipient, subject line and body, sealed. Emptied once it is sent.
        pub sealed: Vec<u8>,
        /// Version of the key it is sealed under.
        pub key_version: u32,
        /// [`WAITING`], [`SENT`], [`FAILED`].
        pub state: String,
        /// How often it was tried.
        pub attempts: i64,
        /// When it was written.
        pub created_at: Timestamp,
        /// Not to be sent before.
        pub next_at: Timestamp,
        /// When it was sent.
        pub sent_at: Option<Timestamp>,
        /// Why it could not be sent, without personal data.
        pub error: Option<String>,
        /// Who is sending it.
        pub lease_owner: Option<String>,
        /// Until when.
        pub lease_until: Option<Timestamp>,
        /// Grows with each lease: the fence.
        pub lease_epoch: i64,
        /// The request it is about.
        pub request: Option<Uuid>,
    }
}

/// Mails of one kind that were given up. No addresses, no texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenUp {
    /// Which message it is.
    pub kind: String,
    /// How many.
    pub count: u64,
    /// When the first of them was given up.
    pub since: Timestamp,
}

impl FromRow for GivenUp {
    fn from_row(row: Row) -> Result<Self> {
        let mut cells = row.cells("GivenUp");
        Ok(Self { kind: cells.take("kind")?, count: cells.take("count")?, since: cells.take("since")? })
    }
}

statements! { "outbox";
    INSERT = concat!("INSERT INTO outbox (", columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)");
    DUE = concat!("SELECT ", columns!(), " FROM outbox WHERE service = $1 AND state = 'waiting' AND next_at <= $2 \
        AND (lease_until IS NULL OR lease_until <= $2) ORDER BY next_at, id LIMIT $3");
    LEASE = "UPDATE outbox SET lease_owner = $4, lease_until = $5, lease_epoch = lease_epoch + 1, attempts = attempts + 1 \
        WHERE service = $1 AND id = $2 AND lease_epoch = $3 AND state = 'waiting' AND (lease_until IS NULL OR lease_until <= $6)";
    LET_GO = "UPDATE outbox SET lease_owner = NULL, lease_until = NULL, lease_epoch = lease_epoch + 1 \
        WHERE service = $1 AND lease_until IS NOT NULL";
    SENT_SQL = "UPDATE outbox SET state = 'sent', sent_at = $4, sealed = $5, error = NULL, lease_owner = NULL, lease_until = NULL \
        WHERE service = $1 AND id = $2 AND lease_epoch = $3 AND state = 'waiting'";
    RETRY = "UPDATE outbox SET next_at = $4, error = $5, lease_owner = NULL, lease_until = NULL \
        WHERE service = $1 AND id = $2 AND lease_epoch = $3 AND state = 'waiting'";
    GIVE_UP = "UPDATE outbox SET state = 'failed', sealed = $6, error = $5, next_at = $4, lease_owner = NULL, lease_until = NULL \
        WHERE service = $1 AND id = $2 AND lease_epoch = $3 AND state = 'waiting'";
    LIST = concat!("SELECT ", columns!(), " FROM outbox WHERE service = $1 AND state = $2 ORDER BY id LIMIT $3");
    GIVEN_UP_SQL = "SELECT kind, count(*), min(next_at) FROM outbox WHERE service = $1 AND state = 'failed' GROUP BY kind ORDER BY kind";
    LAST_ABOUT = concat!("SELECT ", columns!(), " FROM outbox WHERE service = $1 AND request = $2 ORDER BY created_at DESC, id DESC LIMIT 1");
    COUNT_OF = "SELECT count(*) FROM outbox WHERE service = $1 AND subject = $2";
    DELETE_OF = "DELETE FROM outbox WHERE service = $1 AND subject = $2";
}

pub(crate) fn insert(service: &str, mail: &NewMail) -> Write {
    let row = Mail {
        id: mail.id,
        kind: mail.kind.clone(),
        subject: mail.subject,
        sealed: mail.sealed.clone(),
        key_version: mail.key_version,
        state: WAITING.to_owned(),
        attempts: 0,
        created_at: mail.at,
        next_at: mail.at,
        sent_at: None,
        error: None,
        lease_owner: None,
        lease_until: None,
        lease_epoch: 0,
        request: mail.request,
    };
    Write::one("the mail", INSERT, row.cells(service))
}

/// Takes the lease on a mail as it was read; the row then has `lease_epoch + 1`. Conflict: another node has it.
pub fn lease(service: &str, mail: &Mail, owner: &str, until: Timestamp, now: Timestamp) -> Write {
    Write::one("the mail's lease", LEASE, args![service, mail.id, mail.lease_epoch, owner, until, now])
}

/// Every lease ends: who took them is dead, which only the one server of an embedded database can know.
pub fn let_go(service: &str, _: &Alone) -> Write {
    Write::any("the mails' leases", LET_GO, args![service])
}

/// It was sent; its sealed text is emptied. `epoch` is that of the lease it was sent under.
pub fn sent(service: &str, id: Uuid, epoch: i64, at: Timestamp) -> Write {
    let mut args = args![service, id, epoch, at];
    args.push(Value::Blob(vec![]));
    Write::one("the mail", SENT_SQL, args)
}

/// It could not be sent now: again at `next_at`.
pub fn retry(service: &str, id: Uuid, epoch: i64, next_at: Timestamp, error: &str) -> Write {
    Write::one("the mail", RETRY, args![service, id, epoch, next_at, error])
}

/// It is given up at `at`, which stands in `next_at` then; its sealed text is emptied.
pub fn give_up(service: &str, id: Uuid, epoch: i64, at: Timestamp, error: &str) -> Write {
    let mut args = args![service, id, epoch, at, error];
    args.push(Value::Blob(vec![]));
    Write::one("the mail", GIVE_UP, args)
}

/// All of a subject's mails go.
pub fn delete_of(service: &str, subject: Uuid) -> Write {
    Write::any("the subject's mails", DELETE_OF, args![service, subject])
}

/// Mails whose time has come and that nobody is sending.
pub async fn due(db: &Db, service: &str, now: Timestamp, limit: u32) -> Result<Vec<Mail>> {
    db.list(DUE, args![service, now, limit]).await
}

/// Mails in one state.
pub async fn list(db: &Db, service: &str, state: &str, limit: u32) -> Result<Vec<Mail>> {
    db.list(LIST, args![service, state, limit]).await
}

/// How many mails of a subject there are, in whatever state.
pub async fn count_of(db: &Db, service: &str, subject: Uuid) -> Result<u64> {
    db.one(COUNT_OF, args![service, subject]).await
}

/// What was given up, kind by kind.
pub async fn given_up(db: &Db, service: &str) -> Result<Vec<GivenUp>> {
    db.list(GIVEN_UP_SQL, args![service]).await
}

/// The last mail about a request, whatever became of it.
pub async fn last_about(db: &Db, service: &str, request: Uuid) -> Result<Option<Mail>> {
    db.find(LAST_ABOUT, args![service, request]).await
}

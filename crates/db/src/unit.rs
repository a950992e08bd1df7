//! What is written together: the only way anything gets into the database.
//!
//! A unit is all or nothing: its ledger entries, its rows, its mails. It is acknowledged when it is durable.

use jiff::Timestamp;
use ledger::{Facts, Hash};
use uuid::Uuid;

use crate::bulk::Bulk;
use crate::sql::Sql;
use crate::value::Value;

/// Entries, rows and mails that are written together or not at all.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The service all of it belongs to (`*`: the server itself).
    pub service: String,
    /// When it was submitted: the time its idempotency key is kept from.
    pub at: Timestamp,
    /// Entries for the ledger, in their order.
    pub entries: Vec<NewEntry>,
    /// Rows, in their order.
    pub writes: Vec<Write>,
    /// Mails to be sent once this is durable.
    pub outbox: Vec<NewMail>,
    /// A unit with the same key is carried out once; repeated, it answers with the first result.
    pub idempotency: Option<[u8; 32]>,
    /// Whether that key is kept for good.
    pub lasting: bool,
    /// Whose entries must still be those that it was decided from.
    pub unchanged: Option<Unchanged>,
}

/// That nothing was written about somebody since their entries were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unchanged {
    /// Whose entries.
    pub subject: Uuid,
    /// None from this index on.
    pub from: u64,
}

impl Unit {
    /// An empty unit.
    pub fn new(service: impl Into<String>, at: Timestamp) -> Self {
        Self {
            service: service.into(),
            at,
            entries: vec![],
            writes: vec![],
            outbox: vec![],
            idempotency: None,
            unchanged: None,
            lasting: false,
        }
    }

    /// With one more entry.
    #[must_use]
    pub fn entry(mut self, entry: NewEntry) -> Self {
        self.entries.push(entry);
        self
    }

    /// With one more row.
    #[must_use]
    pub fn write(mut self, write: Write) -> Self {
        self.writes.push(write);
        self
    }

    /// With more rows.
    #[must_use]
    pub fn writes(mut self, writes: impl IntoIterator<Item = Write>) -> Self {
        self.writes.extend(writes);
        self
    }

    /// With one more mail.
    #[must_use]
    pub fn mail(mut self, mail: NewMail) -> Self {
        self.outbox.push(mail);
        self
    }

    /// Carried out once under this key, as long as the key is kept ([`crate::idempotency::purge`]).
    #[must_use]
    pub fn once(mut self, key: [u8; 32]) -> Self {
        self.idempotency = Some(key);
        self
    }

    /// Only where the ledger has no entry of somebody from an index on, else the unit fails with
    /// [`crate::Error::Conflict`]: for what was decided from the entries before it.
    #[must_use]
    pub fn unchanged(mut self, subject: Uuid, from: u64) -> Self {
        self.unchanged = Some(Unchanged { subject, from });
        self
    }

    /// Carried out once under this key, which is never forgotten.
    #[must_use]
    pub fn once_for_good(mut self, key: [u8; 32]) -> Self {
        self.lasting = true;
        self.once(key)
    }
}

/// One entry for the ledger. The writer gives it its index.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// What happened: a row that can be deleted.
    pub facts: Facts,
    /// The salted commitment to the facts: permanent.
    pub commitment: Hash,
    /// The sealed body: a row of its own that can be deleted. Its SHA-256 is permanent.
    pub body: Option<Vec<u8>>,
    /// Commitment to the key that opens the body (zeros where there is none): permanent.
    pub key: Hash,
    /// Version of the subject's evidence key from which salt and body key are derived (0 where there is none).
    pub key_version: u32,
}

/// One mail for the outbox: recipient, subject and text sealed together.
#[derive(Debug, Clone)]
pub struct NewMail {
    /// Its id.
    pub id: Uuid,
    /// Which message it is, e.g. `sign-in-link`.
    pub kind: String,
    /// Whose it is, so that an erasure finds it.
    pub subject: Option<Uuid>,
    /// The request it is about, which shows when it cannot be delivered.
    pub request: Option<Uuid>,
    /// Recipient, subject line and body, sealed.
    pub sealed: Vec<u8>,
    /// Version of the key it is sealed under.
    pub key_version: u32,
    /// When it was written.
    pub at: Timestamp,
}

/// How many rows a write must change for the unit to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    /// Exactly this many, else the unit fails with [`crate::Error::Conflict`].
    Exactly(u64),
    /// However many there are.
    Any,
}

/// Rows to be written. Made by the modules of this crate only: SQL stands nowhere else.
#[derive(Debug, Clone)]
pub struct Write {
    pub(crate) what: &'static str,
    pub(crate) does: Does,
}

/// What a write carries out.
#[derive(Debug, Clone)]
pub(crate) enum Does {
    /// One statement.
    One(Sql, Vec<Value>, Expect),
    /// Many rows, several to a statement.
    Many(Bulk, Vec<Vec<Value>>),
}

impl Write {
    /// A write that must change exactly one row.
    pub(crate) fn one(what: &'static str, sql: Sql, args: Vec<Value>) -> Self {
        Self { what, does: Does::One(sql, args, Expect::Exactly(1)) }
    }

    /// A write that may change any number of rows.
    pub(crate) fn any(what: &'static str, sql: Sql, args: Vec<Value>) -> Self {
        Self { what, does: Does::One(sql, args, Expect::Any) }
    }

    /// A write that must find nothing: it stops the unit where it does.
    pub(crate) fn not_there(what: &'static str, sql: Sql, args: Vec<Value>) -> Self {
        Self { what, does: Does::One(sql, args, Expect::Exactly(0)) }
    }

    /// Many rows at once.
    pub(crate) fn many(what: &'static str, bulk: Bulk, rows: Vec<Vec<Value>>) -> Self {
        Self { what, does: Does::Many(bulk, rows) }
    }
}

/// What became of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// The indexes of its entries, in their order.
    pub indexes: Vec<u64>,
    /// Whether it had been carried out before under the same key; nothing was written now.
    pub repeated: bool,
}

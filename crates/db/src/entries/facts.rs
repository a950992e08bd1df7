//! An entry's facts as a row that can be deleted.

use jiff::Timestamp;
use ledger::{Facts, Kind};
use uuid::Uuid;

use super::Entry;
use crate::sql::row;
use crate::{Error, NewEntry, Result};

row! { columns;
    pub(crate) struct FactsRow {
        pub entry: u64,
        pub id: Uuid,
        pub at: Timestamp,
        pub kind: String,
        pub subject: Option<Uuid>,
        pub purpose: Option<String>,
        pub categories: String,
        pub recipient: Option<String>,
        pub expires: Option<Timestamp>,
        pub policy: Option<[u8; 32]>,
        pub actor: String,
        pub key_version: u32,
    }
}
pub(super) use columns;

impl FactsRow {
    pub(super) fn new(index: u64, entry: &NewEntry) -> Result<Self> {
        let facts = entry.facts.clone();
        let categories = serde_json::to_string(&facts.categories);
        Ok(Self {
            entry: index,
            id: facts.id,
            at: facts.at,
            kind: facts.kind.as_str().to_owned(),
            subject: facts.subject,
            purpose: facts.purpose,
            categories: categories.map_err(|_| Error::corrupt("ledger_facts.categories"))?,
            recipient: facts.recipient,
            expires: facts.expires,
            policy: facts.policy,
            actor: facts.actor,
            key_version: entry.key_version,
        })
    }
}

impl TryFrom<FactsRow> for Entry {
    type Error = Error;

    fn try_from(row: FactsRow) -> Result<Self> {
        let categories = serde_json::from_str(&row.categories);
        let facts = Facts {
            id: row.id,
            at: row.at,
            kind: Kind::parse(&row.kind),
            subject: row.subject,
            purpose: row.purpose,
            categories: categories.map_err(|_| Error::corrupt("ledger_facts.categories"))?,
            recipient: row.recipient,
            expires: row.expires,
            policy: row.policy,
            actor: row.actor,
        };
        Ok(Self { index: row.entry, facts, key_version: row.key_version })
    }
}

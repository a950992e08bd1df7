//! What following the ledger changes in the stored standing, many rows to a statement. None of it reads first: what
//! depends on how it stood is decided in the statement.

use uuid::Uuid;

use super::{StandingRow, columns};
use crate::bulk::Bulk;
use crate::{Value, Write};

/// A change of the stored standing.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It stands so, whatever it was.
    Put(StandingRow),
    /// It stands so where it stood in one of [`Change::OVERRIDES`]; where nothing stood, it stands in the row's state.
    /// The state it then gets is [`Change::OVERRIDDEN`].
    Override(StandingRow),
    /// It stands so, but for what was given for longer than that.
    Expire(StandingRow),
}

const HEAD: &str = concat!("INSERT INTO standing (", columns!(), ") VALUES ");
const SET: &str = " ON CONFLICT (service, subject, aspect, about) DO UPDATE SET state = excluded.state, at = excluded.at, \
    until = excluded.until, policy = excluded.policy, entry = excluded.entry";

const PUT: Bulk = Bulk { name: "standing.PUT", head: HEAD, tail: SET, columns: 9 };
const OVERRIDE: Bulk = Bulk {
    name: "standing.OVERRIDE",
    head: HEAD,
    tail: " ON CONFLICT (service, subject, aspect, about) DO UPDATE SET state = 'overridden', at = excluded.at, \
        policy = excluded.policy, entry = excluded.entry WHERE standing.state IN ('stands', 'overridden')",
    columns: 9,
};
const EXPIRE: Bulk = Bulk {
    name: "standing.EXPIRE",
    head: HEAD,
    tail: " ON CONFLICT (service, subject, aspect, about) DO UPDATE SET state = excluded.state, at = excluded.at, \
        until = excluded.until, policy = excluded.policy, entry = excluded.entry \
        WHERE NOT (standing.state = 'given' AND (standing.until IS NULL OR standing.until > excluded.at))",
    columns: 9,
};

/// Every statement of this module.
pub(crate) const BULKS: [Bulk; 3] = [PUT, OVERRIDE, EXPIRE];

impl Change {
    /// The states that can be overridden.
    pub const OVERRIDES: [&str; 2] = ["stands", "overridden"];
    /// The state of what was overridden.
    pub const OVERRIDDEN: &str = "overridden";
    /// The state of what does not run out before its time.
    pub const GIVEN: &str = "given";

    /// The row.
    #[must_use]
    pub const fn row(&self) -> &StandingRow {
        match self {
            Self::Put(row) | Self::Override(row) | Self::Expire(row) => row,
        }
    }

    /// What it changes.
    #[must_use]
    pub fn key(&self) -> (Uuid, String, String) {
        let row = self.row();
        (row.subject, row.aspect.clone(), row.about.clone())
    }

    const fn bulk(&self) -> Bulk {
        match self {
            Self::Put(_) => PUT,
            Self::Override(_) => OVERRIDE,
            Self::Expire(_) => EXPIRE,
        }
    }
}

/// The writes of these changes, each key at most once among them.
pub fn write<'a>(service: &str, changes: impl IntoIterator<Item = &'a Change>) -> Vec<Write> {
    let mut rows: [(Bulk, Vec<Vec<Value>>); 3] = [(PUT, vec![]), (OVERRIDE, vec![]), (EXPIRE, vec![])];
    for change in changes {
        let wanted = change.bulk().name;
        if let Some((_, of)) = rows.iter_mut().find(|(bulk, _)| bulk.name == wanted) {
            of.push(change.row().cells(service));
        }
    }
    rows.into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(bulk, rows)| Write::many("the standing", bulk, rows))
        .collect()
}

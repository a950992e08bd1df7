//! What becomes of each row, as the map says and the day decides: a hold is for a record and a period, never
//! for a person.

use std::collections::BTreeMap;

use jiff::civil::Date;
use policy::map::{Erase, TableMap};

use super::period;
use crate::RowKey;
use crate::read::cell;
use crate::resolve::{Part, Resolved};
use crate::walk::{Collected, Owned};

/// What becomes of one row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fate {
    Deleted,
    Anonymised,
    Kept { ground: String, until: Option<Date> },
}

/// By table and row.
#[derive(Default)]
pub(crate) struct Fates(pub(crate) BTreeMap<String, BTreeMap<RowKey, Fate>>);

impl Fates {
    pub(crate) fn of(&self, table: &str, key: &RowKey) -> Option<&Fate> {
        self.0.get(table)?.get(key)
    }

    pub(crate) fn keys(&self, table: &str, wanted: impl Fn(&Fate) -> bool) -> Vec<RowKey> {
        let rows = self.0.get(table).into_iter().flatten();
        rows.filter(|(_, fate)| wanted(fate)).map(|(key, _)| key.clone()).collect()
    }

    pub(crate) fn set(&mut self, table: &str, key: RowKey, fate: Fate) {
        self.0.entry(table.to_owned()).or_default().insert(key, fate);
    }
}

pub(super) fn decide(resolved: &Resolved<'_>, collected: &Collected, today: Date) -> Fates {
    let mut fates = Fates::default();
    for part in &resolved.parts {
        for owned in collected.rows(part.name()) {
            let fate = one(resolved, collected, part, owned, today, 0);
            fates.set(part.name(), owned.row.key.clone(), fate);
        }
    }
    fates
}

fn one(
    resolved: &Resolved<'_>,
    collected: &Collected,
    part: &Part<'_>,
    owned: &Owned,
    today: Date,
    depth: usize,
) -> Fate {
    match &part.map.erase {
        Erase::Delete => Fate::Deleted,
        Erase::Anonymise | Erase::Nothing => Fate::Anonymised,
        Erase::Keep(keep) => {
            let date = cell(part.table, &owned.row.cells, &keep.counted_from);
            match period::until(&date, &keep.period, resolved.map.financial_year_ends) {
                Some(until) if until < today => Fate::Deleted,
                until => Fate::Kept { ground: keep.ground.clone(), until },
            }
        }
        Erase::Follow(_) => follow(resolved, collected, owned, today, depth),
    }
}

/// As the row it belongs to. Rows that follow each other in a circle are deleted: nothing keeps them.
fn follow(resolved: &Resolved<'_>, collected: &Collected, owned: &Owned, today: Date, depth: usize) -> Fate {
    let parent = owned
        .parent
        .as_ref()
        .filter(|_| depth < 32)
        .and_then(|(table, key)| Some((resolved.part(table)?, collected.get(table, key)?)));
    parent.map_or(Fate::Deleted, |(part, parent)| one(resolved, collected, part, parent, today, depth + 1))
}

/// The columns blanked in rows that are kept.
pub(crate) fn blanked(table: &TableMap) -> &[String] {
    match &table.erase {
        Erase::Keep(keep) => &keep.blank,
        Erase::Follow(blank) => blank,
        _ => &[],
    }
}

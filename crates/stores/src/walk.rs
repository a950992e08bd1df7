//! From the rows that are a person to every row that is theirs: round by round along the links, in batches,
//! each row once, however the links run in circles.

use std::collections::BTreeMap;

use crate::engine::Session;
use crate::read::{self, Row, earlier_are_null, values};
use crate::resolve::{Part, Resolved};
use crate::{Error, Root, RowKey};

/// The person's rows, by table.
#[derive(Default)]
pub(crate) struct Collected {
    tables: BTreeMap<String, BTreeMap<RowKey, Owned>>,
}

/// A row and the row it belongs to.
pub(crate) struct Owned {
    pub(crate) row: Row,
    pub(crate) parent: Option<(String, RowKey)>,
}

impl Collected {
    /// The rows of a table, in the order of their keys.
    pub(crate) fn rows(&self, table: &str) -> impl Iterator<Item = &Owned> {
        self.tables.get(table).into_iter().flat_map(BTreeMap::values)
    }

    pub(crate) fn has(&self, table: &str, key: &RowKey) -> bool {
        self.tables.get(table).is_some_and(|rows| rows.contains_key(key))
    }

    pub(crate) fn get(&self, table: &str, key: &RowKey) -> Option<&Owned> {
        self.tables.get(table)?.get(key)
    }

    /// Adds rows; gives back those that were new.
    fn add(&mut self, table: &str, rows: Vec<Owned>) -> Vec<Row> {
        let known = self.tables.entry(table.to_owned()).or_default();
        let mut new = Vec::new();
        for owned in rows {
            if !known.contains_key(&owned.row.key) {
                new.push(owned.row.clone());
                known.insert(owned.row.key.clone(), owned);
            }
        }
        new
    }
}

/// Collects everything that belongs to these rows.
pub(crate) async fn walk(
    session: &mut Session,
    resolved: &Resolved<'_>,
    roots: &[Root],
) -> Result<Collected, Error> {
    let mut collected = Collected::default();
    let mut fresh: Vec<(String, Vec<Row>)> = Vec::new();
    for part in &resolved.parts {
        let keys: Vec<RowKey> =
            roots.iter().filter(|root| root.table == part.name()).map(|root| root.key.clone()).collect();
        let rows =
            read::rows(session, resolved.engine(), part.table, &part.key, &part.key, &keys, "").await?;
        let rows = rows.into_iter().map(|row| Owned { row, parent: None }).collect();
        fresh.push((part.name().to_owned(), collected.add(part.name(), rows)));
    }
    while let Some((table, rows)) = fresh.pop() {
        if !rows.is_empty() {
            follow(session, resolved, &table, &rows, &mut collected, &mut fresh).await?;
        }
    }
    Ok(collected)
}

/// One round: the rows of every table that belong to these new rows of one table.
async fn follow(
    session: &mut Session,
    resolved: &Resolved<'_>,
    table: &str,
    rows: &[Row],
    collected: &mut Collected,
    fresh: &mut Vec<(String, Vec<Row>)>,
) -> Result<(), Error> {
    let parent = resolved.get(table)?;
    for child in &resolved.parts {
        let found = children(session, resolved, parent, rows, child).await?;
        let new = collected.add(child.name(), found);
        if !new.is_empty() {
            fresh.push((child.name().to_owned(), new));
        }
    }
    Ok(())
}

async fn children(
    session: &mut Session,
    resolved: &Resolved<'_>,
    parent: &Part<'_>,
    rows: &[Row],
    child: &Part<'_>,
) -> Result<Vec<Owned>, Error> {
    let mut found = Vec::new();
    for (at, tie) in child.owners.iter().enumerate().filter(|(_, tie)| tie.parent == parent.name()) {
        let targets: BTreeMap<RowKey, RowKey> =
            rows.iter().filter_map(|row| Some((values(parent, row, &tie.to)?, row.key.clone()))).collect();
        let keys: Vec<RowKey> = targets.keys().cloned().collect();
        let earlier = earlier_are_null(child.owners.get(..at).unwrap_or_default());
        let engine = resolved.engine();
        let hits =
            read::rows(session, engine, child.table, &child.key, &tie.columns, &keys, &earlier).await?;
        found.extend(hits.into_iter().map(|row| {
            let target = values(child, &row, &tie.columns).and_then(|value| targets.get(&value).cloned());
            Owned { parent: target.map(|key| (parent.name().to_owned(), key)), row }
        }));
    }
    Ok(found)
}

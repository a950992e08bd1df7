//! Every row that is a person, page by page: by key, without reading anything else of it.

use crate::engine::Session;
use crate::engine::dialect::{beyond, quote, quote_table, select};
use crate::resolve::{Part, Resolved};
use crate::{Cell, Error, Root, RowKey};

/// The next rows after `after`, in the map's order and then by key; at most `limit`. None are left where none come.
pub(crate) async fn people(
    session: &mut Session,
    resolved: &Resolved<'_>,
    after: Option<&Root>,
    limit: usize,
) -> Result<Vec<Root>, Error> {
    let mut parts: Vec<&Part<'_>> = resolved.parts.iter().filter(|part| part.map.person.is_some()).collect();
    if let Some(root) = after {
        resolved.get(&root.table)?;
        let at = parts.iter().position(|part| part.name() == root.table).unwrap_or(parts.len());
        parts.drain(..at);
    }
    let mut found = Vec::new();
    for part in parts {
        let left = limit.saturating_sub(found.len());
        if left == 0 {
            break;
        }
        let from = after.filter(|root| root.table == part.name()).map(|root| &root.key);
        let keys = keys(session, resolved, part, from, left).await?;
        found.extend(keys.into_iter().map(|key| Root { table: part.name().to_owned(), key }));
    }
    Ok(found)
}

async fn keys(
    session: &mut Session,
    resolved: &Resolved<'_>,
    part: &Part<'_>,
    after: Option<&RowKey>,
    limit: usize,
) -> Result<Vec<RowKey>, Error> {
    let (condition, params) = match after {
        Some(key) => beyond(resolved.engine(), &part.key, key),
        None => ("1 = 1".to_owned(), vec![]),
    };
    let columns: Vec<String> = part.key.iter().map(|column| select(resolved.engine(), column)).collect();
    let order: Vec<String> = part.key.iter().map(|column| quote(&column.name)).collect();
    let sql = format!(
        "SELECT {} FROM {} WHERE {condition} ORDER BY {} LIMIT {limit}",
        columns.join(", "),
        quote_table(part.table),
        order.join(", ")
    );
    let types: Vec<&str> = part.key.iter().map(|column| column.data_type.as_str()).collect();
    let rows = session.rows(&part.table.name, sql, params, &types).await?;
    Ok(rows.iter().filter_map(|cells: &Vec<Cell>| RowKey::of(cells)).collect())
}

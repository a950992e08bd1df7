//! Reading rows in batches: by key, along a link, by an expression. The only place where SELECTs are put together.

use crate::engine::dialect::{among, for_update, quote, quote_table, select};
use crate::engine::{Param, Session};
use crate::resolve::{Part, Tie};
use crate::{Cell, Column, Engine, Error, RowKey, Table};

/// The most keys one statement is given.
pub(crate) const BATCH: usize = 2_000;

/// One row: its key and all its columns, in the catalogue's order.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) key: RowKey,
    pub(crate) cells: Vec<Cell>,
}

/// Rows of a table where `columns` are among `keys`, and a further condition (from this crate's text) holds.
pub(crate) async fn rows(
    session: &mut Session,
    engine: Engine,
    table: &Table,
    key: &[&Column],
    columns: &[&Column],
    keys: &[RowKey],
    further: &str,
) -> Result<Vec<Row>, Error> {
    let mut found = Vec::new();
    for batch in keys.chunks(BATCH) {
        let (condition, params) = among(engine, columns, batch);
        let sql =
            format!("SELECT {} FROM {} WHERE {condition}{further}", list(engine, table), quote_table(table));
        found.extend(keyed(table, key, session.rows(&table.name, sql, params, &types(table)).await?));
    }
    Ok(found)
}

/// Rows of a table under a condition made of this crate's text and bound values.
pub(crate) async fn rows_where(
    session: &mut Session,
    engine: Engine,
    table: &Table,
    key: &[&Column],
    condition: &str,
    params: Vec<Param>,
) -> Result<Vec<Row>, Error> {
    let sql = format!("SELECT {} FROM {} WHERE {condition}", list(engine, table), quote_table(table));
    Ok(keyed(table, key, session.rows(&table.name, sql, params, &types(table)).await?))
}

/// A number a query answers with.
pub(crate) async fn count(
    session: &mut Session,
    table: &Table,
    condition: &str,
    params: Vec<Param>,
) -> Result<u64, Error> {
    let sql = format!("SELECT CAST(count(*) AS TEXT) FROM {} WHERE {condition}", quote_table(table));
    let rows = session.rows(&table.name, sql, params, &["text"]).await?;
    let text = rows.first().and_then(|row| row.first()).and_then(Cell::as_text);
    Ok(text.and_then(|text| text.parse().ok()).unwrap_or(0))
}

/// Which of these rows are there still, by key.
pub(crate) async fn present(
    session: &mut Session,
    engine: Engine,
    table: &Table,
    key: &[&Column],
    keys: &[RowKey],
    lock: bool,
) -> Result<u64, Error> {
    let mut there = 0;
    for batch in keys.chunks(BATCH) {
        let (condition, params) = among(engine, key, batch);
        let lock = if lock { for_update(engine) } else { "" };
        let sql = format!("SELECT '1' FROM {} WHERE {condition}{lock}", quote_table(table));
        there += session.rows(&table.name, sql, params, &["text"]).await?.len() as u64;
    }
    Ok(there)
}

/// The condition that every earlier tie of a table is empty: the first that is not decides whose a row is.
pub(crate) fn earlier_are_null(earlier: &[Tie<'_>]) -> String {
    let empty = |tie: &Tie<'_>| {
        let parts: Vec<String> =
            tie.columns.iter().map(|column| format!("{} IS NULL", quote(&column.name))).collect();
        format!(" AND ({})", parts.join(" OR "))
    };
    earlier.iter().map(empty).collect()
}

/// The values of some columns of a row, as a key; `None` when one is null.
pub(crate) fn values(part: &Part<'_>, row: &Row, columns: &[&Column]) -> Option<RowKey> {
    pick(part.table, &row.cells, columns)
}

pub(crate) fn pick(table: &Table, cells: &[Cell], columns: &[&Column]) -> Option<RowKey> {
    let picked: Vec<Cell> = columns.iter().map(|column| cell(table, cells, &column.name)).collect();
    RowKey::of(&picked)
}

/// One value of a row.
pub(crate) fn cell(table: &Table, cells: &[Cell], column: &str) -> Cell {
    let at = table.columns.iter().position(|known| known.name == column);
    at.and_then(|at| cells.get(at)).cloned().unwrap_or(Cell::Null)
}

fn list(engine: Engine, table: &Table) -> String {
    let columns: Vec<String> = table.columns.iter().map(|column| select(engine, column)).collect();
    columns.join(", ")
}

pub(crate) fn types(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.data_type.as_str()).collect()
}

fn keyed(table: &Table, key: &[&Column], rows: Vec<Vec<Cell>>) -> Vec<Row> {
    rows.into_iter().filter_map(|cells| Some(Row { key: pick(table, &cells, key)?, cells })).collect()
}

//! A witness that trusts no map: reads every value of every table and says where a text still stands. For tests
//! (taking a column out of a map must turn them red) and for audits; it reads the whole store.

use crate::engine::Pool;
use crate::engine::dialect::{quote_table, select};
use crate::{Error, Table};

/// Where a text was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// In how many rows.
    pub rows: usize,
}

/// Every column in which one of the texts stands, as a whole or within another text, whatever the case.
///
/// # Errors
/// When the store cannot be read.
pub async fn search(url: &str, texts: &[&str]) -> Result<Vec<Seen>, Error> {
    let wanted: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let pool = Pool::open("witness", "read", url).await?;
    let schema = pool.schema().await?;
    let mut session = pool.begin().await?;
    let mut seen = Vec::new();
    for table in &schema.tables {
        let columns: Vec<String> = table.columns.iter().map(|column| select(schema.engine, column)).collect();
        let sql = format!("SELECT {} FROM {}", columns.join(", "), quote_table(table));
        let types = crate::read::types(table);
        let rows = session.rows(&table.name, sql, Vec::new(), &types).await?;
        seen.extend(look(table, &rows, &wanted));
    }
    session.rollback().await?;
    Ok(seen)
}

fn look(table: &Table, rows: &[Vec<crate::Cell>], wanted: &[String]) -> Vec<Seen> {
    let mut seen = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let text = |row: &&Vec<crate::Cell>| {
            let text = row.get(at).and_then(crate::Cell::as_text).unwrap_or_default().to_lowercase();
            wanted.iter().any(|wanted| text.contains(wanted))
        };
        let rows = rows.iter().filter(text).count();
        if rows > 0 {
            seen.push(Seen { table: table.name.clone(), column: column.name.clone(), rows });
        }
    }
    seen
}

//! PostgreSQL's catalogue.

use super::Session;
use crate::{Cell, Check, Column, Engine, Error, ForeignKey, Index, Schema, Table};

const COLUMNS: &str = "SELECT n.nspname::text, c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), \
 a.attnotnull::text, (a.attgenerated <> '' OR a.attidentity = 'a')::text, (n.nspname = current_schema())::text, \
 CASE WHEN a.atttypid IN (1042, 1043) AND a.atttypmod > 4 THEN (a.atttypmod - 4)::text END \
 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid \
 WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped \
 AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' ORDER BY n.nspname, c.relname, a.attnum";

const CONSTRAINTS: &str = "SELECT n.nspname::text, c.relname::text, con.contype::text, con.confdeltype::text, \
 (SELECT json_agg(a.attname ORDER BY k.at)::text FROM unnest(con.conkey) WITH ORDINALITY k(num, at) \
  JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.num), \
 fn.nspname::text, fc.relname::text, \
 (SELECT json_agg(a.attname ORDER BY k.at)::text FROM unnest(con.confkey) WITH ORDINALITY k(num, at) \
  JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.num), \
 pg_get_expr(con.conbin, con.conrelid) \
 FROM pg_constraint con JOIN pg_class c ON c.oid = con.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
 LEFT JOIN pg_class fc ON fc.oid = con.confrelid LEFT JOIN pg_namespace fn ON fn.oid = fc.relnamespace \
 WHERE con.contype IN ('p', 'u', 'f', 'c') AND con.conparentid = 0 ORDER BY con.oid";

const INDEXES: &str = "SELECT n.nspname::text, c.relname::text, i.indisunique::text, (i.indpred IS NULL)::text, \
 (SELECT json_agg(pg_get_indexdef(i.indexrelid, k, true) ORDER BY k)::text \
  FROM generate_series(1, i.indnkeyatts::int) k) \
 FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
 WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' ORDER BY i.indexrelid";

/// Reads the catalogue: three queries, whatever the number of tables.
pub(super) async fn read(session: &mut Session) -> Result<Schema, Error> {
    let columns = session.rows("", COLUMNS.to_owned(), Vec::new(), &[]).await?;
    let mut tables: Vec<Table> = Vec::new();
    let mut home = Vec::new();
    for row in &columns {
        let here = text(row, 6) == "true";
        let name = name(&text(row, 0), &text(row, 1), here);
        if here {
            home = vec![text(row, 0)];
        }
        if tables.last().is_none_or(|table| table.name != name) {
            tables.push(empty(name, (!here).then(|| text(row, 0)), text(row, 1)));
        }
        if let Some(table) = tables.last_mut() {
            table.columns.push(column(row));
        }
    }
    let home = home.pop().unwrap_or_default();
    for row in session.rows("", CONSTRAINTS.to_owned(), Vec::new(), &[]).await? {
        constraint(&mut tables, &home, &row);
    }
    for row in session.rows("", INDEXES.to_owned(), Vec::new(), &[]).await? {
        index(&mut tables, &home, &row);
    }
    Ok(Schema { engine: Engine::Postgres, tables })
}

fn empty(name: String, schema: Option<String>, relation: String) -> Table {
    Table {
        name,
        schema,
        relation,
        columns: Vec::new(),
        primary_key: Vec::new(),
        foreign_keys: Vec::new(),
        unique: Vec::new(),
        checks: Vec::new(),
        indexes: Vec::new(),
    }
}

fn column(row: &[Cell]) -> Column {
    Column {
        name: text(row, 2),
        data_type: text(row, 3).to_lowercase(),
        nullable: text(row, 4) != "true",
        length: text(row, 7).parse().ok(),
        generated: text(row, 5) == "true",
    }
}

fn constraint(tables: &mut [Table], home: &str, row: &[Cell]) {
    let columns = list(row, 4);
    let Some(table) = find(tables, home, row) else { return };
    match text(row, 2).as_str() {
        "p" => table.primary_key = columns,
        "u" => table.unique.push(columns),
        "c" => table.checks.push(Check { expression: text(row, 8), columns }),
        _ => table.foreign_keys.push(ForeignKey {
            columns,
            table: name(&text(row, 5), &text(row, 6), text(row, 5) == home),
            to: list(row, 7),
            cascades: text(row, 3) == "c",
        }),
    }
}

fn index(tables: &mut [Table], home: &str, row: &[Cell]) {
    let keys: Vec<String> = list(row, 4).iter().map(|key| plain(key)).collect();
    let Some(table) = find(tables, home, row) else { return };
    if text(row, 2) == "true" && !table.unique.contains(&keys) && table.primary_key != keys {
        table.unique.push(keys.clone());
    }
    if text(row, 3) == "true" {
        table.indexes.push(Index { keys });
    }
}

/// `lower((email)::text)` and `lower(email)` are the same index.
fn plain(key: &str) -> String {
    let key = key.replace("::text", "").replace('"', "");
    let inner = key.strip_prefix("lower(").and_then(|rest| rest.strip_suffix(')'));
    inner.map_or(key.clone(), |inner| format!("lower({})", inner.trim_matches(['(', ')'])))
}

fn find<'a>(tables: &'a mut [Table], home: &str, row: &[Cell]) -> Option<&'a mut Table> {
    let wanted = name(&text(row, 0), &text(row, 1), text(row, 0) == home);
    tables.iter_mut().find(|table| table.name == wanted)
}

fn name(schema: &str, relation: &str, here: bool) -> String {
    if here { relation.to_owned() } else { format!("{schema}.{relation}") }
}

fn text(row: &[Cell], at: usize) -> String {
    row.get(at).and_then(Cell::as_text).unwrap_or_default()
}

fn list(row: &[Cell], at: usize) -> Vec<String> {
    serde_json::from_str(&text(row, at)).unwrap_or_default()
}

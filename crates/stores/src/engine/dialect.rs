//! The fragments of SQL that differ between the engines, and how values pass in and out of them.

use super::Param;
use crate::{Cell, Column, Engine, RowKey, Table};

/// A name, quoted.
pub(crate) fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A table's name, quoted, with its schema where it has one to say.
pub(crate) fn quote_table(table: &Table) -> String {
    match &table.schema {
        Some(schema) => format!("{}.{}", quote(schema), quote(&table.relation)),
        None => quote(&table.relation),
    }
}

/// A column as it is selected: PostgreSQL hands every type out as its faithful text.
pub(crate) fn select(engine: Engine, column: &Column) -> String {
    let name = quote(&column.name);
    match engine {
        Engine::Sqlite => name,
        Engine::Postgres if column.data_type == "bytea" => format!("encode({name}, 'hex')"),
        Engine::Postgres => format!("{name}::text"),
    }
}

/// PostgreSQL's text of a type back into a value.
pub(crate) fn from_postgres(text: String, data_type: &str) -> Cell {
    match data_type {
        "smallint" | "integer" | "bigint" => text.parse().map_or(Cell::Text(text), Cell::Int),
        "boolean" => Cell::Bool(text == "true"),
        "real" | "double precision" => match text.parse::<f64>() {
            Ok(value) if value.is_finite() => Cell::Real(value),
            _ => Cell::Text(text),
        },
        "bytea" => unhex(&text).map_or(Cell::Text(text), Cell::Bytes),
        "json" | "jsonb" => serde_json::from_str(&text).map_or(Cell::Text(text), Cell::Json),
        _ => Cell::Text(text),
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// The type to cast a bound text to. Lengths are left off: a cast with a length cuts silently, an assignment
/// without one complains.
fn cast(column: &Column) -> String {
    let base = column.data_type.split('(').next().unwrap_or_default().trim_end();
    match base {
        "character varying" => "varchar".to_owned(),
        "character" => "bpchar".to_owned(),
        _ if base.starts_with("time") => column.data_type.clone(),
        _ if column.data_type.ends_with("[]") && !base.ends_with("[]") => format!("{base}[]"),
        _ => base.to_owned(),
    }
}

/// A text expression as a value of this column.
fn typed(column: &Column, expression: &str) -> String {
    if column.data_type == "bytea" {
        format!("decode({expression}, 'hex')")
    } else {
        format!("{expression}::{}", cast(column))
    }
}

/// One bound value as a value of this column (PostgreSQL) or as text (SQLite compares by the column's affinity).
pub(crate) fn one(engine: Engine, column: &Column, number: usize) -> String {
    match engine {
        Engine::Sqlite => format!("${number}"),
        Engine::Postgres => typed(column, &format!("${number}::text")),
    }
}

/// A condition: the row's values in `columns` are among `keys`. One bound JSON text or one list per column,
/// however many keys there are.
pub(crate) fn among(engine: Engine, columns: &[&Column], keys: &[RowKey]) -> (String, Vec<Param>) {
    let names: Vec<String> = columns.iter().map(|column| quote(&column.name)).collect();
    match engine {
        Engine::Sqlite => {
            let values: Vec<String> = (0..columns.len()).map(json_value).collect();
            let row = if names.len() == 1 { names.concat() } else { format!("({})", names.join(", ")) };
            let sql = format!("{row} IN (SELECT {} FROM json_each($1))", values.join(", "));
            (sql, vec![Param::Text(Some(json(keys)))])
        }
        Engine::Postgres => {
            let (aliases, lists) = unnest(columns.len(), 1);
            let values: Vec<String> = columns
                .iter()
                .zip(&aliases)
                .map(|(column, alias)| typed(column, &format!("u.{alias}")))
                .collect();
            let sql = format!(
                "({}) IN (SELECT {} FROM unnest({lists}) AS u({}))",
                names.join(", "),
                values.join(", "),
                aliases.join(", ")
            );
            (
                sql,
                transpose(
                    columns.len(),
                    keys.iter().map(|key| key.0.iter().map(|part| Some(part.to_text())).collect()),
                ),
            )
        }
    }
}

/// A condition: the row's key comes after this one, in the order of its columns.
pub(crate) fn beyond(engine: Engine, columns: &[&Column], key: &RowKey) -> (String, Vec<Param>) {
    let names: Vec<String> = columns.iter().map(|column| quote(&column.name)).collect();
    let row = if names.len() == 1 { names.concat() } else { format!("({})", names.join(", ")) };
    match engine {
        Engine::Sqlite => {
            let values: Vec<String> = (0..columns.len()).map(json_value).collect();
            let sql = format!("{row} > (SELECT {} FROM json_each($1))", values.join(", "));
            (sql, vec![Param::Text(Some(json(std::slice::from_ref(key))))])
        }
        Engine::Postgres => {
            let values = columns.iter().zip(1..).map(|(column, number)| one(engine, column, number));
            let sql = format!("{row} > ({})", values.collect::<Vec<_>>().join(", "));
            (sql, key.0.iter().map(|part| Param::Text(Some(part.to_text()))).collect())
        }
    }
}

/// An UPDATE that gives each row (by key) its own values.
pub(crate) fn update(
    engine: Engine,
    table: &Table,
    keys: &[&Column],
    sets: &[&Column],
    rows: &[(RowKey, Vec<Cell>)],
) -> (String, Vec<Param>) {
    let target = quote_table(table);
    match engine {
        Engine::Sqlite => {
            let width = keys.len() + sets.len();
            let values: Vec<String> = (0..width).map(|at| format!("{} AS v{at}", json_value(at))).collect();
            let (set, on) = assigned(&target, keys, sets, |_, at| format!("v.v{at}"));
            let from = format!("(SELECT {} FROM json_each($1)) AS v", values.join(", "));
            let sql = format!("UPDATE {target} SET {set} FROM {from} WHERE {on}");
            (sql, vec![Param::Text(Some(json_rows(rows)))])
        }
        Engine::Postgres => {
            let width = keys.len() + sets.len();
            let (aliases, lists) = unnest(width, 1);
            let (set, on) = assigned("t", keys, sets, |column, at| typed(column, &format!("u.c{at}")));
            let from = format!("unnest({lists}) AS u({})", aliases.join(", "));
            let sql = format!("UPDATE {target} AS t SET {set} FROM {from} WHERE {on}");
            let texts = rows.iter().map(|(key, cells)| {
                key.0.iter().map(|part| Some(part.to_text())).chain(cells.iter().map(postgres_text)).collect()
            });
            (sql, transpose(width, texts))
        }
    }
}

/// What an UPDATE sets and what it joins on: the keys' values come first, the new ones behind them.
fn assigned(
    target: &str,
    keys: &[&Column],
    sets: &[&Column],
    value: impl Fn(&Column, usize) -> String,
) -> (String, String) {
    let equal = |before: &str, columns: &[&Column], first: usize| -> Vec<String> {
        let pairs = columns.iter().zip(first..);
        pairs.map(|(column, at)| format!("{before}{} = {}", quote(&column.name), value(column, at))).collect()
    };
    let set = equal("", sets, keys.len()).join(", ");
    (set, equal(&format!("{target}."), keys, 0).join(" AND "))
}

/// A condition: the lower-cased text of the column holds a bound text.
pub(crate) fn holds(engine: Engine, column: &Column, number: usize) -> String {
    let name = quote(&column.name);
    match engine {
        Engine::Sqlite => format!("instr(lower({name}), ${number}) > 0"),
        Engine::Postgres => format!("strpos(lower({name}::text), ${number}::text) > 0"),
    }
}

/// Rows selected are locked until the transaction ends (SQLite's write transaction locks everything anyway).
pub(crate) fn for_update(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "",
        Engine::Postgres => " FOR UPDATE",
    }
}

fn json_value(at: usize) -> String {
    format!(
        "CASE json_type(value, '$[{at}]') WHEN 'object' THEN unhex(json_extract(value, '$[{at}].hex')) \
         ELSE json_extract(value, '$[{at}]') END"
    )
}

fn json(keys: &[RowKey]) -> String {
    serde_json::to_string(keys).unwrap_or_else(|_| "[]".to_owned())
}

fn json_rows(rows: &[(RowKey, Vec<Cell>)]) -> String {
    let rows: Vec<serde_json::Value> = rows
        .iter()
        .map(|(key, cells)| {
            let key = key.0.iter().map(|part| serde_json::to_value(part).unwrap_or_default());
            key.chain(cells.iter().map(sqlite_json)).collect()
        })
        .collect();
    serde_json::Value::Array(rows).to_string()
}

fn sqlite_json(cell: &Cell) -> serde_json::Value {
    match cell {
        Cell::Bytes(bytes) => serde_json::json!({ "hex": crate::value::hex(bytes) }),
        Cell::Json(value) => value.to_string().into(),
        other => other.to_json(),
    }
}

fn postgres_text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Bytes(bytes) => Some(crate::value::hex(bytes)),
        other => other.as_text(),
    }
}

fn unnest(width: usize, first: usize) -> (Vec<String>, String) {
    let aliases = (0..width).map(|at| format!("c{at}")).collect();
    let lists: Vec<String> = (0..width).map(|at| format!("${}::text[]", at + first)).collect();
    (aliases, lists.join(", "))
}

fn transpose(width: usize, rows: impl Iterator<Item = Vec<Option<String>>>) -> Vec<Param> {
    let mut columns: Vec<Vec<Option<String>>> = vec![Vec::new(); width];
    for row in rows {
        for (column, value) in columns.iter_mut().zip(row) {
            column.push(value);
        }
    }
    columns.into_iter().map(Param::Texts).collect()
}

//! SQLite's catalogue: pragmas, and the text of CREATE TABLE for what no pragma tells.

use super::Session;
use crate::{Cell, Check, Column, Engine, Error, ForeignKey, Index, Schema, Table};

const TABLES: &str = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";

const COLUMNS: &str = "SELECT m.name, p.name, lower(p.type), p.\"notnull\", p.pk, p.hidden \
 FROM sqlite_master m, pragma_table_xinfo(m.name) p WHERE m.type = 'table' ORDER BY m.name, p.cid";

const FOREIGN_KEYS: &str = "SELECT m.name, f.id, f.\"table\", f.\"from\", f.\"to\", f.on_delete \
 FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq";

const INDEXES: &str = "SELECT m.name, l.name, l.\"unique\", l.partial, i.name, x.sql, l.origin \
 FROM sqlite_master m, pragma_index_list(m.name) l, pragma_index_info(l.name) i \
 LEFT JOIN sqlite_master x ON x.name = l.name WHERE m.type = 'table' ORDER BY m.name, l.seq, i.seqno";

/// Reads the catalogue: four queries, whatever the number of tables.
pub(super) async fn read(session: &mut Session) -> Result<Schema, Error> {
    let mut tables = Vec::new();
    for row in session.rows("", TABLES.to_owned(), Vec::new(), &[]).await? {
        tables.push(empty(text(&row, 0), &text(&row, 1)));
    }
    for row in session.rows("", COLUMNS.to_owned(), Vec::new(), &[]).await? {
        column(&mut tables, &row);
    }
    for group in grouped(session.rows("", FOREIGN_KEYS.to_owned(), Vec::new(), &[]).await?) {
        foreign_key(&mut tables, &group);
    }
    for group in grouped(session.rows("", INDEXES.to_owned(), Vec::new(), &[]).await?) {
        index(&mut tables, &group);
    }
    finish(&mut tables);
    Ok(Schema { engine: Engine::Sqlite, tables })
}

fn empty(name: String, sql: &str) -> Table {
    let checks =
        checks(sql).into_iter().map(|expression| Check { expression, columns: Vec::new() }).collect();
    Table {
        relation: name.clone(),
        name,
        schema: None,
        columns: Vec::new(),
        primary_key: Vec::new(),
        foreign_keys: Vec::new(),
        unique: Vec::new(),
        checks,
        indexes: Vec::new(),
    }
}

fn column(tables: &mut [Table], row: &[Cell]) {
    let Some(table) = find(tables, &text(row, 0)) else { return };
    let data_type = text(row, 2);
    let length = data_type.split_once('(').and_then(|(kind, rest)| {
        kind.contains("char").then(|| rest.trim_end_matches(')').trim().parse().ok()).flatten()
    });
    let key = number(row, 4);
    let name = text(row, 1);
    if key > 0 {
        let at = usize::try_from(key).unwrap_or_default();
        table.primary_key.resize(table.primary_key.len().max(at), String::new());
        if let Some(slot) = table.primary_key.get_mut(at - 1) {
            slot.clone_from(&name);
        }
    }
    let nullable = number(row, 3) == 0 && key == 0;
    table.columns.push(Column { name, data_type, nullable, length, generated: number(row, 5) > 1 });
}

/// Rows that belong to one key or index: equal in their first two values.
fn grouped(rows: Vec<Vec<Cell>>) -> Vec<Vec<Vec<Cell>>> {
    let mut groups: Vec<Vec<Vec<Cell>>> = Vec::new();
    for row in rows {
        let same =
            groups.last().and_then(|group| group.first()).is_some_and(|first| first.get(..2) == row.get(..2));
        match groups.last_mut().filter(|_| same) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

fn foreign_key(tables: &mut [Table], group: &[Vec<Cell>]) {
    let Some(row) = group.first() else { return };
    let target = text(row, 2);
    // A reference may spell the table in other letters.
    let target = tables
        .iter()
        .find(|table| table.name.eq_ignore_ascii_case(&target))
        .map_or(target.clone(), |table| table.name.clone());
    let Some(table) = find(tables, &text(row, 0)) else { return };
    let columns = group.iter().map(|row| spelled(table, text(row, 3))).collect();
    let to = group.iter().map(|row| text(row, 4)).filter(|name| !name.is_empty()).collect();
    let cascades = text(row, 5).eq_ignore_ascii_case("cascade");
    table.foreign_keys.push(ForeignKey { columns, table: target, to, cascades });
}

fn spelled(table: &Table, name: String) -> String {
    table
        .columns
        .iter()
        .find(|column| column.name.eq_ignore_ascii_case(&name))
        .map_or(name, |c| c.name.clone())
}

fn index(tables: &mut [Table], group: &[Vec<Cell>]) {
    let Some(row) = group.first() else { return };
    let Some(table) = find(tables, &text(row, 0)) else { return };
    let sql = text(row, 5);
    let names = group.iter().map(|row| text(row, 4)).collect();
    let whole = number(row, 3) == 0;
    let keys = if sql.is_empty() { names } else { index_keys(&sql) };
    if number(row, 2) == 1 && text(row, 6) != "pk" && !table.unique.contains(&keys) {
        table.unique.push(keys.clone());
    }
    if whole && !table.indexes.iter().any(|index| index.keys == keys) {
        table.indexes.push(Index { keys });
    }
}

/// What no pragma says: the columns a CHECK names, the target of a reference without columns, the rowid.
fn finish(tables: &mut [Table]) {
    let keys: Vec<(String, Vec<String>)> =
        tables.iter().map(|table| (table.name.clone(), table.primary_key.clone())).collect();
    for table in tables {
        let names: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        for check in &mut table.checks {
            check.columns = names.iter().filter(|name| mentions(&check.expression, name)).cloned().collect();
        }
        for key in &mut table.foreign_keys {
            if key.to.is_empty() {
                key.to = keys
                    .iter()
                    .find(|(name, _)| *name == key.table)
                    .map(|(_, k)| k.clone())
                    .unwrap_or_default();
            }
        }
        let primary = table.primary_key.clone();
        table.indexes.push(Index { keys: primary });
    }
}

fn mentions(expression: &str, name: &str) -> bool {
    let word = |c: char| !c.is_alphanumeric() && c != '_';
    expression.split(word).any(|part| part.eq_ignore_ascii_case(name))
        || expression.contains(name) && name.contains(' ')
}

/// The expressions of the CHECK constraints in a CREATE TABLE.
fn checks(sql: &str) -> Vec<String> {
    let mut found = Vec::new();
    let upper = sql.to_ascii_uppercase();
    let mut from = 0;
    while let Some(at) = upper.get(from..).and_then(|rest| rest.find("CHECK")).map(|at| at + from) {
        from = at + "CHECK".len();
        let before = sql.get(..at).and_then(|text| text.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        if let Some(inner) = sql.get(from..).and_then(parenthesised) {
            from += inner.len();
            found.push(inner.to_owned());
        }
    }
    found
}

/// The keys of a CREATE INDEX, as the catalogue of the other engine would write them.
fn index_keys(sql: &str) -> Vec<String> {
    let inner = sql.find('(').and_then(|at| sql.get(at..)).and_then(parenthesised).unwrap_or_default();
    let mut keys = vec![String::new()];
    let mut depth = 0;
    for c in inner.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => keys.push(String::new()),
            _ => {}
        }
        let left_out = matches!(c, '"' | '[' | ']' | '`') || (c == ',' && depth == 0);
        if let Some(key) = keys.last_mut().filter(|_| !left_out) {
            key.push(c);
        }
    }
    keys.iter().map(|key| key.trim().trim_end_matches(" DESC").trim_end_matches(" ASC").to_owned()).collect()
}

/// What stands between the first parenthesis and its partner; quotes are respected.
fn parenthesised(text: &str) -> Option<&str> {
    let start = text.find('(')?;
    if !text.get(..start)?.trim().is_empty() {
        return None;
    }
    let (mut depth, mut quoted) = (0, false);
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < start) {
        match c {
            '\'' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return text.get(start + 1..at);
                }
            }
            _ => {}
        }
    }
    None
}

fn find<'a>(tables: &'a mut [Table], name: &str) -> Option<&'a mut Table> {
    tables.iter_mut().find(|table| table.name == name)
}

fn text(row: &[Cell], at: usize) -> String {
    row.get(at).and_then(Cell::as_text).unwrap_or_default()
}

fn number(row: &[Cell], at: usize) -> i64 {
    match row.get(at) {
        Some(Cell::Int(value)) => *value,
        _ => 0,
    }
}

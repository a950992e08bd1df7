//! Tables of people: identifiers there, and an index that serves the search.

use policy::map::IdentifierKind;

use super::Say;
use crate::{Finding, Schema, Table};

pub(super) fn check(say: &Say<'_>, schema: &Schema, findings: &mut Vec<Finding>) {
    for (entry, person) in say.map.people() {
        let Some(table) = schema.table(&entry.name) else { continue };
        for by in &person.identifiers {
            if table.column(&by.column).is_none() {
                let message =
                    format!("people in `{}` are found by `{}`, which is not there", table.name, by.column);
                findings.push(say.at(&table.name, Some(&by.column)).error(
                    "A0854",
                    message,
                    "correct the name",
                ));
            } else if !indexed(table, &by.column, by.kind) {
                findings.push(unindexed(say, table, &by.column, by.kind));
            }
        }
    }
}

/// An e-mail address is searched through `lower(column)`: only an index on that expression serves.
fn indexed(table: &Table, column: &str, kind: IdentifierKind) -> bool {
    let wanted = match kind {
        IdentifierKind::Email => format!("lower({})", column.to_lowercase()),
        IdentifierKind::Phone | IdentifierKind::Number => column.to_lowercase(),
    };
    let keys = table.indexes.iter().filter_map(|index| index.keys.first());
    keys.map(|key| key.to_lowercase().replace(' ', "")).any(|key| key == wanted)
}

fn unindexed(say: &Say<'_>, table: &Table, column: &str, kind: IdentifierKind) -> Finding {
    let expression =
        if kind == IdentifierKind::Email { format!("lower({column})") } else { column.to_owned() };
    let message = format!(
        "there is no index on `{expression}` of `{}`: every search reads the whole table",
        table.name
    );
    let help = format!("CREATE INDEX ON {} ({expression})", table.name);
    say.at(&table.name, Some(column)).warning("A0859", message, &help)
}

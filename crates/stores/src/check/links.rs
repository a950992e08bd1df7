//! Keys and links: each is there, each has an index, and no reference to a person is left unexplained.

use policy::map::{Link, TableMap};

use super::Say;
use crate::resolve::{key_of, takes_part};
use crate::{Finding, ForeignKey, Schema, Table};

pub(super) fn check(say: &Say<'_>, schema: &Schema, findings: &mut Vec<Finding>) {
    for entry in say.map.tables.iter().filter(|entry| takes_part(entry)) {
        let Some(table) = schema.table(&entry.name) else { continue };
        if key_of(entry, table).is_empty() {
            let message =
                format!("`{}` has no primary key, so its rows cannot be erased one by one", table.name);
            let help = "name the columns that identify a row with `key`";
            findings.push(say.at(&table.name, None).error("A0855", message, help));
        }
        for link in entry.belongs_to.iter().chain(&entry.refers_to) {
            findings.extend(missing(say, schema, table, link));
            findings.extend(unindexed(say, table, &link.columns));
        }
        undeclared(say, entry, table, findings);
        findings.extend(unreachable(say, entry, table));
    }
}

fn missing(say: &Say<'_>, schema: &Schema, table: &Table, link: &Link) -> Option<Finding> {
    let here = link.columns.iter().all(|column| table.column(column).is_some());
    let there =
        schema.table(&link.table).is_some_and(|t| link.to.iter().all(|column| t.column(column).is_some()));
    (!here || !there).then(|| {
        let message =
            format!("the link from `{}` to `{}` names a column that is not there", table.name, link.table);
        say.at(&table.name, link.columns.first().map(String::as_str)).error(
            "A0856",
            message,
            "correct the names",
        )
    })
}

/// Without an index on the columns of a link, every request reads the whole table.
fn unindexed(say: &Say<'_>, table: &Table, columns: &[String]) -> Option<Finding> {
    let first = columns.first()?;
    let indexed = table.indexes.iter().any(|index| index.keys.first().is_some_and(|key| key == first));
    (!indexed && table.column(first).is_some()).then(|| {
        let message =
            format!("there is no index on `{}.{first}`: every request will read the whole table", table.name);
        say.at(&table.name, Some(first)).warning(
            "A0857",
            message,
            "create an index that begins with this column",
        )
    })
}

/// A table that says whose its rows are must also explain its other references to people.
fn undeclared(say: &Say<'_>, entry: &TableMap, table: &Table, findings: &mut Vec<Finding>) {
    if entry.person.is_none() && entry.belongs_to.is_empty() && entry.refers_to.is_empty() {
        return;
    }
    let declared = |key: &ForeignKey| {
        entry.belongs_to.iter().chain(&entry.refers_to).any(|link| link.columns == key.columns)
    };
    let person = |key: &&ForeignKey| say.map.table(&key.table).is_some_and(|table| table.person.is_some());
    for key in table.foreign_keys.iter().filter(person).filter(|key| !declared(key)) {
        let column = key.columns.first().map(String::as_str);
        let message = format!(
            "`{}.{}` points at people in `{}`; the map does not say how",
            table.name,
            column.unwrap_or(""),
            key.table
        );
        let help = "list it under `belongs_to` if the row is theirs, under `refers_to` if it only names them";
        findings.push(say.at(&table.name, column).error("A0858", message, help));
    }
}

/// Personal columns that no link leads to would never be exported or erased.
fn unreachable(say: &Say<'_>, entry: &TableMap, table: &Table) -> Option<Finding> {
    let reached = entry.person.is_some()
        || !entry.belongs_to.is_empty()
        || (entry.refers_to.is_empty()
            && table
                .foreign_keys
                .iter()
                .any(|key| key.table != table.name && say.map.table(&key.table).is_some_and(takes_part)));
    (entry.personal() && !reached).then(|| {
        let message = format!("`{}` holds personal data, but nothing says whose", table.name);
        say.at(&table.name, None).error(
            "A0861",
            message,
            "say `belongs_to`, or `person` if each row is a person",
        )
    })
}

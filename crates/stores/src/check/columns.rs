//! Every table and every column accounted for, in both directions.

use policy::map::{Erase, TableMap};

use super::Say;
use crate::{Finding, Schema, Table};

pub(super) fn check(say: &Say<'_>, schema: &Schema, findings: &mut Vec<Finding>) {
    for table in &schema.tables {
        match say.map.table(&table.name) {
            None => findings.push(unmapped_table(say, table)),
            Some(entry) if entry.columns.is_empty() => {}
            Some(entry) => both_ways(say, entry, table, findings),
        }
    }
    for entry in say.map.tables.iter().filter(|entry| schema.table(&entry.name).is_none()) {
        let message = format!("the map has a table `{}` that the database has not", entry.name);
        findings.push(say.at(&entry.name, None).error(
            "A0853",
            message,
            "correct the name or take the table out",
        ));
    }
}

fn unmapped_table(say: &Say<'_>, table: &Table) -> Finding {
    let message = format!("the table `{}` is not in the map", table.name);
    say.at(&table.name, None).error(
        "A0851",
        message,
        "map its columns, or say `not-personal` for the whole table",
    )
}

fn both_ways(say: &Say<'_>, entry: &TableMap, table: &Table, findings: &mut Vec<Finding>) {
    for column in table.columns.iter().filter(|column| entry.column(&column.name).is_none()) {
        let message = format!("the column `{}.{}` is not in the map", table.name, column.name);
        let help = "say which field it holds, or `not-personal`";
        findings.push(say.at(&table.name, Some(&column.name)).error("A0852", message, help));
    }
    for column in entry.columns.iter().filter(|column| table.column(&column.name).is_none()) {
        let message =
            format!("the map has a column `{}.{}` that the database has not", table.name, column.name);
        findings.push(say.at(&table.name, Some(&column.name)).error(
            "A0854",
            message,
            "correct the name or take it out",
        ));
    }
    if let Erase::Keep(keep) = &entry.erase {
        findings.extend(no_date(say, table, &keep.counted_from));
    }
}

/// A period can only be counted from something that holds a date.
fn no_date(say: &Say<'_>, table: &Table, column: &str) -> Option<Finding> {
    let kind = &table.column(column)?.data_type;
    let dates = ["date", "time", "int", "text", "char", "numeric"];
    let fits = kind.is_empty() || dates.iter().any(|date| kind.contains(date));
    (!fits).then(|| {
        let message =
            format!("`{}.{column}` is of the type `{kind}`, from which no period can be counted", table.name);
        say.at(&table.name, Some(column)).error("A0862", message, "name a column with a date")
    })
}

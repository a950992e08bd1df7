//! The map held against the database: nothing unaccounted for, every link and key there, and the indexes that
//! keep a search from reading the whole table. All findings in one run.

mod columns;
mod links;
mod people;

use policy::map::StoreMap;

use crate::{Finding, Schema, Severity};

pub(crate) fn check(map: &StoreMap, schema: &Schema) -> Vec<Finding> {
    let mut findings = Vec::new();
    let say = Say { map };
    columns::check(&say, schema, &mut findings);
    links::check(&say, schema, &mut findings);
    people::check(&say, schema, &mut findings);
    findings.sort_by(|a, b| (a.severity, &a.table, &a.column).cmp(&(b.severity, &b.table, &b.column)));
    findings
}

/// Makes findings about one map.
pub(crate) struct Say<'a> {
    pub(crate) map: &'a StoreMap,
}

impl Say<'_> {
    pub(crate) fn error(
        &self,
        code: &str,
        table: &str,
        column: Option<&str>,
        message: String,
        help: &str,
    ) -> Finding {
        self.finding(Severity::Error, code, table, column, message, help)
    }

    pub(crate) fn warning(
        &self,
        code: &str,
        table: &str,
        column: Option<&str>,
        message: String,
        help: &str,
    ) -> Finding {
        self.finding(Severity::Warning, code, table, column, message, help)
    }

    fn finding(
        &self,
        severity: Severity,
        code: &str,
        table: &str,
        column: Option<&str>,
        message: String,
        help: &str,
    ) -> Finding {
        Finding {
            code: code.to_owned(),
            severity,
            store: self.map.store.clone(),
            table: Some(table.to_owned()),
            column: column.map(ToOwned::to_owned),
            message,
            help: help.to_owned(),
        }
    }
}

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

impl<'a> Say<'a> {
    /// A place to say something about.
    pub(crate) fn at(&self, table: &'a str, column: Option<&'a str>) -> Spot<'a> {
        Spot { store: &self.map.store, table, column }
    }
}

/// A table of the store, or one of its columns.
pub(crate) struct Spot<'a> {
    store: &'a str,
    table: &'a str,
    column: Option<&'a str>,
}

impl Spot<'_> {
    /// What makes the store one that must not be worked with.
    pub(crate) fn error(&self, code: &str, message: String, help: &str) -> Finding {
        Finding { severity: Severity::Error, ..self.warning(code, message, help) }
    }

    /// What makes it slow, or puts a promise at risk.
    pub(crate) fn warning(&self, code: &str, message: String, help: &str) -> Finding {
        Finding {
            code: code.to_owned(),
            severity: Severity::Warning,
            store: self.store.to_owned(),
            table: Some(self.table.to_owned()),
            column: self.column.map(ToOwned::to_owned),
            message,
            help: help.to_owned(),
        }
    }
}

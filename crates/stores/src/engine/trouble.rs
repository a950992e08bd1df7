//! From the engine's error to ours. The engine's message quotes values, so only codes and names get through.

use sqlx::error::{DatabaseError, ErrorKind};

use crate::Error;

/// What an error of the engine means.
pub(super) fn trouble(
    store: &str,
    role: &'static str,
    table: &str,
    what: &str,
    error: &sqlx::Error,
) -> Error {
    let store = store.to_owned();
    match error {
        sqlx::Error::Database(error) => database(store, role, table, what, error.as_ref()),
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => Error::Unreachable { store, what: format!("to {what}") },
        other => Error::Database { store, what: what.to_owned(), code: kind_of(other).to_owned() },
    }
}

fn kind_of(error: &sqlx::Error) -> &'static str {
    match error {
        sqlx::Error::Configuration(_) => "configuration",
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => "unreadable value",
        _ => "unknown",
    }
}

fn database(store: String, role: &'static str, table: &str, what: &str, error: &dyn DatabaseError) -> Error {
    let code = error.code().unwrap_or_default().into_owned();
    let table = if table.is_empty() { error.table().unwrap_or_default() } else { table }.to_owned();
    match error.kind() {
        ErrorKind::UniqueViolation => {
            constraint(store, table, "UNIQUE", error, "name a mask that differs from row to row")
        }
        ErrorKind::NotNullViolation => {
            constraint(store, table, "NOT NULL", error, "name a mask for the column")
        }
        ErrorKind::CheckViolation => constraint(store, table, "CHECK", error, "name a mask the check allows"),
        ErrorKind::ForeignKeyViolation => constraint(
            store,
            table,
            "FOREIGN KEY",
            error,
            "rows were added since the plan was made, or a link is missing in the map: plan again",
        ),
        _ if unreachable(&code) => Error::Unreachable { store, what: format!("to {what}") },
        _ if forbidden(&code) => Error::Forbidden { store, role, table },
        _ if unknown_name(&code) => {
            Error::Map { store, what: format!("a table or column of `{table}` is not there") }
        }
        _ => Error::Database { store, what: what.to_owned(), code },
    }
}

fn constraint(store: String, table: String, kind: &str, error: &dyn DatabaseError, help: &str) -> Error {
    let constraint = error.constraint().map_or_else(|| kind.to_owned(), |name| format!("{kind} `{name}`"));
    Error::Constraint { store, table, constraint, help: help.to_owned() }
}

/// Gone, shutting down, out of connections, or held by another transaction: all pass by themselves.
fn unreachable(code: &str) -> bool {
    let sqlite = |code: i32| matches!(code & 0xff, 5 | 6 | 10 | 14);
    match code.parse::<i32>() {
        Ok(number) if code.len() < 5 => sqlite(number),
        _ => {
            code.starts_with("08")
                || code.starts_with("57P")
                || code.starts_with("53")
                || code.starts_with("40")
        }
    }
}

fn forbidden(code: &str) -> bool {
    code == "42501"
        || code == "25006"
        || code.starts_with("28")
        || (code.len() < 5 && code.parse::<i32>().is_ok_and(|n| n & 0xff == 8))
}

fn unknown_name(code: &str) -> bool {
    matches!(code, "42P01" | "42703")
}

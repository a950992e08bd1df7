//! From the driver's errors to ours, leaving out whatever could be somebody's data.

use crate::error::Error;

/// An address that cannot be used.
pub(crate) fn url(url: &str, why: &str) -> Error {
    Error::Url { url: redacted(url), why: why.to_owned() }
}

/// An address without its password.
pub(crate) fn redacted(url: &str) -> String {
    let shown = url.split('?').next().unwrap_or_default();
    let Some((scheme, rest)) = shown.split_once("://") else { return shown.to_owned() };
    let Some((account, place)) = rest.rsplit_once('@') else { return shown.to_owned() };
    let name = account.split(':').next().unwrap_or_default();
    format!("{scheme}://{name}:…@{place}")
}

/// What a driver says when it cannot connect; no row has been near it.
pub(crate) fn connecting(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(error) => error.message().to_owned(),
        sqlx::Error::PoolTimedOut => "no free connection in time".to_owned(),
        other => other.to_string(),
    }
}

/// A statement that failed. The engine's message may quote values, so only its code is kept.
pub(crate) fn statement(what: &'static str, error: &sqlx::Error) -> Error {
    match error {
        sqlx::Error::Database(database) if database.is_unique_violation() => Error::Conflict { what },
        sqlx::Error::Database(database) => {
            let code = database.code().unwrap_or_default().into_owned();
            Error::Statement { what, hint: hint(&code), code }
        }
        sqlx::Error::PoolClosed => Error::Closed,
        sqlx::Error::Io(error) => Error::Unavailable { what, why: error.kind().to_string() },
        sqlx::Error::PoolTimedOut => {
            Error::Unavailable { what, why: "no free connection in time".to_owned() }
        }
        sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed => {
            Error::Unavailable { what, why: "the connection broke".to_owned() }
        }
        _ => Error::Statement {
            what,
            code: "driver".to_owned(),
            hint: "this is a fault in Abide, please report it",
        },
    }
}

/// A row that names an entry which its unit does not have.
pub(crate) fn unplaced(what: &'static str) -> Error {
    Error::Statement {
        what,
        code: "entry".to_owned(),
        hint: "it names an entry that its unit does not have; this is a fault in Abide, please report it",
    }
}

/// Whether carrying the same batch out once more may succeed: two nodes were in each other's way.
pub(crate) fn is_collision(error: &Error) -> bool {
    matches!(error, Error::Statement { code, .. } if matches!(code.as_str(), "40001" | "40P01" | "5" | "517"))
}

/// Whether it concerns the whole batch, not one unit in it.
pub(crate) fn is_fatal(error: &Error) -> bool {
    let lost = matches!(error, Error::Unavailable { .. } | Error::Closed);
    let machine = matches!(error, Error::Statement { code, .. } if matches!(code.as_str(), "13" | "53100" | "57P01" | "57P02" | "57P03"));
    lost || machine || is_collision(error)
}

fn hint(code: &str) -> &'static str {
    match code {
        "13" | "53100" => "the disk is full: make room, nothing of this was written",
        "8" | "1032" | "25006" => {
            "the database is read-only: check the file's permissions, or that this is not a replica"
        }
        "5" | "517" | "40001" | "40P01" => "others were writing at the same time: try again",
        "11" | "26" | "267" => "the file is damaged: restore it from a backup",
        "42501" => "the account lacks a privilege: let it own its schema",
        "787" | "23503" => "it refers to a row that is not there",
        "57P01" | "57P02" | "57P03" => "the server is stopping: try again when it is back",
        _ => "this is a fault in Abide, please report it with this code",
    }
}

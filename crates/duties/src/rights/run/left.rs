//! What is left of a person in Abide's own database after an erasure: every table that may name them or hold
//! something of theirs, but the evidence (`subject`, `request`, the ledger).

use db::{
    identifiers, links, messages, outbox, packages, records, requests, sessions, standing, steps, tokens,
};
use uuid::Uuid;

use super::start::action;
use crate::Service;
use crate::rights::Result;

/// "records (2)": each table where something is left. `request` is the one that erases: the address of its last
/// letter is still needed, sealed under the evidence key.
pub(super) async fn left(service: &Service, subject: Uuid, request: Uuid) -> Result<Vec<String>> {
    let (db, name) = (&service.db, service.name.as_str());
    let mut counts = vec![
        ("records", count(records::list(db, name, subject).await?.len())),
        ("identifiers", count(identifiers::list(db, name, subject).await?.len())),
        ("links", count(links::list(db, name, subject).await?.len())),
        ("standing", count(standing::list(db, name, subject).await?.len())),
        ("sessions", sessions::count_of(db, name, subject).await?),
        ("tokens", tokens::count_of(db, name, subject).await?),
        ("letters", outbox::count_of(db, name, subject).await?),
    ];
    for row in requests::list_of(db, name, subject).await? {
        counts.push(("requests' texts", u64::from(row.sealed.is_some())));
        counts.push(("messages", count(messages::list(db, name, row.id).await?.len())));
        counts.push(("packages", count(packages::list(db, name, row.id).await?.len())));
        let steps = steps::list(db, name, row.id).await?;
        let sealed = steps.iter().filter(|step| step.sealed.is_some());
        let stays = |step: &&steps::Step| step.request == request && step.action == action::TELL;
        counts.push(("steps' rows", count(sealed.filter(|step| !stays(step)).count())));
    }
    Ok(counts
        .into_iter()
        .filter(|(_, rows)| *rows > 0)
        .map(|(what, rows)| format!("{what} ({rows})"))
        .collect())
}

fn count(rows: usize) -> u64 {
    u64::try_from(rows).unwrap_or(u64::MAX)
}

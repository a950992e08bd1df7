//! Wrapped keys in the key database.

use db::KeyDb;
use db::keys::{ServiceKeyRow, SubjectKeyRow, delete_subject, insert_service, insert_subject};
use jiff::Timestamp;
use uuid::Uuid;
use vault::{Epoch, KeyKind, Wrapped};

use crate::error::Error;

/// Keeps a subject's new keys; durable when this returns.
pub(super) async fn insert(
    db: &KeyDb,
    service: &str,
    subject: Uuid,
    keys: [(KeyKind, Wrapped); 2],
    now: Timestamp,
) -> Result<(), Error> {
    let row = |(kind, wrapped): (KeyKind, Wrapped)| SubjectKeyRow {
        subject,
        kind: kind.as_str().to_owned(),
        version: wrapped.version,
        epoch: wrapped.epoch.0,
        wrapped: wrapped.bytes,
        created_at: now,
    };
    Ok(db.write(keys.map(|key| insert_subject(service, &row(key)))).await?)
}

/// A subject's key in its newest version.
pub(super) async fn find(
    db: &KeyDb,
    service: &str,
    subject: Uuid,
    kind: KeyKind,
) -> Result<Option<Wrapped>, Error> {
    let row = db.current_subject(service, subject, kind.as_str()).await?;
    Ok(row.map(|row| Wrapped { version: row.version, epoch: Epoch(row.epoch), bytes: row.wrapped }))
}

/// Destroys a subject's key of one kind; already gone is done.
pub(super) async fn destroy(db: &KeyDb, service: &str, subject: Uuid, kind: KeyKind) -> Result<(), Error> {
    Ok(db.write([delete_subject(service, subject, kind.as_str())]).await?)
}

/// A service's own key in its newest version.
pub(super) async fn find_own(db: &KeyDb, service: &str, kind: KeyKind) -> Result<Option<Wrapped>, Error> {
    let row = db.current_service(service, kind.as_str()).await?;
    Ok(row.map(|row| Wrapped { version: row.version, epoch: Epoch(row.epoch), bytes: row.wrapped }))
}

/// The same in one version.
pub(super) async fn find_own_at(
    db: &KeyDb,
    service: &str,
    kind: KeyKind,
    version: u32,
) -> Result<Option<Wrapped>, Error> {
    let row = db.find_service(service, kind.as_str(), version).await?;
    Ok(row.map(|row| Wrapped { version: row.version, epoch: Epoch(row.epoch), bytes: row.wrapped }))
}

/// Keeps a service's own new key. Conflict: somebody was first.
pub(super) async fn insert_own(
    db: &KeyDb,
    service: &str,
    kind: KeyKind,
    wrapped: &Wrapped,
    now: Timestamp,
) -> Result<(), Error> {
    let row = ServiceKeyRow {
        name: kind.as_str().to_owned(),
        version: wrapped.version,
        epoch: wrapped.epoch.0,
        wrapped: wrapped.bytes.clone(),
        created_at: now,
    };
    Ok(db.write([insert_service(service, &row)]).await?)
}

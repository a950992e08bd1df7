//! The record: one encrypted document with what was given, under the person's data key.

use std::collections::BTreeMap;

use db::records::Record;
use serde::{Deserialize, Serialize};
use vault::{Place, SubjectKey};

use crate::error::Error;
use crate::service::Service;

/// The document as it is sealed. Source, purpose, time and policy version stand in the row (PC-25).
#[derive(Serialize, Deserialize)]
struct Sealed {
    values: BTreeMap<String, String>,
}

/// Seals what was given for its row.
pub(super) fn seal(
    service: &Service,
    key: &SubjectKey,
    id: uuid::Uuid,
    values: &BTreeMap<String, String>,
) -> Result<Vec<u8>, Error> {
    let plain =
        serde_json::to_vec(&Sealed { values: values.clone() }).map_err(|_| Error::Damaged("record"))?;
    let plain = zeroize::Zeroizing::new(plain);
    Ok(key.seal(&place(service, id), &plain, service.entropy.as_ref())?)
}

/// What a record holds, by field (`contact.name`), opened with the subject's data key.
///
/// # Errors
/// [`Error::Vault`], where key and row do not belong together.
pub fn open(service: &Service, key: &SubjectKey, row: &Record) -> Result<BTreeMap<String, String>, Error> {
    let plain = key.open(&place(service, row.id), &row.sealed)?;
    let sealed: Sealed = serde_json::from_slice(&plain).map_err(|_| Error::Damaged("record"))?;
    Ok(sealed.values)
}

fn place(service: &Service, id: uuid::Uuid) -> Place<'_> {
    Place { service: &service.name, table: "record", id, field: "document" }
}

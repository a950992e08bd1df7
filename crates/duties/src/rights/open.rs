//! Opening a request: entry, clocks, reference, confirmation.

use policy::map::IdentifierKind;
use uuid::Uuid;

use super::{Error, Opened, RequestKind, Result};
use crate::{Service, accounts::Staff};

/// An identifier staff verified themselves (a customer number on a letter, a passport at the counter).
#[derive(Clone, Debug)]
pub struct Proven {
    /// Its kind.
    pub kind: IdentifierKind,
    /// What a number is called in the store's map (`customer-number`); empty for the other kinds.
    pub of: String,
    /// The value. Personal data.
    pub value: String,
}

/// A request that reached the staff by telephone, letter or at the counter.
#[derive(Clone, Debug)]
pub struct NewByStaff {
    /// What is asked.
    pub kind: RequestKind,
    /// What staff verified; at least one.
    pub identifiers: Vec<Proven>,
    /// What was asked, in words.
    pub detail: String,
    /// The language to answer in.
    pub lang: String,
}

/// Opens a request of a signed-in person. A second erasure while one is open gives the first one back.
pub async fn open(service: &Service, subject: Uuid, kind: RequestKind, detail: &str, lang: &str) -> Result<Opened> {
    let _ = (service, subject, kind, detail, lang);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// Opens a request for somebody staff identified, with or without an e-mail address.
pub async fn open_by_staff(service: &Service, staff: &Staff, new: NewByStaff) -> Result<Opened> {
    let _ = (service, staff, new);
    Err(Error::Unfinished("not built yet".to_owned()))
}

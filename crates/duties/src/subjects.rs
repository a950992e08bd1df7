//! Subjects and their identifiers: found by blind index, created with their keys first.

use uuid::Uuid;
use vault::IdentifierKind;

use crate::error::Error;
use crate::service::Service;

/// An identifier of a subject, opened.
#[derive(Clone)]
pub struct Identifier {
    /// Its row.
    pub id: Uuid,
    /// What it is.
    pub kind: IdentifierKind,
    /// The normalised value.
    pub value: zeroize::Zeroizing<String>,
    /// Whether it was shown to be theirs: only verified identifiers drive a search.
    pub verified: bool,
}

/// The subject with this verified identifier.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn find_verified(service: &Service, kind: IdentifierKind, value: &str) -> Result<Option<Uuid>, Error> {
    todo!()
}

/// The identifiers of a subject, verified and not.
///
/// # Errors
/// [`Error::Erased`], where its keys are gone.
pub async fn identifiers(service: &Service, subject: Uuid) -> Result<Vec<Identifier>, Error> {
    todo!()
}

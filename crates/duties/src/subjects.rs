//! Subjects and their identifiers: found by blind index, created with their keys first.
//!
//! One address is one subject: what is typed with it goes to the subject that has it, verified or
//! not; nothing of a subject is ever shown before an address of theirs is verified.

mod claim;
mod reindex;

use db::identifiers;
use uuid::Uuid;
use vault::{IdentifierKind, Place, Region, SubjectKey};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::service::Service;
pub(crate) use claim::{Claim, claim};
pub(crate) use reindex::finish_rotation;
pub use reindex::{Reindexed, rotate_indexes};

/// An identifier of a subject, opened.
#[derive(Clone)]
pub struct Identifier {
    /// Its row.
    pub id: Uuid,
    /// What it is.
    pub kind: IdentifierKind,
    /// The normalised value.
    pub value: Zeroizing<String>,
    /// Whether it was shown to be theirs: only verified identifiers drive a search.
    pub verified: bool,
}

/// The subject with this verified identifier; `None` also for what cannot be an identifier.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn find_verified(
    service: &Service,
    kind: IdentifierKind,
    value: &str,
) -> Result<Option<Uuid>, Error> {
    let Ok(identifier) = vault::normalise_in(kind, value, region(service, None)) else { return Ok(None) };
    let rows = found_by(service, &identifier).await?;
    Ok(rows.into_iter().find(|row| row.verified_at.is_some()).map(|row| row.subject))
}

/// The identifiers of a subject, verified and not.
///
/// # Errors
/// [`Error::Erased`], where its keys are gone.
pub async fn identifiers(service: &Service, subject: Uuid) -> Result<Vec<Identifier>, Error> {
    let rows = identifiers::list(&service.db, &service.name, subject).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = service.keys.data(subject).await?;
    rows.iter().map(|row| opened(service, &key, row)).collect()
}

fn opened(service: &Service, key: &SubjectKey, row: &identifiers::Identifier) -> Result<Identifier, Error> {
    let plain = key.open(&place(&service.name, row.id), &row.sealed)?;
    let value = std::str::from_utf8(&plain).map_err(|_| Error::Damaged("identifier"))?;
    let kind = IdentifierKind::parse(&row.kind).ok_or(Error::Damaged("kind of identifier"))?;
    let (id, verified) = (row.id, row.verified_at.is_some());
    Ok(Identifier { id, kind, value: Zeroizing::new(value.to_owned()), verified })
}

/// Every row with this identifier, under whichever key it is hashed: of no, one or several subjects. As many looks for
/// what is known as for what is not.
pub(crate) async fn found_by(
    service: &Service,
    identifier: &vault::Identifier,
) -> Result<Vec<identifiers::Identifier>, Error> {
    service.keys.follow_index(identifier.kind()).await?;
    let mut rows = Vec::new();
    for key in service.keys.indexes(identifier.kind())? {
        let (kind, blind) = (identifier.kind().as_str(), key.index(identifier));
        rows.extend(identifiers::find_by_blind(&service.db, &service.name, kind, &blind).await?);
    }
    Ok(rows)
}

/// The hashes of an identifier under every key by which it may be found.
pub(crate) fn blinds(service: &Service, identifier: &vault::Identifier) -> Result<Vec<[u8; 32]>, Error> {
    Ok(service.keys.indexes(identifier.kind())?.iter().map(|key| key.index(identifier)).collect())
}

/// The verified addresses of a subject, for letters to them; the one verified first comes first.
///
/// # Errors
/// [`Error::Erased`], where its keys are gone.
pub async fn verified_emails(service: &Service, subject: Uuid) -> Result<Vec<Zeroizing<String>>, Error> {
    let all = identifiers(service, subject).await?;
    Ok(all
        .into_iter()
        .filter(|one| one.verified && one.kind == IdentifierKind::Email)
        .map(|one| one.value)
        .collect())
}

/// Where an identifier's value is sealed.
pub(crate) fn place(service: &str, id: Uuid) -> Place<'_> {
    Place { service, table: "identifier", id, field: "value" }
}

/// Where a telephone number without a country prefix is: in the country the person states, else in the controller's.
pub(crate) fn region(service: &Service, stated: Option<&str>) -> Option<&'static Region> {
    let code = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    Region::of(stated.map(str::trim).filter(|text| code(text)).unwrap_or(&service.policy.controller.country))
}

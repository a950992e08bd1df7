//! Subjects and their identifiers: found by blind index, created with their keys first.
//!
//! One address is one subject: what is typed with it goes to the subject that has it, verified or
//! not; nothing of a subject is ever shown before an address of theirs is verified.

mod claim;

use db::identifiers;
use uuid::Uuid;
use vault::{IdentifierKind, Place};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::service::Service;
pub(crate) use claim::{Claim, claim};

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
    let Ok(identifier) = vault::normalise_in(kind, value, calling_code(service)) else { return Ok(None) };
    let blind = service.keys.index(kind)?.index(&identifier);
    let rows = identifiers::find_by_blind(&service.db, &service.name, kind.as_str(), &blind).await?;
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
    rows.into_iter()
        .map(|row| {
            let plain = key.open(&place(&service.name, row.id), &row.sealed)?;
            let value = std::str::from_utf8(&plain).map_err(|_| Error::Damaged("identifier"))?;
            let kind = IdentifierKind::parse(&row.kind).ok_or(Error::Damaged("kind of identifier"))?;
            Ok(Identifier {
                id: row.id,
                kind,
                value: Zeroizing::new(value.to_owned()),
                verified: row.verified_at.is_some(),
            })
        })
        .collect()
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

/// The calling code of the controller's country: what a number without one is read with.
pub(crate) fn calling_code(service: &Service) -> Option<&'static str> {
    calling_code_of(&service.policy.controller.country)
}

/// The calling code of a country (ITU-T E.164), for those that services come from so far.
pub(crate) fn calling_code_of(country: &str) -> Option<&'static str> {
    let codes = [
        ("NO", "47"),
        ("SE", "46"),
        ("DK", "45"),
        ("FI", "358"),
        ("IS", "354"),
        ("DE", "49"),
        ("FR", "33"),
        ("NL", "31"),
        ("BE", "32"),
        ("GB", "44"),
        ("IE", "353"),
        ("ES", "34"),
        ("PT", "351"),
        ("IT", "39"),
        ("PL", "48"),
        ("AT", "43"),
        ("CH", "41"),
        ("US", "1"),
        ("CA", "1"),
    ];
    codes.into_iter().find(|(known, _)| *known == country).map(|(_, code)| code)
}

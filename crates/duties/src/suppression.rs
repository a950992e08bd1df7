//! Who must not come back by an import: whoever was erased, and whoever said no before Abide knew them. Kept is a keyed
//! hash of what names them, under a key of its own, for a period of its own.
//!
//! Contract: nobody is found by it who is not asked for by name; it stands in no way of what people do themselves, and
//! what they said since counts more. What is put in stands on the ledger in the same unit, with the hashes sealed under
//! the day's key, so that a replay after a restore puts it in again and nobody can once that day's backups are gone.
//!
//! Absences: no address, no subject, no list: a list that is thrown away takes nothing back. The key is not rotated: what
//! would have to be hashed anew is not there. Times are exact, because what is said the same day counts: who holds the
//! database and the key, and asks for an address, can match the time with an erasure of that moment.

use db::suppressions::{self, Suppression};
use db::{NewEntry, Write};
use jiff::{Span, Timestamp};
use ledger::Kind;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{Epoch, Identifier, IdentifierKind, Place, Region, SubjectKey};

use crate::entries;
use crate::error::Error;
use crate::service::Service;

/// The purpose under which a policy says why and how long it remembers who must not come back.
pub const PURPOSE: &str = "suppression-list";
/// For how many years, where the policy does not say.
const YEARS: i64 = 3;
/// What stands in the place of a purpose where everything is meant.
const EVERYTHING: &str = "";

/// Where one comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// An erasure.
    Erasure,
    /// A list of the company's.
    List,
}

impl Origin {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Erasure => "erasure",
            Self::List => "list",
        }
    }
}

/// Until when what is taken in at a moment stands.
pub(crate) fn until(service: &Service, at: Timestamp) -> Timestamp {
    let length = service.policy.purpose(PURPOSE).map(|purpose| purpose.keep.length.span());
    let at = at.to_zoned(policy::clock::zone(&service.policy));
    // a policy's period that no calendar holds is for ever
    at.checked_add(length.unwrap_or_else(|| Span::new().years(YEARS)))
        .map_or(Timestamp::MAX, |end| end.timestamp())
}

/// The row that stops an identifier, against a purpose or against everything.
pub(crate) fn row(
    service: &Service,
    identifier: &Identifier,
    purpose: Option<&str>,
    origin: Origin,
    said_at: Timestamp,
) -> Result<Suppression, Error> {
    let key = service.keys.suppression()?;
    let now = service.now();
    Ok(Suppression {
        hash: key.index(identifier),
        purpose: purpose.unwrap_or(EVERYTHING).to_owned(),
        key_version: key.version(),
        source: origin.as_str().to_owned(),
        said_at,
        taken_at: now,
        until: until(service, now),
    })
}

/// The country of telephone numbers that the company's own lists write without a prefix.
#[must_use]
pub fn home(service: &Service) -> Option<&'static Region> {
    Region::of(&service.policy.controller.country)
}

/// An identifier in its one spelling: of a kind (`email`, `phone`, `number`), or, where none is named, as its form says. A
/// number has its name before it (`customer:1042`). None where it is none.
#[must_use]
pub fn identifier(service: &Service, kind: Option<&str>, text: &str) -> Option<Identifier> {
    let kind = match kind {
        Some(name) => IdentifierKind::parse(name)?,
        None if text.contains('@') => IdentifierKind::Email,
        None if text.contains(':') => IdentifierKind::Number,
        None => IdentifierKind::Phone,
    };
    let named = kind != IdentifierKind::Number || text.contains(':');
    vault::normalise_in(kind, text, home(service)).ok().filter(|_| named)
}

/// What stands against an identifier now.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub(crate) async fn standing(service: &Service, identifier: &Identifier) -> Result<Vec<Suppression>, Error> {
    let hash = service.keys.suppression()?.index(identifier);
    let mut rows = suppressions::find(&service.db, &service.name, &hash).await?;
    let now = service.now();
    rows.retain(|row| row.until > now);
    Ok(rows)
}

/// Whether one stands against everything.
pub(crate) fn is_whole(row: &Suppression) -> bool {
    row.purpose == EVERYTHING
}

/// Whether a yes to a purpose is from before somebody said no to it.
pub(crate) fn is_older(row: &Suppression, purpose: &str, yes: Timestamp) -> bool {
    yes <= row.said_at && (is_whole(row) || row.purpose == purpose)
}

/// Whether an identifier is stopped for a purpose; with none: from coming in at all.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn is_suppressed(
    service: &Service,
    identifier: &Identifier,
    purpose: Option<&str>,
) -> Result<bool, Error> {
    let rows = standing(service, identifier).await?;
    Ok(rows.iter().any(|row| is_whole(row) || purpose == Some(row.purpose.as_str())))
}

/// How many identifiers are stopped now.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn count(service: &Service) -> Result<u64, Error> {
    Ok(suppressions::count(&service.db, &service.name, service.now()).await?)
}

/// The unit holds only where the identifier is not stopped from coming in when it is written.
pub(crate) fn not_stopped(service: &Service, identifier: &Identifier) -> Result<Write, Error> {
    let hash = service.keys.suppression()?.index(identifier);
    Ok(suppressions::none(&service.name, &hash, service.now()))
}

/// What somebody new said no to before: the objections that stand from the first moment. What rests on consent needs
/// none: without one it is not allowed.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub(crate) async fn objections(
    service: &Service,
    key: &SubjectKey,
    subject: Uuid,
    identifier: &Identifier,
) -> Result<Vec<NewEntry>, Error> {
    let rows = standing(service, identifier).await?;
    let can = |row: &&Suppression| can_object(service, row);
    rows.iter().filter(can).map(|row| objection(service, key, subject, &row.purpose)).collect()
}

/// The same of somebody who was here before, and has shown an address to be theirs: but for what they said something
/// about since.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub(crate) async fn objections_since(
    service: &Service,
    key: &SubjectKey,
    subject: Uuid,
    identifier: &Identifier,
) -> Result<Vec<NewEntry>, Error> {
    let rows = standing(service, identifier).await?;
    let told = db::entries::list_of(&service.db, &service.name, subject).await?;
    let since = |row: &&Suppression| told.iter().any(|entry| is_word_on(&entry.facts, row));
    let new = rows.iter().filter(|row| can_object(service, row) && !since(row));
    new.map(|row| objection(service, key, subject, &row.purpose)).collect()
}

fn can_object(service: &Service, row: &Suppression) -> bool {
    service.policy.purpose(&row.purpose).is_some_and(|purpose| purpose.basis.can_object())
}

/// Whether an entry says something about what a row stops: after it, or the same.
fn is_word_on(facts: &ledger::Facts, row: &Suppression) -> bool {
    let of_it = facts.purpose.as_deref().is_none_or(|name| name == row.purpose);
    let same = facts.kind == Kind::Objection;
    of_it && (same || facts.kind == Kind::ObjectionWithdrawn && facts.at > row.said_at)
}

/// That somebody objects to a purpose.
pub(crate) fn objection(
    service: &Service,
    key: &SubjectKey,
    subject: Uuid,
    purpose: &str,
) -> Result<NewEntry, Error> {
    let mut facts = entries::facts(service, Kind::Objection, Some(subject), entries::ABIDE);
    facts.purpose = Some(purpose.to_owned());
    entries::entry(service, key, facts, None)
}

/// What the entry's sealed body says.
#[derive(Serialize, Deserialize)]
struct Body {
    origin: String,
    identifiers: usize,
    /// The day whose key sealed the rows.
    day: u32,
    /// The rows: opened by a replay as long as the day's backups live, afterwards by nobody.
    rows: Vec<u8>,
}

/// A row as it is sealed.
#[derive(Serialize, Deserialize)]
struct Stopped {
    hash: [u8; 32],
    purpose: String,
    key_version: u32,
    source: String,
    said_at: Timestamp,
    taken_at: Timestamp,
    until: Timestamp,
}

/// The rows and the entry that tells of them, for one unit. The entry concerns nobody: whose it is, the hashes say to no
/// one. None of the rows may be there twice.
pub(crate) fn put(service: &Service, rows: &[Suppression]) -> Result<(Write, NewEntry), Error> {
    let facts = entries::facts(service, Kind::Suppressed, None, entries::ABIDE);
    let day = service.keys.today(service.now(), service.entropy.as_ref())?;
    let all: Vec<Stopped> = rows.iter().map(Stopped::of).collect();
    let plain = serde_json::to_vec(&all).map_err(|_| Error::Damaged("suppressions"))?;
    let sealed = day.seal(&place(service, facts.id), &plain, service.entropy.as_ref())?;
    let body = Body {
        origin: rows.first().map_or_else(String::new, |row| row.source.clone()),
        identifiers: rows.len(),
        day: day.epoch().0,
        rows: sealed,
    };
    let body = serde_json::to_vec(&body).map_err(|_| Error::Damaged("suppressions"))?;
    let entry = entries::entry(service, &service.keys.service_evidence()?, facts, Some(&body))?;
    Ok((suppressions::put(&service.name, rows), entry))
}

/// What an entry that is replayed put in, to be put in again; none of another kind.
///
/// # Errors
/// [`Error::Damaged`], where it cannot be opened any more: then nobody knows who is to be stopped.
pub(crate) fn again(service: &Service, entry: &NewEntry) -> Result<Option<Write>, Error> {
    let Some(sealed) = entry.body.as_ref().filter(|_| entry.facts.kind == Kind::Suppressed) else {
        return Ok(None);
    };
    const WHAT: &str = "suppressions since the backup";
    let key = service.keys.service_evidence()?.entry_key(entry.facts.id)?;
    let plain = key.open(&service.name, sealed)?;
    let body: Body = serde_json::from_slice(&plain).map_err(|_| Error::Damaged(WHAT))?;
    let day = service.keys.day(Epoch(body.day))?.ok_or(Error::Damaged(WHAT))?;
    let plain = day.open(&place(service, entry.facts.id), &body.rows)?;
    let all: Vec<Stopped> = serde_json::from_slice(&plain).map_err(|_| Error::Damaged(WHAT))?;
    let rows: Vec<Suppression> = all.into_iter().map(Stopped::back).collect();
    Ok(Some(suppressions::put(&service.name, &rows)))
}

fn place(service: &Service, entry: Uuid) -> Place<'_> {
    Place { service: &service.name, table: "suppression", id: entry, field: "rows" }
}

impl Stopped {
    fn of(row: &Suppression) -> Self {
        let Suppression { hash, key_version, said_at, taken_at, until, .. } = *row;
        let (purpose, source) = (row.purpose.clone(), row.source.clone());
        Self { hash, purpose, key_version, source, said_at, taken_at, until }
    }

    fn back(self) -> Suppression {
        let Self { hash, purpose, key_version, source, said_at, taken_at, until } = self;
        Suppression { hash, purpose, key_version, source, said_at, taken_at, until }
    }
}

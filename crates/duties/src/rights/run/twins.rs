//! Other subjects of the same person. Two nodes that take the same address at once make two of it (`crate::locks`);
//! an erasure takes them along, or does not run: it never forgets one.

use std::collections::BTreeSet;

use db::identifiers::{self, Identifier};
use db::requests::{self, Request};
use db::subjects;
use uuid::Uuid;
use vault::IdentifierKind;

use crate::Service;
use crate::rights::{Error, RequestKind, Result};

/// What other subjects with this one's verified identifiers mean for its erasure.
#[derive(Default)]
pub(in crate::rights) struct Others {
    /// This one over again: erased with it.
    twins: Vec<Uuid>,
    /// What they still wait for.
    pub open: Vec<Request>,
    /// One shows identifiers of its own: it may be somebody else, who shares an address, and staff must open an
    /// erasure for it too.
    pub shared: bool,
}

/// The subjects that are this one over again, to be erased with it. Refuses where one of them still waits for
/// something, or may be somebody else.
pub(super) async fn twins(service: &Service, subject: Uuid) -> Result<Vec<Uuid>> {
    let others = others(service, subject).await?;
    match (others.open.is_empty(), others.shared) {
        (false, _) => Err(Error::OthersOpen),
        (true, true) => Err(Error::Shared),
        (true, false) => Ok(others.twins),
    }
}

/// Everybody else who has one of the subject's verified identifiers.
pub(in crate::rights) async fn others(service: &Service, subject: Uuid) -> Result<Others> {
    let (db, name) = (&service.db, service.name.as_str());
    let own = own(service, subject).await?;
    let mut others = Others::default();
    for other in holders(service, &own).await? {
        if other == subject || subjects::get(db, name, other).await?.state != subjects::ACTIVE {
            continue;
        }
        let mut open = requests::list_of(db, name, other).await?;
        open.retain(|row| row.closed_at.is_none());
        let erasure = || open.iter().any(|row| row.kind == RequestKind::Erasure.as_str());
        match alike(&own, &identifiers::list(db, name, other).await?) {
            Alike::Somebody => {}
            Alike::Same if open.is_empty() => others.twins.push(other),
            Alike::Same => others.open.extend(open),
            Alike::Unsure => others.shared |= !erasure(),
        }
    }
    Ok(others)
}

/// The hashes by which somebody with the same identifier is found, by kind: while an index key is replaced, two of each.
type Own = BTreeSet<(String, [u8; 32])>;

async fn own(service: &Service, subject: Uuid) -> Result<Own> {
    let rows = identifiers::list(&service.db, &service.name, subject).await?;
    let finding: BTreeSet<Uuid> = rows.iter().filter(|row| finds_a_person(row)).map(|row| row.id).collect();
    let mut own = Own::new();
    for one in subjects_of(service, subject).await?.iter().filter(|one| finding.contains(&one.id)) {
        let normal = vault::normalise(one.kind, &one.value).map_err(crate::Error::from)?;
        let blinds = crate::subjects::blinds(service, &normal)?;
        own.extend(blinds.into_iter().map(|blind| (one.kind.as_str().to_owned(), blind)));
    }
    Ok(own)
}

/// What is known of the subject; nothing once their key is gone, as nothing of it is left then.
async fn subjects_of(service: &Service, subject: Uuid) -> Result<Vec<crate::subjects::Identifier>> {
    match crate::subjects::identifiers(service, subject).await {
        Err(crate::Error::Erased) => Ok(Vec::new()),
        found => Ok(found?),
    }
}

/// A telephone may be a family's; it never joins two people.
fn finds_a_person(row: &Identifier) -> bool {
    row.verified_at.is_some() && row.blind.is_some() && row.kind != IdentifierKind::Phone.as_str()
}

/// Everybody who has one of these identifiers, verified or not.
async fn holders(service: &Service, own: &Own) -> Result<BTreeSet<Uuid>> {
    let mut holders = BTreeSet::new();
    for (kind, blind) in own {
        let rows = identifiers::find_by_blind(&service.db, &service.name, kind, blind).await?;
        holders.extend(rows.into_iter().map(|row| row.subject));
    }
    Ok(holders)
}

enum Alike {
    /// The same person: nothing verified there that is not verified here.
    Same,
    /// The same verified address, and others besides.
    Unsure,
    /// Somebody else, who wrote the address somewhere.
    Somebody,
}

fn alike(own: &Own, theirs: &[Identifier]) -> Alike {
    let ours = |row: &&Identifier| row.blind.is_some_and(|blind| own.contains(&(row.kind.clone(), blind)));
    let verified: Vec<&Identifier> = theirs.iter().filter(|row| row.verified_at.is_some()).collect();
    if verified.is_empty() {
        // what is typed with an address belongs to whoever has it, as long as no other address is with it
        let email = |row: &&Identifier| row.kind == IdentifierKind::Email.as_str();
        let all = theirs.iter().filter(email).all(|row| ours(&row));
        return if all { Alike::Same } else { Alike::Somebody };
    }
    match (verified.iter().all(ours), verified.iter().any(ours)) {
        (true, _) => Alike::Same,
        (false, true) => Alike::Unsure,
        (false, false) => Alike::Somebody,
    }
}

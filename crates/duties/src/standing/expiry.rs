//! Consents that ran out are written down as such. A decision never waits for it: it sees the consent's end itself.

use db::standing as stored;
use db::standing::StandingRow;
use db::subjects;
use ledger::Kind;

use super::rows::aspect;
use crate::entries::{self, ABIDE};
use crate::error::Error;
use crate::service::Service;

/// Consents that one round writes down at most.
const ROUND: u32 = 256;

/// Writes an entry for each consent that ran out; how many. Each is written once, whichever node comes first; one that
/// was given anew meanwhile stands (`facts`).
///
/// # Errors
/// [`Error`], where a database or the key source does not answer; the next round goes on.
pub async fn expire(service: &Service) -> Result<usize, Error> {
    let now = service.now();
    let given = db::standing::Change::GIVEN;
    let ended = stored::ended(&service.db, &service.name, aspect::CONSENT, given, now, ROUND).await?;
    let mut written = 0;
    for row in &ended {
        written += usize::from(expired(service, row).await?);
    }
    Ok(written)
}

async fn expired(service: &Service, row: &StandingRow) -> Result<bool, Error> {
    let now = service.now();
    let all = db::entries::list_of(&service.db, &service.name, row.subject).await?;
    // given anew, refused or withdrawn since: the stored standing may not have followed that yet
    let now_stands = super::expected(&service.name, &all, u64::MAX);
    let same = |one: &&StandingRow| one.aspect == row.aspect && one.about == row.about;
    let over = now_stands.iter().find(same).is_some_and(|one| {
        one.state == db::standing::Change::GIVEN && one.until.is_some_and(|until| until <= now)
    });
    if !over {
        return Ok(false);
    }
    let key = match service.keys.evidence(row.subject).await {
        Err(Error::Erased) => return Ok(false),
        key => key?,
    };
    let mut facts = entries::facts(service, Kind::ConsentExpired, Some(row.subject), ABIDE);
    facts.purpose = Some(row.about.clone());
    let entry = entries::entry(service, &key, facts, None)?;
    let once = ledger::sha256(format!("consent-expired\n{}", row.entry).as_bytes()).0;
    let unit = service.unit().once(once).write(subjects::hold(&service.name, row.subject)).entry(entry);
    match service.submit(unit).await {
        // erased meanwhile
        Err(Error::Db(error)) if error.is_conflict() => Ok(false),
        done => Ok(!done?.repeated),
    }
}

//! Choices: taking a consent back, objecting, a stop to using the data.

use db::{NewEntry, subjects};
use gate::Standing;
use ledger::Kind;
use uuid::Uuid;
use vault::SubjectKey;

use crate::entries::{self, PERSON};
use crate::error::Error;
use crate::service::Service;

/// A choice about all there is, as a person makes it by asking for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// Every consent that is active, taken back (Art. 7(3)).
    Withdrawal,
    /// Against every purpose one can object to, and all marketing (Art. 21).
    Objection,
    /// Storage and nothing else (Art. 18).
    Restriction,
}

/// Takes one consent back, at once. Where none is active nothing is written: a second click changes nothing.
///
/// # Errors
/// [`Error::Erased`] for somebody who is erased; [`Error::Db`].
pub async fn withdraw(service: &Service, subject: Uuid, purpose: &str) -> Result<(), Error> {
    let standing = super::of(service, subject).await?;
    let active = standing.consents.get(purpose).is_some_and(|given| given.is_active(service.now()));
    if !active {
        return Ok(());
    }
    let key = service.keys.evidence(subject).await?;
    let entry = entry(service, &key, subject, Kind::ConsentWithdrawn, Some(purpose), PERSON)?;
    let unit = service.unit().write(subjects::hold(&service.name, subject)).entry(entry);
    service.submit(unit).await.map(|_| ())
}

/// What a choice changes, from this moment.
pub(crate) async fn entries_for(
    service: &Service,
    key: &SubjectKey,
    subject: Uuid,
    choice: Choice,
    actor: &str,
) -> Result<Vec<NewEntry>, Error> {
    let standing = super::of(service, subject).await?;
    let changes: Vec<(Kind, Option<&str>)> = match choice {
        Choice::Withdrawal => {
            active(service, &standing).map(|name| (Kind::ConsentWithdrawn, Some(name))).collect()
        }
        Choice::Objection => objections(service).map(|purpose| (Kind::Objection, purpose)).collect(),
        Choice::Restriction => vec![(Kind::RestrictionSet, None)],
    };
    changes.into_iter().map(|(kind, of)| entry(service, key, subject, kind, of, actor)).collect()
}

/// What taking a choice back undoes: an objection no longer stands, a restriction ends. A consent taken back stays so:
/// it is given again where it was given.
pub(crate) async fn entries_back(
    service: &Service,
    subject: Uuid,
    choice: Choice,
    actor: &str,
) -> Result<Vec<NewEntry>, Error> {
    let changes: Vec<(Kind, Option<&str>)> = match choice {
        Choice::Objection => objections(service).map(|purpose| (Kind::ObjectionWithdrawn, purpose)).collect(),
        Choice::Restriction => vec![(Kind::RestrictionLifted, None)],
        Choice::Withdrawal => return Ok(Vec::new()),
    };
    let key = service.keys.evidence(subject).await?;
    changes.into_iter().map(|(kind, of)| entry(service, &key, subject, kind, of, actor)).collect()
}

/// That the company's grounds prevail over an objection to one purpose (Art. 21(1)).
pub(crate) async fn overridden(
    service: &Service,
    subject: Uuid,
    purpose: &str,
    actor: &str,
) -> Result<NewEntry, Error> {
    let key = service.keys.evidence(subject).await?;
    entry(service, &key, subject, Kind::ObjectionOverridden, Some(purpose), actor)
}

/// The purposes with an active consent.
fn active<'a>(service: &Service, standing: &'a Standing) -> impl Iterator<Item = &'a str> {
    let now = service.now();
    standing.consents.iter().filter(move |(_, given)| given.is_active(now)).map(|(name, _)| name.as_str())
}

/// All marketing (Art. 21(2)), and each purpose that rests on an interest or a public task (Art. 21(1)).
fn objections(service: &Service) -> impl Iterator<Item = Option<&str>> {
    let purposes = service.policy.purposes.iter().filter(|purpose| purpose.basis.can_object());
    std::iter::once(None).chain(purposes.map(|purpose| Some(purpose.name.as_str())))
}

fn entry(
    service: &Service,
    key: &SubjectKey,
    subject: Uuid,
    kind: Kind,
    purpose: Option<&str>,
    actor: &str,
) -> Result<NewEntry, Error> {
    let mut facts = entries::facts(service, kind, Some(subject), actor);
    facts.purpose = purpose.map(ToOwned::to_owned);
    entries::entry(service, key, facts, None)
}

//! Refusing bulk (PC-19): who is not declared for it gets nobody's data, and whoever asks for many people's is told of to
//! the privacy leads, by mail and in the console.
//!
//! Contract: nothing is given out here; what is counted was refused already. What is asked one by one adds up over a day,
//! so that an export in small pieces is noticed like a large one. The leads are told once a day and recipient.
//!
//! Absences: nobody whose data was asked for is kept, so that somebody asked for twice counts twice.

use db::refused_exports::{self, RefusedExport};
use jiff::Timestamp;
use policy::Policy;

use crate::accounts::operator;
use crate::error::Error;
use crate::mail::{self, Letter};
use crate::service::Service;
use crate::standing::audience::{self, Filter};

/// How long an attempt stands in the console, in days.
const SHOWN: u32 = 30;
/// How long it is kept at all, in days.
const KEPT: u32 = 365;
/// The longest name of a recipient that is kept as it was asked, in bytes.
const LONGEST: usize = 64;

/// Stands for a recipient whose name is none.
pub const UNNAMED: &str = "?";

/// What asking for people's data for a recipient amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighed {
    /// The purpose shares with this recipient: the gate decides person by person.
    Declared,
    /// It does not: refused.
    Undeclared,
    /// It does not, and it is more people than the policy allows: refused, and the leads are told.
    Bulk,
}

/// Weighs it by the policy.
#[must_use]
pub fn weigh(policy: &Policy, purpose: &str, recipient: &str, people: u64) -> Weighed {
    let shares = policy.purpose(purpose).is_some_and(|one| one.shares_with.iter().any(|to| to == recipient));
    if shares && policy.recipient(recipient).is_some() {
        return Weighed::Declared;
    }
    match &policy.bulk {
        Some(bulk) if people > u64::from(bulk.more_than) => Weighed::Bulk,
        _ => Weighed::Undeclared,
    }
}

/// Whether an audience is for a recipient that its purpose does not share with: nobody is named then, and it counts.
#[must_use]
pub fn is_undeclared(service: &Service, asked: &Filter) -> bool {
    let policy = &service.policy;
    let weighed = |recipient: &String| weigh(policy, &asked.purpose, recipient, 0) != Weighed::Declared;
    policy.purpose(&asked.purpose).is_some() && asked.recipient.as_ref().is_some_and(weighed)
}

/// Counts what was refused to a recipient that is not declared for the purpose; tells the leads once it is bulk.
/// Where the policy has no rule of bulk, or the recipient is declared and was refused for another reason, nothing is counted.
///
/// # Errors
/// [`Error`], where the database or the keys do not answer.
pub async fn refused(service: &Service, purpose: &str, recipient: &str, people: u64) -> Result<(), Error> {
    let policy = &service.policy;
    let declared = weigh(policy, purpose, recipient, people) == Weighed::Declared;
    if declared || policy.bulk.is_none() || people == 0 {
        return Ok(());
    }
    let (at, name) = (service.now(), plain(recipient));
    let new = RefusedExport { day: day(at), recipient: name.to_owned(), people, at, told: None };
    service.submit(service.unit().write(refused_exports::add(&service.name, &new))).await?;
    let found = refused_exports::find(&service.db, &service.name, new.day, name).await?;
    match found.filter(|all| all.told.is_none()) {
        Some(all) if weigh(policy, purpose, recipient, all.people) == Weighed::Bulk => {
            alert(service, &all).await
        }
        _ => Ok(()),
    }
}

/// The same for an audience that was refused: of everybody who would have been named. May take as long as
/// [`audience::count`]; on a thread that may wait.
#[must_use]
pub fn people(service: &Service, refused: &Filter) -> u64 {
    // INVARIANT: without the recipient, since it is for the recipient that nobody is named
    let all = Filter { recipient: None, ..refused.clone() };
    audience::count(service, &all).unwrap_or(0)
}

/// Attempts of the last thirty days that were bulk, the latest first.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn attempts(service: &Service) -> Result<Vec<RefusedExport>, Error> {
    let Some(bulk) = &service.policy.bulk else { return Ok(Vec::new()) };
    let from = day(service.now()).saturating_sub(SHOWN);
    Ok(refused_exports::more_than(&service.db, &service.name, from, bulk.more_than).await?)
}

/// What is older than a year goes.
pub(crate) fn purge(service: &Service) -> db::Write {
    refused_exports::purge(&service.name, day(service.now()).saturating_sub(KEPT))
}

/// Tells every privacy lead, once: who comes second finds that it was done.
async fn alert(service: &Service, all: &RefusedExport) -> Result<(), Error> {
    let leads = operator::leads(service).await?;
    // Nobody is there to be told: it stays untold, for the next attempt and for the audit.
    if leads.is_empty() {
        return Ok(());
    }
    let tell = refused_exports::tell(&service.name, all.day, &all.recipient, service.now());
    let mut unit = service.unit().write(tell);
    for lead in leads {
        unit = unit.mail(letter(service, all, &lead.email)?);
    }
    match service.submit(unit).await {
        Err(Error::Db(error)) if error.is_conflict() => Ok(()),
        done => done.map(drop),
    }
}

fn letter(service: &Service, all: &RefusedExport, to: &str) -> Result<db::NewMail, Error> {
    let lang = &service.policy.languages.reference;
    let values = [("recipient", all.recipient.clone()), ("count", all.people.to_string())];
    let link = Some(format!("{}/console/health", service.base_url));
    mail::queue(service, &Letter { to, lang, name: "bulk", values: &values, link, subject: None })
}

/// The name as it was asked, where it is a name; anything else might be about a person.
fn plain(recipient: &str) -> &str {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_.".contains(&byte);
    let name = !recipient.is_empty() && recipient.len() <= LONGEST && recipient.bytes().all(fits);
    if name { recipient } else { UNNAMED }
}

fn day(at: Timestamp) -> u32 {
    u32::try_from(at.as_second().div_euclid(86_400)).unwrap_or(0)
}

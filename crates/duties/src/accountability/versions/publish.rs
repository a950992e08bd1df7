//! Publishing a version: refused where people would not have had their notice in time.

use db::policies::{self, PolicyRow};
use db::{EntryRef, Write};
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::Kind;
use policy::diff::{self, Class, Difference};
use policy::{Channel, Policy, TakesEffect};

use super::archive;
use crate::entries;
use crate::error::Error;
use crate::service::Service;

/// A version that was published.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// The day it takes effect.
    pub effective: Date,
    /// The gravest class of what it changes; `None`: it is the first, or changes nothing.
    pub class: Option<Class>,
    /// How many differences it has from the version it takes the place of.
    pub differences: usize,
    /// By which channels people have to be told, as was promised.
    pub tell_by: Vec<Channel>,
}

/// Why a version is not published; each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The file is another service's.
    #[error("the file is the policy of `{offered}`, but this is the service `{service}`")]
    OtherService {
        /// The file's service.
        offered: String,
        /// The service it was offered to.
        service: String,
    },
    /// It stands in the archive already.
    #[error("the version of {0} is published already, with the same content; there is nothing to do")]
    Known(Date),
    /// Another content was published under the same date.
    #[error(
        "a version of {0} is published already, with other content; a published version is never changed: give the file another day (`version:`) and publish it again"
    )]
    SameDay(Date),
    /// It says the same as the version it would take the place of.
    #[error("it says the same as the version of {0}; there is nothing to publish")]
    Unchanged(Date),
    /// The day is over.
    #[error("it cannot take effect on {wanted}, which is over; the first day possible is {earliest}")]
    Past {
        /// The day asked for.
        wanted: Date,
        /// The first day that is possible.
        earliest: Date,
    },
    /// People would hear of it too late.
    #[error(
        "it cannot take effect on {wanted}: of its differences from the version of {old}, the gravest are {}, and people were promised to hear of them earlier; the first lawful day is {earliest}: publish it with `--effective {earliest}`",
        .class.as_str()
    )]
    TooSoon {
        /// The version in force then.
        old: Date,
        /// The gravest class.
        class: Class,
        /// The day asked for.
        wanted: Date,
        /// The first day that is lawful.
        earliest: Date,
    },
    /// The version that follows would change too much too soon.
    #[error(
        "the version of {next} takes effect on {on}, but compared with this one people would have heard of it too late (first lawful day {earliest}); publish that one again under another day, effective from {earliest}, and then this one"
    )]
    Follower {
        /// The version that follows.
        next: Date,
        /// When it takes effect.
        on: Date,
        /// When it might, after this one.
        earliest: Date,
    },
    /// Below.
    #[error(transparent)]
    Below(#[from] Error),
}

impl From<db::Error> for Refused {
    fn from(error: db::Error) -> Self {
        Self::Below(error.into())
    }
}

/// Publishes a version that takes effect at the beginning of a day where the controller is (today: at once). Without a
/// day it is the first lawful one, or today where the policy takes effect on posting, and never before the day the
/// version is dated.
///
/// # Errors
/// [`Refused`], with the first lawful day.
pub async fn publish(
    service: &Service,
    offered: &Policy,
    source: &str,
    effective: Option<Date>,
) -> Result<Published, Refused> {
    if offered.service != service.name {
        let (offered, service) = (offered.service.clone(), service.name.clone());
        return Err(Refused::OtherService { offered, service });
    }
    not_there(service, offered).await?;
    let (now, zone) = (service.now(), policy::clock::zone(offered));
    let today = now.to_zoned(zone.clone()).date();
    let moment = |day: Date| if day <= today { now } else { diff::day_begins(day, &zone) };
    let wanted = match effective {
        Some(day) => day,
        None => default_day(service, offered, now, today).await?,
    };
    let (old, differences) = against(service, offered, moment(wanted)).await?;
    let earliest = diff::earliest(&differences, now, &zone);
    let class = diff::gravest(&differences);
    match (&old, class) {
        _ if wanted < today => return Err(Refused::Past { wanted, earliest }),
        (Some(old), None) => return Err(Refused::Unchanged(old.version)),
        (Some(old), Some(class)) if wanted < earliest => {
            return Err(Refused::TooSoon { old: old.version, class, wanted, earliest });
        }
        _ => {}
    }
    follower(service, offered, moment(wanted)).await?;
    write(
        service,
        offered,
        source,
        &Terms { now, from: moment(wanted), old: old.as_ref(), differences: &differences },
    )
    .await?;
    let gravest = differences.iter().find(|one| Some(one.class) == class);
    Ok(Published {
        effective: wanted,
        class,
        differences: differences.len(),
        tell_by: gravest.map(|one| one.notice.by.clone()).unwrap_or_default(),
    })
}

/// The first lawful day, or today where a change takes effect on posting; not before the version's own day.
async fn default_day(
    service: &Service,
    offered: &Policy,
    now: Timestamp,
    today: Date,
) -> Result<Date, Error> {
    let (old, differences) = against(service, offered, now).await?;
    let posting = old.is_some_and(|old| old.changes.takes_effect == TakesEffect::OnPosting);
    let first =
        if posting { today } else { diff::earliest(&differences, now, &policy::clock::zone(offered)) };
    Ok(first.max(offered.version))
}

/// The version that is in force at a moment, and what the offered one changes of it.
async fn against(
    service: &Service,
    offered: &Policy,
    at: Timestamp,
) -> Result<(Option<Policy>, Vec<Difference>), Error> {
    let old = super::in_force(&service.db, &service.name, at).await?;
    let differences = old.as_ref().map(|old| diff::diff(old, offered)).unwrap_or_default();
    Ok((old, differences))
}

async fn not_there(service: &Service, offered: &Policy) -> Result<(), Refused> {
    let version = offered.version.to_string();
    let Some(row) = policies::of_version(&service.db, &service.name, &version).await? else { return Ok(()) };
    let same = diff::diff(&archive::policy(&row)?, offered).is_empty();
    Err(if same { Refused::Known(offered.version) } else { Refused::SameDay(offered.version) })
}

/// Whether the next version, which people know of since it was published, still has its notice.
async fn follower(service: &Service, offered: &Policy, at: Timestamp) -> Result<(), Refused> {
    let Some(row) = policies::next(&service.db, &service.name, at).await? else { return Ok(()) };
    let (next, zone) = (archive::policy(&row)?, policy::clock::zone(offered));
    let on = row.effective_at.to_zoned(zone.clone()).date();
    let earliest = diff::earliest(&diff::diff(offered, &next), row.published_at, &zone);
    if on < earliest { Err(Refused::Follower { next: next.version, on, earliest }) } else { Ok(()) }
}

/// What is written of a version besides itself.
struct Terms<'a> {
    now: Timestamp,
    from: Timestamp,
    old: Option<&'a Policy>,
    differences: &'a [Difference],
}

/// The first version of a service: there is nothing to compare it with, so it is in force at once.
pub(crate) async fn first(service: &Service) -> Result<(), Error> {
    let now = service.now();
    let terms = Terms { now, from: now, old: None, differences: &[] };
    match write(service, &service.policy, &service.source, &terms).await {
        Ok(()) | Err(Refused::Known(_)) => Ok(()),
        Err(Refused::Below(error)) => Err(error),
        Err(_) => Err(Error::Changed("policy")),
    }
}

async fn write(service: &Service, offered: &Policy, source: &str, terms: &Terms<'_>) -> Result<(), Refused> {
    let mut facts = entries::facts(service, Kind::PolicyPublished, None, entries::ABIDE);
    facts.policy = Some(offered.hash);
    let gravest = diff::gravest(terms.differences);
    let by = |class| diff::notice(terms.old.unwrap_or(offered), class).by;
    let told: Vec<&str> = gravest.map(by).unwrap_or_default().into_iter().map(Channel::as_str).collect();
    let body = serde_json::json!({
        "version": offered.version.to_string(), "hash": offered.hash_hex(), "effective": terms.from,
        "replaces": terms.old.map(Policy::hash_hex), "class": gravest, "differences": terms.differences.len(),
        "told_by": told,
    });
    let key = service.keys.service_evidence()?;
    let entry = entries::entry(service, &key, facts, Some(body.to_string().as_bytes()))?;
    let unit = service.unit().entry(entry).write(row(service, offered, source, terms));
    match service.submit(unit).await {
        // another node, or the same command twice
        Err(Error::Db(error)) if error.is_conflict() => Err(Refused::Known(offered.version)),
        done => Ok(done.map(|_| ())?),
    }
}

fn row(service: &Service, offered: &Policy, source: &str, terms: &Terms<'_>) -> Write {
    let row = PolicyRow {
        hash: offered.hash,
        version: offered.version.to_string(),
        source: source.to_owned(),
        canonical: offered.canonical.clone(),
        published_at: terms.now,
        entry: Some(EntryRef::Nth(0)),
        effective_at: terms.from,
    };
    policies::insert(&service.name, &row)
}

//! The doctor in the background: a little each round, on one node; what it finds is kept, and told to the privacy leads
//! by mail once.

use db::examinations::{self, Examination};
use jiff::{SignedDuration, Timestamp};

use super::finding::{Grade, Report};
use super::pass::Pass;
use crate::accounts::operator;
use crate::error::Error;
use crate::lease::Held;
use crate::mail::{self, Letter};
use crate::service::Service;

/// The lease of the node that looks.
const LEASE: &str = "doctor";
/// How long it holds, should the node die.
const LEASE_LASTS: SignedDuration = SignedDuration::from_secs(60);
/// From the end of one pass to the beginning of the next.
const EVERY: SignedDuration = SignedDuration::from_hours(6);

/// A look that goes on from round to round.
#[derive(Default)]
pub struct Watch {
    pass: Option<Pass>,
}

impl Watch {
    /// Looks at so many entries; the report, where a pass ended with it.
    ///
    /// # Errors
    /// [`Error`], where something does not answer; the next round goes on where this one was.
    pub async fn round(&mut self, service: &Service, budget: u64) -> Result<Option<Report>, Error> {
        if self.pass.is_none() && !is_time(service).await? {
            return Ok(None);
        }
        if Held::take(service, LEASE, LEASE_LASTS).await?.is_none() {
            self.pass = None;
            return Ok(None);
        }
        if self.pass.is_none() {
            self.pass = Some(Pass::begin(service).await?);
        }
        let Some(pass) = &mut self.pass else { return Ok(None) };
        if !pass.step(service, budget).await? {
            return Ok(None);
        }
        let report = pass.report(service);
        keep(service, &report).await?;
        // INVARIANT: only now: a pass whose report could not be kept is at its end still the next time
        self.pass = None;
        Ok(Some(report))
    }
}

/// What the last pass found; none before the first, or where a newer version wrote it.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn latest(service: &Service) -> Result<Option<Report>, Error> {
    let row = examinations::find(&service.db, &service.name).await?;
    Ok(row.and_then(|row| serde_json::from_str(&row.report).ok()))
}

async fn is_time(service: &Service) -> Result<bool, Error> {
    let last = examinations::find(&service.db, &service.name).await?;
    Ok(last.is_none_or(|last| over(last.at, service.now())))
}

/// Also where the clock was set back behind the last look.
fn over(last: Timestamp, now: Timestamp) -> bool {
    now < last || now.duration_since(last) >= EVERY
}

/// Keeps the report; what is broken and was not told yet is told in the same unit.
async fn keep(service: &Service, report: &Report) -> Result<(), Error> {
    let before = examinations::find(&service.db, &service.name).await?.and_then(|row| row.told);
    let broken = report.grade() == Some(Grade::Broken);
    let told = broken.then(|| report.mark());
    let mut unit = service.unit();
    if broken && told != before {
        for lead in operator::leads(service).await? {
            unit = unit.mail(letter(service, report, &lead.email)?);
        }
    }
    let json = serde_json::to_string(report).map_err(|_| Error::Damaged("report"))?;
    let row = Examination { at: report.at, report: json, told };
    service.submit(unit.write(examinations::put(&service.name, &row))).await.map(|_| ())
}

fn letter(service: &Service, report: &Report, to: &str) -> Result<db::NewMail, Error> {
    let lang = &service.policy.languages.reference;
    let broken = report.findings.iter().filter(|one| one.grade == Grade::Broken);
    let first = broken.clone().next().map(|finding| finding.says(lang)).unwrap_or_default();
    let values = [("service", service.name.clone()), ("count", broken.count().to_string()), ("first", first)];
    let link = Some(format!("{}/console/health", service.base_url));
    mail::queue(service, &Letter { to, lang, name: "doctor", values: &values, link, subject: None })
}

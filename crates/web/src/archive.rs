//! The archive of the policy: every version as it was, and what differs between any two (SO-29). A version's address is
//! its date, `/policy/archive/2026-11-01`; two of them are `/policy/archive/2026-11-01..2026-12-15`; `.pdf` and `.md`
//! give a version to keep. No page needs a script: two versions are chosen by a form that leads to their address.

mod compare;
mod list;
mod show;
mod which;

use axum::extract::Path;
use axum::response::Response;
use duties::accountability::versions::{self, Archived, Version};
use jiff::civil::Date;

use crate::fault::Fault;
use crate::visit::Visit;
pub(crate) use compare::choose;
pub(crate) use list::list;
use which::Which;

/// Whatever stands at an address of the archive.
pub(crate) async fn show(visit: Visit, Path(which): Path<String>) -> Result<Response, Fault> {
    match Which::parse(&which).ok_or(Fault::NotFound)? {
        Which::Page(version) => show::page(&visit, &found(&visit, version).await?),
        Which::Pdf(version) => show::pdf(&visit, &found(&visit, version).await?).await,
        Which::Markdown(version) => Ok(show::markdown(&visit, &found(&visit, version).await?)),
        Which::Difference(from, to) => {
            compare::page(&visit, &found(&visit, from).await?, &found(&visit, to).await?)
        }
        Which::DifferenceMarkdown(from, to) => {
            Ok(compare::markdown(&visit, &found(&visit, from).await?, &found(&visit, to).await?))
        }
    }
}

async fn found(visit: &Visit, version: Date) -> Result<Archived, Fault> {
    let found = versions::find(&visit.site.service, version).await?;
    found.filter(|found| readable(visit, &found.about)).ok_or(Fault::NotFound)
}

/// Whether anybody may read a version: all of them where the archive is public, else those that count now or will.
fn readable(visit: &Visit, version: &Version) -> bool {
    let public = visit.site.service.policy.changes.public_archive;
    public || (version.until.is_none_or(|until| until > visit.now()) && !version.never())
}

/// The language of a version: the one asked for, else the visit's, else its own.
fn language(visit: &Visit, version: &Version) -> String {
    let speaks = |lang: &String| version.languages.contains(lang);
    let reference = version.languages.first().cloned().unwrap_or_default();
    visit
        .asked("lang")
        .filter(speaks)
        .or_else(|| Some(visit.lang.clone()).filter(speaks))
        .unwrap_or(reference)
}

/// When a version was, is or will be in force, in words.
fn in_force(visit: &Visit, version: &Version) -> String {
    let t = visit.texts();
    let from = visit.day(version.from);
    if version.never() {
        return t.say("web-archive-never");
    }
    match version.until {
        Some(until) => {
            // the last day it counts is the one before the next begins
            let last = until.checked_sub(jiff::SignedDuration::from_micros(1)).unwrap_or(until);
            t.with("web-archive-from-to", &[("from", from.into()), ("to", visit.day(last).into())])
        }
        None if version.from > visit.now() => t.with("web-archive-will", &[("from", from.into())]),
        None => t.with("web-archive-since", &[("from", from.into())]),
    }
}

/// The address of a version.
fn address(visit: &Visit, version: Date) -> String {
    visit.to(&format!("/policy/archive/{version}"))
}

//! The stored standing of every person against the fold of their entries.

use db::{entries, standing as stored, subjects};
use uuid::Uuid;

use super::finding::Finding;
use super::pass::Pass;
use crate::error::Error;
use crate::service::Service;
use crate::standing::expected;

/// Subjects of one step.
const PAGE: u32 = 64;

/// Looks at the subjects after `after`; the last one looked at, or none at the end.
pub(super) async fn look(service: &Service, pass: &mut Pass, after: Uuid) -> Result<Option<Uuid>, Error> {
    let page = subjects::list(&service.db, &service.name, after, PAGE).await?;
    for subject in &page {
        if subject.state == subjects::ACTIVE && differs(service, subject.id).await? {
            pass.find(Finding::broken("standing-differs", format!("standing {}", subject.id), "rebuild"));
        }
    }
    Ok(page.last().map(|subject| subject.id))
}

/// Whether it is otherwise than the entries say that it has followed. It may be followed on or written to in between, so
/// a difference counts when it is there twice.
async fn differs(service: &Service, subject: Uuid) -> Result<bool, Error> {
    Ok(differs_now(service, subject).await? && differs_now(service, subject).await?)
}

async fn differs_now(service: &Service, subject: Uuid) -> Result<bool, Error> {
    let (db, name) = (&service.db, service.name.as_str());
    let stood = super::tree::head(service).await?.0.stood;
    let rows = match stored::list(db, name, subject).await {
        Err(db::Error::Corrupt { .. }) => return Ok(true),
        rows => rows?,
    };
    let entries = match entries::list_of(db, name, subject).await {
        // found among the entries
        Err(db::Error::Corrupt { .. }) => return Ok(false),
        entries => entries?,
    };
    Ok(expected(name, &entries, stood) != rows)
}

//! What stayed after an erasure goes when its time is over, as the last letter said: the evidence with its key, and
//! the published tombstone. The leaves of the ledger stay: every proof verifies, and nothing links to the person.
//!
//! May be stopped anywhere and run again; the subject's row goes last and is what finds them.

use std::collections::BTreeSet;

use db::subjects::Subject;
use db::{demands, entries, outbox, requests, steps, subjects, tokens};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::RequestState;
use super::clocks::zone;
use super::remains;
use crate::error::Error;
use crate::{Service, accountability};

/// Erased people looked at in one go.
const PAGE: u32 = 64;
/// Entries that go in one unit.
const BATCH: usize = 128;

/// One round: evidence whose period is over, then tombstones whose period is over.
///
/// # Errors
/// [`Error`], where a database or the published folder does not answer; the next round goes on.
pub(crate) async fn tidy(service: &Service) -> Result<(), Error> {
    let today = zone(&service.policy).to_datetime(service.now()).date();
    let mut after = Uuid::nil();
    let mut waiting = running(service).await?;
    loop {
        let page = subjects::list_erased(&service.db, &service.name, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.id;
        for subject in &page {
            let end = end(service, subject).await?;
            if past(end.and_then(|end| remains::backups_until(service, end)), today) {
                forget(service, subject, end, today).await?;
            } else {
                waiting.insert(subject.id);
            }
        }
    }
    let over = |at| past(remains::backups_until(service, at), today);
    accountability::remove_tombstones(service, &waiting, over).await
}

/// How many erased people are remembered longer than told, with two days' grace for the hourly round; and how many
/// there are.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub(crate) async fn overdue(service: &Service) -> Result<(usize, usize), Error> {
    let today = zone(&service.policy).to_datetime(service.now()).date();
    let grace = today.checked_sub(jiff::Span::new().days(2)).unwrap_or(today);
    let (mut after, mut overdue, mut all) = (Uuid::nil(), 0, 0);
    loop {
        let page = subjects::list_erased(&service.db, &service.name, after, PAGE).await?;
        let Some(last) = page.last() else { return Ok((overdue, all)) };
        after = last.id;
        for subject in &page {
            let end = end(service, subject).await?;
            all += 1;
            overdue += usize::from(past(end.and_then(|end| remains::evidence_until(service, end)), grace));
        }
    }
}

/// Whose erasure is under way: a tombstone outlives the backups from before its end, not from before its beginning.
async fn running(service: &Service) -> Result<BTreeSet<Uuid>, Error> {
    let rows = requests::open(&service.db, &service.name, u32::MAX >> 1).await?;
    let running = RequestState::Running.as_str();
    Ok(rows.into_iter().filter(|row| row.state == running).map(|row| row.subject).collect())
}

/// When their erasure ended, which is when the last letter was written; none while it has not.
async fn end(service: &Service, subject: &Subject) -> Result<Option<Timestamp>, Error> {
    let all = requests::list_of(&service.db, &service.name, subject.id).await?;
    if all.iter().any(|request| request.closed_at.is_none()) {
        return Ok(None);
    }
    Ok(all.iter().filter_map(|request| request.closed_at).chain(subject.erased_at).max())
}

/// Whether the last day is over. Without an end nothing ever is.
fn past(until: Option<Date>, today: Date) -> bool {
    until.is_some_and(|until| today > until)
}

/// The key first, so that nothing can be proven any more whatever happens next; then the rows.
async fn forget(
    service: &Service,
    subject: &Subject,
    end: Option<Timestamp>,
    today: Date,
) -> Result<(), Error> {
    if !past(end.and_then(|end| remains::evidence_until(service, end)), today) {
        return Ok(());
    }
    let name = service.name.as_str();
    service.keys.destroy_evidence(subject.id).await?;
    let all = entries::list_of(&service.db, name, subject.id).await?;
    for batch in all.chunks(BATCH) {
        let gone = |one: &entries::Entry| {
            [entries::delete_facts(name, one.index), entries::delete_body(name, one.index)]
        };
        service.submit(service.unit().writes(batch.iter().flat_map(gone))).await?;
    }
    let mut unit = service.unit().write(entries::delete_index_of(name, subject.id));
    for request in requests::list_of(&service.db, name, subject.id).await? {
        unit = unit.write(steps::delete_of(name, request.id)).write(requests::delete(name, request.id));
    }
    for demand in demands::list_of(&service.db, name, subject.id).await? {
        unit = unit.writes(demands::delete(name, demand.id));
    }
    unit = unit.write(tokens::delete_of(name, subject.id)).write(outbox::delete_of(name, subject.id));
    service.submit(unit.write(subjects::delete_erased(name, subject.id))).await?;
    Ok(())
}

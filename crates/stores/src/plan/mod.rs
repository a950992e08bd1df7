//! The plan of an erasure: what becomes of each row (`fate`), what the foreign keys make of that (`reconcile`),
//! which masks fit (`mask`), where others' text names the person (`mention`), and the order (`order`).
//! Reads only; everything it finds out is in the [`ErasePlan`].

mod fate;
pub(crate) mod mask;
pub(crate) mod mention;
mod order;
mod period;
mod reconcile;
mod steps;
mod summary;

use jiff::civil::Date;

use crate::engine::Session;
use crate::resolve::Resolved;
use crate::walk::Collected;
use crate::{ErasePlan, Error, Finding, Found, Root, Step};

pub(crate) use fate::{Fate, Fates, blanked};
pub use period::kept_until;

/// What a plan is made from.
pub(crate) struct Question<'a> {
    pub(crate) found: &'a Found,
    pub(crate) roots: Vec<Root>,
    pub(crate) others: Vec<Root>,
    pub(crate) today: Date,
}

pub(crate) async fn plan(
    session: &mut Session,
    resolved: &Resolved<'_>,
    collected: &Collected,
    question: Question<'_>,
) -> Result<ErasePlan, Error> {
    let changes = changes(session, resolved, collected, question.today).await?;
    let Changes { fates, mut steps, deletes, unlinks, mut findings } = changes;
    let needles = mention::needles(session, resolved, collected, &question.roots).await?;
    let mentions = mention::search(session, resolved, &fates, &needles).await?;
    steps::redactions(resolved, &fates, &mentions, &needles, &mut steps);
    steps.extend(deletes);
    findings.extend(summary::undated(resolved, &fates));
    Ok(ErasePlan {
        store: resolved.map.store.clone(),
        today: question.today,
        identifiers: question.found.identifiers.clone(),
        tables: summary::tables(resolved, &fates, &unlinks),
        roots: question.roots,
        others: question.others,
        steps,
        mentions,
        values: texts(&needles, true),
        shared: texts(&needles, false),
        findings,
    })
}

/// What has to change in the person's rows, without what others' text says of them.
pub(crate) struct Changes {
    fates: Fates,
    pub(crate) steps: Vec<Step>,
    pub(crate) deletes: Vec<Step>,
    unlinks: Vec<reconcile::Unlink>,
    findings: Vec<Finding>,
}

pub(crate) async fn changes(
    session: &mut Session,
    resolved: &Resolved<'_>,
    collected: &Collected,
    today: Date,
) -> Result<Changes, Error> {
    let mut fates = fate::decide(resolved, collected, today);
    let reconcile::Ties { unlinks, mut findings } =
        reconcile::reconcile(session, resolved, &mut fates).await?;
    let mut steps = Vec::new();
    steps::masks(session, resolved, &fates, &mut steps, &mut findings).await?;
    steps::unlinks(&unlinks, &mut steps);
    let mut deletes = Vec::new();
    order::deletes(resolved, &fates, &mut deletes, &mut findings);
    Ok(Changes { fates, steps, deletes, unlinks, findings })
}

fn texts(needles: &[mention::Needle], certain: bool) -> Vec<String> {
    needles.iter().filter(|needle| needle.certain == certain).map(|needle| needle.text.clone()).collect()
}

//! Inspecting what the database says: requests and their clocks, the archive of versions, the ledger itself.

use db::entries::Entry;
use db::{entries, policies, requests, steps};
use ledger::Kind;

use super::says::Says;
use super::{Cx, State};
use crate::error::Error;
use crate::rights::{RequestKind, RequestState, clocks, ended};

/// More requests than a service has open at once.
const MANY: u32 = 10_000;
/// The entries of the ledger's end that are looked at.
const END: u32 = 256;

/// No open request is past its day, and today's would be due within the law's month (Art. 12(3)).
pub(super) async fn answer_clock(cx: &Cx<'_>) -> Result<State, Error> {
    let now = cx.service.now();
    let open = requests::open(&cx.service.db, &cx.service.name, MANY).await?;
    let late = open.iter().filter(|one| one.extended_to.unwrap_or(one.due_at) < now).count();
    if late > 0 {
        return Ok(State::Broken(Says::new("audit-requests-late").with("count", late)));
    }
    let (due, by_law) = clocks::due(&cx.service.policy, now);
    let fits = due > now && due <= by_law;
    Ok(match fits {
        true => State::Holds(Says::new("audit-answer-clock").with("count", open.len())),
        false => State::Broken(Says::new("audit-clock-wrong")),
    })
}

/// Nobody waits for a first reply longer than promised (WE-12).
pub(super) async fn reply_clock(cx: &Cx<'_>) -> Result<State, Error> {
    let now = cx.service.now();
    let open = requests::open(&cx.service.db, &cx.service.name, MANY).await?;
    let waits = |one: &&requests::Request| {
        one.first_reply_at.is_none() && one.first_reply_due.is_some_and(|due| due < now)
    };
    let late = open.iter().filter(waits).count();
    Ok(match late {
        0 => State::Holds(Says::new("audit-reply-clock").with("count", open.len())),
        _ => State::Broken(Says::new("audit-replies-late").with("count", late)),
    })
}

/// Every access request that is shown as done has all of its steps verified.
pub(super) async fn access_answer(cx: &Cx<'_>) -> Result<State, Error> {
    carried_out(cx, RequestKind::Access, "audit-access", "audit-access-none").await
}

/// Every erasure that is shown as done has all of its steps verified; none is shown as done before.
pub(super) async fn erasure(cx: &Cx<'_>) -> Result<State, Error> {
    carried_out(cx, RequestKind::Erasure, "audit-erasure", "audit-erasure-none").await
}

async fn carried_out(
    cx: &Cx<'_>,
    kind: RequestKind,
    holds: &'static str,
    none: &'static str,
) -> Result<State, Error> {
    let (db, name) = (&cx.service.db, cx.service.name.as_str());
    let done = requests::list_in(db, name, RequestState::Done.as_str(), MANY).await?;
    let (mut looked, mut unproven) = (0_usize, 0_usize);
    for one in done.iter().filter(|one| one.kind == kind.as_str()) {
        looked += 1;
        let all = steps::list(db, name, one.id).await?;
        let unfinished = |step: &steps::Step| {
            [steps::WAITING, steps::RUNNING, steps::FAILED].contains(&step.state.as_str())
        };
        unproven += usize::from(all.iter().any(unfinished));
    }
    Ok(match unproven {
        0 if looked == 0 => State::Unseen(Says::new(none)),
        0 => State::Holds(Says::new(holds).with("count", looked)),
        _ => State::Broken(Says::new("audit-done-unproven").with("count", unproven)),
    })
}

/// Every version is in the archive, unchanged: its text hashes to the name it has on the ledger (SO-29).
pub(super) async fn archive(cx: &Cx<'_>) -> Result<State, Error> {
    let all = policies::list(&cx.service.db, &cx.service.name).await?;
    if !all.iter().any(|row| row.hash == cx.service.policy.hash) {
        return Ok(State::Broken(Says::new("audit-version-missing")));
    }
    let changed = all.iter().filter(|row| ledger::sha256(row.canonical.as_bytes()).as_bytes() != &row.hash);
    Ok(match changed.count() {
        0 => State::Holds(Says::new("audit-archive").with("count", all.len())),
        count => State::Broken(Says::new("audit-version-changed").with("count", count)),
    })
}

/// What was last collected carries its purpose and policy version, and the ledger proves it under its last released
/// checkpoint. Where nothing was collected yet, the ledger is what is looked at.
pub(super) async fn form_evidence(cx: &Cx<'_>, place: &str) -> Result<State, Error> {
    let service = cx.service;
    let head = entries::head(&service.db, &service.name).await?;
    let from = head.size.saturating_sub(u64::from(END));
    let last = entries::list(&service.db, &service.name, from, END).await?;
    let wanted = purpose_of(cx, place);
    let collected = |one: &&Entry| {
        one.facts.kind == Kind::RecordCollected
            && (wanted.is_none() || wanted.as_deref() == one.facts.purpose.as_deref())
    };
    let Some(found) = last.iter().rev().find(collected) else {
        return Ok(State::Unseen(Says::new("audit-form-ready").with("size", head.size)));
    };
    if found.facts.purpose.is_none() || found.facts.policy.is_none() || found.facts.categories.is_empty() {
        return Ok(State::Broken(Says::new("audit-record-bare")));
    }
    proven(cx, found.index, head.checkpoint).await
}

/// The purpose whose collecting a place speaks of.
fn purpose_of(cx: &Cx<'_>, place: &str) -> Option<String> {
    let mut parts = place.split('/');
    match (parts.next(), parts.next()) {
        (Some("forms"), Some(form)) => Some(cx.service.policy.form(form)?.purpose.clone()),
        (Some("purposes"), Some(purpose)) => Some(purpose.to_owned()),
        _ => None,
    }
}

async fn proven(cx: &Cx<'_>, index: u64, checkpoint: Option<(String, u64)>) -> Result<State, Error> {
    let service = cx.service;
    let waits = State::Unseen(Says::new("audit-form-waits"));
    let Some((note, size)) = checkpoint.filter(|(_, size)| *size > index) else { return Ok(waits) };
    let Some((leaf, _)) = entries::leaf(&service.db, &service.name, index).await? else {
        return Ok(State::Broken(Says::new("audit-leaf-gone")));
    };
    let path = entries::inclusion(&service.db, &service.name, index, size).await?;
    let keys = service.keys.verifiers().await?;
    let root =
        keys.iter().find_map(|key| ledger::Checkpoint::verify(&note, key).ok()).map(|signed| signed.root);
    let fits = root
        .is_some_and(|root| ledger::proof::verify_inclusion(&leaf.hash(), index, size, &path, &root).is_ok());
    Ok(match fits {
        true => State::Holds(Says::new("audit-form-proven").with("size", size)),
        false => State::Broken(Says::new("audit-proof-wrong")),
    })
}

/// Nobody erased is remembered longer than the last letter said.
pub(super) async fn evidence_periods(cx: &Cx<'_>) -> Result<State, Error> {
    let (overdue, all): (usize, usize) = ended::overdue(cx.service).await?;
    Ok(match overdue {
        0 => State::Holds(Says::new("audit-evidence").with("count", all)),
        _ => State::Broken(Says::new("audit-evidence-old").with("count", overdue)),
    })
}

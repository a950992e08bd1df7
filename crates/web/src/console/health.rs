//! How the ledger stands: its size, its root, what is published of it.

use askama::Template;
use axum::response::Response;
use duties::accountability;

use super::session::OnDuty;
use super::undelivered;
use crate::fault::Fault;
use crate::page::{Page, answer};
use crate::parts::{Hash, Notice, Pill, Tone};

#[derive(Template)]
#[template(path = "console/health.html")]
struct Health {
    p: Page,
    undelivered: Option<Notice>,
    state: Pill,
    size: String,
    published: String,
    root: Option<Hash>,
    note: Option<String>,
    key: String,
    witnesses: Vec<(String, String)>,
}

pub(crate) async fn show(duty: OnDuty) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let service = &visit.site.service;
    let ledger = accountability::checkpoint(service).await?;
    let number = |count: u64| t.number(i64::try_from(count).unwrap_or(i64::MAX));
    let state = match ledger.size.saturating_sub(ledger.published) {
        0 => Pill::new(Tone::Kept, t.say("console-health-all")),
        behind => Pill::new(Tone::Soon, t.with("console-health-behind", &[("count", behind.into())])),
    };
    let witnesses = accountability::witness::watched(service).await?;
    let said = |one: accountability::witness::Watched| {
        let state = one.last.map_or_else(
            || t.say("console-health-witness-none"),
            |(last, size)| {
                let at = i64::try_from(last.at).ok().and_then(|at| jiff::Timestamp::from_second(at).ok());
                let at = at.map(|at| visit.when(at)).unwrap_or_default();
                t.with("console-health-witnessed", &[("size", number(size).into()), ("at", at.into())])
            },
        );
        (one.name, state)
    };
    answer(&Health {
        witnesses: witnesses.into_iter().map(said).collect(),
        undelivered: undelivered::notice(visit).await?,
        p: duty.page(t.say("console-nav-health")),
        state,
        size: number(ledger.size),
        published: number(ledger.published),
        // A checkpoint's third line is the root (C2SP tlog-checkpoint).
        root: ledger.checkpoint.as_deref().and_then(|note| note.lines().nth(2)).map(Hash::new),
        note: ledger.checkpoint,
        key: accountability::verifier_key(service)?,
    })
}

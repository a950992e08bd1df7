//! How the ledger stands: its size, its root, what is published of it, what the last look found, what follows behind, and
//! what changed since a checkpoint somebody kept.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use duties::accountability::{self, Since};
use duties::doctor::{self, Finding, Grade, Report};
use duties::{queue, standing};

use super::session::OnDuty;
use super::{bulk, undelivered};
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Cell, Control, Field, Hash, Head, Notice, Pill, Table, Tone};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "console/health.html")]
struct Health {
    p: Page,
    bulk: Option<Notice>,
    undelivered: Option<Notice>,
    state: Pill,
    look: Notice,
    sweep: Option<Notice>,
    figures: Vec<(String, String)>,
    root: Option<Hash>,
    note: Option<String>,
    key: String,
    witnesses: Vec<(String, String)>,
    kept: Field,
    since: Option<Notice>,
    kinds: Option<Table>,
}

pub(crate) async fn show(duty: OnDuty) -> Result<Response, Fault> {
    page(&duty, "", None).await
}

/// What changed since a checkpoint: posted, because a checkpoint is longer than an address should be. Changes nothing.
pub(crate) async fn since(duty: OnDuty, posted: Posted) -> Result<Response, Fault> {
    let typed = posted.one("kept")?.to_owned();
    let service = &duty.visit.site.service;
    let found = match accountability::kept(service, &typed).await? {
        Some(kept) => accountability::since(service, &kept).await?,
        None => None,
    };
    page(&duty, &typed, Some(found)).await
}

async fn page(duty: &OnDuty, typed: &str, asked: Option<Option<Since>>) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let service = &visit.site.service;
    let ledger = accountability::checkpoint(service).await?;
    let state = match ledger.size.saturating_sub(ledger.published) {
        0 => Pill::new(Tone::Kept, t.say("console-health-all")),
        behind => Pill::new(Tone::Soon, t.with("console-health-behind", &[("count", behind.into())])),
    };
    let unread = matches!(asked, Some(None)).then(|| t.say("console-health-kept-wrong"));
    let status = if unread.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let found = asked.flatten();
    let mut kept = Field::line("kept", "text", t.say("console-health-kept"))
        .hint(t.say("console-health-kept-hint"))
        .value(typed)
        .error(unread);
    kept.control = Control::Area;
    let page = Health {
        witnesses: witnesses(visit).await?,
        bulk: bulk::notice(visit).await?,
        undelivered: undelivered::notice(visit).await?,
        p: duty.page(t.say("console-nav-health")),
        state,
        look: look(visit, doctor::latest(service).await?),
        sweep: sweep(visit),
        figures: figures(visit, ledger.size, ledger.published).await?,
        // A checkpoint's third line is the root (C2SP tlog-checkpoint).
        root: ledger.checkpoint.as_deref().and_then(|note| note.lines().nth(2)).map(Hash::new),
        note: ledger.checkpoint,
        key: accountability::verifier_key(service)?,
        kept,
        since: found.as_ref().map(|since| said(visit, since)),
        kinds: found.as_ref().and_then(|since| kinds(visit, since)),
    };
    answer_with(status, &page)
}

/// Who else signs, and what they signed last.
async fn witnesses(visit: &Visit) -> Result<Vec<(String, String)>, Fault> {
    let t = visit.texts();
    let watched = accountability::witness::watched(&visit.site.service).await?;
    let said = |one: accountability::witness::Watched| {
        let state = one.last.map_or_else(
            || t.say("console-health-witness-none"),
            |(last, size)| {
                let at = i64::try_from(last.at).ok().and_then(|at| jiff::Timestamp::from_second(at).ok());
                let at = at.map(|at| visit.when(at)).unwrap_or_default();
                let size = t.number(i64::try_from(size).unwrap_or(i64::MAX));
                t.with("console-health-witnessed", &[("size", size.into()), ("at", at.into())])
            },
        );
        (one.name, state)
    };
    Ok(watched.into_iter().map(said).collect())
}

async fn figures(visit: &Visit, size: u64, published: u64) -> Result<Vec<(String, String)>, Fault> {
    let t = visit.texts();
    let service = &visit.site.service;
    let followed = standing::how_far(service).await?;
    let waiting = queue::list(service).await?;
    let number = |count: u64| t.number(i64::try_from(count).unwrap_or(i64::MAX));
    let mut all = vec![
        (t.say("console-health-size"), number(size)),
        (t.say("console-health-published"), number(published)),
        (t.say("console-health-stood"), number(followed.size.saturating_sub(followed.to))),
    ];
    if let Some(first) = waiting.first() {
        let values = [("count", waiting.len().into()), ("when", visit.when(first.received_at).into())];
        all.push((t.say("console-health-queue"), t.with("console-health-queued", &values)));
    }
    Ok(all)
}

/// What the last look found: at most a few findings in words; the command shows all.
fn look(visit: &Visit, report: Option<Report>) -> Notice {
    let t = visit.texts();
    let Some(report) = report else {
        return Notice::new(Tone::Unknown, t.say("console-health-look-none"), vec![]);
    };
    let values = [("when", visit.when(report.at).into()), ("count", report.findings.len().into())];
    let (tone, title) = match report.grade() {
        None => (Tone::Kept, t.with("console-health-look-whole", &values)),
        Some(Grade::Look) => (Tone::Soon, t.with("console-health-look-look", &values)),
        Some(Grade::Broken) => (Tone::Late, t.with("console-health-look-broken", &values)),
    };
    let words = |one: &Finding| format!("{} {}", one.says(&visit.lang), one.advice(&visit.lang));
    Notice::new(tone, title, report.findings.iter().take(10).map(words).collect())
}

/// What of this node's last housekeeping failed; nothing where it was done.
fn sweep(visit: &Visit) -> Option<Notice> {
    let sweep = visit.site.service.sweep().filter(|sweep| !sweep.failed.is_empty())?;
    let values = [("when", visit.when(sweep.at).into()), ("count", sweep.failed.len().into())];
    let why = sweep.failed.iter().map(|(task, why)| format!("{task}: {why}"));
    Some(Notice::new(Tone::Late, visit.texts().with("console-health-sweep-failed", &values), why.collect()))
}

/// The notice for the page of today, where the last look found that something is broken.
pub(super) async fn broken(visit: &Visit) -> Result<Option<Notice>, Fault> {
    let report = doctor::latest(&visit.site.service).await?;
    Ok(report.filter(|one| one.grade() == Some(Grade::Broken)).map(|report| look(visit, Some(report))))
}

fn said(visit: &Visit, since: &Since) -> Notice {
    let t = visit.texts();
    let values = [
        ("from", since.from.to_string().into()),
        ("to", since.to.to_string().into()),
        ("count", (since.to - since.from).into()),
    ];
    let (tone, title) = match since.continues {
        Some(true) => (Tone::Kept, "console-health-since-continues"),
        Some(false) => (Tone::Late, "console-health-since-fork"),
        None => (Tone::Unknown, "console-health-since-size"),
    };
    Notice::status(tone, t.say(title), vec![t.with("console-health-since", &values)])
}

fn kinds(visit: &Visit, since: &Since) -> Option<Table> {
    let t = visit.texts();
    let number = |count: u64| t.number(i64::try_from(count).unwrap_or(i64::MAX));
    let rows = since.kinds.iter().map(|(kind, count)| {
        vec![Cell::Row(accountability::kind_title(kind, &visit.lang)), Cell::Number(number(*count))]
    });
    (!since.kinds.is_empty()).then(|| Table {
        caption: t.say("console-health-kinds"),
        caption_hidden: false,
        head: vec![
            t.say("console-health-kind").into(),
            Head { text: t.say("console-health-count"), number: true },
        ],
        rows: rows.collect(),
    })
}

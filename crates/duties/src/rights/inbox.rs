//! The staff's inbox: requests with their clocks, without personal data.

use db::requests::{self, Request};
use db::steps;
use texts::texts;
use uuid::Uuid;

use super::{
    Clock, ClockState, Error, InboxFilter, InboxRow, RequestState, RequestSummary, Result, inform, summary,
};
use crate::Service;

/// The most lines a list shows.
const MOST: u32 = 500;

/// The requests the filter asks for.
pub async fn inbox(service: &Service, filter: InboxFilter, lang: &str) -> Result<Vec<InboxRow>> {
    let rows = match filter {
        InboxFilter::Open | InboxFilter::Urgent => requests::open(&service.db, &service.name, MOST).await?,
        InboxFilter::Closed => requests::list(&service.db, &service.name, MOST).await?,
    };
    let wanted = |row: &&Request| filter != InboxFilter::Closed || row.closed_at.is_some();
    let mut lines = Vec::new();
    for row in rows.iter().filter(wanted) {
        lines.push(line(service, row, lang).await?);
    }
    match filter {
        InboxFilter::Open => lines.sort_by_key(urgency),
        InboxFilter::Urgent => {
            lines.retain(|line| !line.alerts.is_empty());
            lines.sort_by_key(urgency);
        }
        InboxFilter::Closed => lines.sort_by_key(|line| std::cmp::Reverse(line.summary.closed_at)),
    }
    Ok(lines)
}

/// One line of the inbox: what may be shown before staff said for which purpose they look.
pub async fn row(service: &Service, id: Uuid, lang: &str) -> Result<InboxRow> {
    let row = requests::find(&service.db, &service.name, id).await?.ok_or(Error::NotFound)?;
    line(service, &row, lang).await
}

pub(super) async fn line(service: &Service, row: &Request, lang: &str) -> Result<InboxRow> {
    let summary = summary::of(service, row, lang)?;
    let steps = match summary.state {
        RequestState::Open | RequestState::Planned => vec![],
        _ => steps::list(&service.db, &service.name, row.id).await?,
    };
    let done = steps.iter().filter(|step| step.state == steps::DONE).count();
    let by_hand = steps.iter().filter(|step| inform::is_by_hand(step)).count();
    let mut alerts = alerts(&summary, steps.iter().any(|step| step.error.is_some()), by_hand > 0, lang);
    if by_hand > 0 {
        alerts.push(texts(lang).with("rights-alert-inform", &[("count", by_hand.into())]));
    }
    Ok(InboxRow { summary, steps_done: done, steps: steps.len(), by_hand, alerts })
}

/// What is late or due soon first, then by the day the answer is due.
fn urgency(line: &InboxRow) -> (u8, jiff::Timestamp) {
    let clocks = [Some(&line.summary.answer), line.summary.first_reply.as_ref()];
    let worst = clocks.into_iter().flatten().map(|clock| match clock.state {
        ClockState::Late => 0,
        ClockState::DueSoon => 1,
        _ => 2,
    });
    (worst.min().unwrap_or(2), line.summary.answer.due)
}

fn alerts(summary: &RequestSummary, failing: bool, by_hand: bool, lang: &str) -> Vec<String> {
    let texts = texts(lang);
    let mut alerts = Vec::new();
    let clocks: [(&str, Option<&Clock>); 2] =
        [("answer", Some(&summary.answer)), ("reply", summary.first_reply.as_ref())];
    for (name, clock) in clocks {
        match clock.map(|clock| clock.state) {
            Some(ClockState::Late) => alerts.push(texts.say(&format!("rights-alert-{name}-late"))),
            Some(ClockState::DueSoon) => alerts.push(texts.say(&format!("rights-alert-{name}-soon"))),
            _ => {}
        }
    }
    if summary.state == RequestState::PartlyDone && !by_hand {
        alerts.push(texts.say("rights-alert-partly-done"));
    }
    if failing && !summary.state.is_closed() {
        alerts.push(texts.say("rights-alert-retrying"));
    }
    alerts
}

//! The inbox: requests with their clocks, the most urgent first. No personal data.

use askama::Template;
use axum::response::Response;
use duties::rights::{self, InboxFilter, InboxRow};

use crate::clocks::{heads, kind, short, state};
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::page::{Link, Page, answer};
use crate::parts::{Cell, Empty, Table};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "console/requests.html")]
struct List {
    p: Page,
    tabs: Vec<Link>,
    table: Option<Table>,
    empty: Empty,
}

const FILTERS: [(&str, InboxFilter, &str); 3] = [
    ("open", InboxFilter::Open, "console-requests-open"),
    ("urgent", InboxFilter::Urgent, "console-requests-urgent"),
    ("closed", InboxFilter::Closed, "console-requests-closed"),
];

pub(crate) async fn list(duty: OnDuty) -> Result<Response, Fault> {
    duty.sees_people()?;
    let visit = &duty.visit;
    let t = visit.texts();
    let shown = visit.asked("show").unwrap_or_else(|| "open".to_owned());
    let filter = FILTERS
        .into_iter()
        .find(|(name, ..)| *name == shown)
        .map_or(InboxFilter::Open, |(_, filter, _)| filter);
    let rows = rights::inbox(&visit.site.service, filter, &visit.lang).await?;
    let tab = |(name, of, id): (&str, InboxFilter, &str)| Link {
        href: visit.to(&format!("/console/requests?show={name}")),
        words: t.say(id),
        current: of == filter,
    };
    answer(&List {
        p: duty.page(t.say("console-nav-requests")),
        tabs: FILTERS.into_iter().map(tab).collect(),
        table: table(visit, &rows, "console-nav-requests"),
        empty: Empty {
            text: t.say("console-requests-empty"),
            action: Some((visit.to("/console/people"), t.say("console-requests-enter"))),
        },
    })
}

/// Requests as a table; `None` where there are none. The last column stands only where there is something to look at.
pub(crate) fn table(visit: &Visit, rows: &[InboxRow], caption: &str) -> Option<Table> {
    let t = visit.texts();
    let alerts = rows.iter().any(|row| !row.alerts.is_empty());
    let mut ids = vec![
        "centre-requests-reference",
        "centre-requests-what",
        "centre-requests-state",
        "console-requests-reply",
        "centre-requests-due",
    ];
    ids.extend(alerts.then_some("console-requests-alerts"));
    (!rows.is_empty()).then(|| Table {
        caption: t.say(caption),
        caption_hidden: true,
        head: heads(t, &ids),
        rows: rows.iter().map(|row| line(visit, row, alerts)).collect(),
    })
}

fn line(visit: &Visit, row: &InboxRow, alerts: bool) -> Vec<Cell> {
    let of = &row.summary;
    let mut cells = vec![
        Cell::RowLink(visit.to(&format!("/console/requests/{}", of.id)), of.reference.clone()),
        Cell::text(kind(visit, of)),
        Cell::Pill(state(of)),
        of.first_reply.as_ref().map_or_else(|| Cell::None, |clock| Cell::Clock(short(visit, clock))),
        Cell::Clock(short(visit, &of.answer)),
    ];
    cells.extend(alerts.then(|| Cell::maybe(Some(row.alerts.join(" ")))));
    cells
}

//! The person's requests.

use askama::Template;
use axum::response::Response;
use duties::rights::{self, RequestSummary};

use super::session::Signed;
use crate::clocks::{heads, short, state};
use crate::fault::Fault;
use crate::page::{Page, answer};
use crate::parts::{Cell, Empty, Table};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "centre/requests.html")]
struct Requests {
    p: Page,
    table: Option<Table>,
    empty: Empty,
}

pub(crate) async fn requests(signed: Signed) -> Result<Response, Fault> {
    let visit = &signed.visit;
    let t = visit.texts();
    let list = rights::list_for(&visit.site.service, signed.person.subject, &visit.lang).await?;
    let table = (!list.is_empty()).then(|| Table {
        caption: t.say("centre-requests-title"),
        caption_hidden: true,
        head: heads(
            t,
            &[
                "centre-requests-what",
                "centre-requests-reference",
                "centre-requests-received",
                "centre-requests-state",
                "centre-requests-due",
            ],
        ),
        rows: list.iter().map(|request| row(visit, request)).collect(),
    });
    answer(&Requests {
        p: signed
            .page(t.say("centre-requests-title"))
            .under(&[("centre-home-title", "/privacy/home")])
            .wide(),
        table,
        empty: Empty { text: t.say("centre-requests-empty"), action: None },
    })
}

fn row(visit: &Visit, of: &RequestSummary) -> Vec<Cell> {
    vec![
        Cell::RowLink(visit.to(&format!("/privacy/requests/{}", of.id)), of.kind_title.clone()),
        Cell::text(of.reference.clone()),
        Cell::text(visit.day(of.received_at)),
        Cell::Pill(state(of)),
        Cell::Clock(short(visit, &of.answer)),
    ]
}

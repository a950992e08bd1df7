//! Every demand: its ground, day and state. Neither the person nor who demands it stands here.

use askama::Template;
use axum::response::Response;
use duties::sharing::demand;

use super::state;
use crate::clocks::heads;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::page::{Page, answer};
use crate::parts::{Cell, Empty, Table};

#[derive(Template)]
#[template(path = "console/demands.html")]
struct Demands {
    p: Page,
    table: Option<Table>,
    empty: Empty,
}

pub(crate) async fn list(duty: OnDuty) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let all = demand::list(&visit.site.service, &duty.staff).await?;
    let row = |one: &demand::Row| {
        let ground = t.say(&format!("console-demand-ground-{}", one.ground));
        vec![
            Cell::RowLink(visit.to(&format!("/console/demands/{}", one.id)), ground),
            Cell::text(visit.when(one.asked_at)),
            Cell::Pill(state(visit, &one.state)),
        ]
    };
    let ids = ["console-demand-ground", "console-demand-asked", "console-demand-state"];
    answer(&Demands {
        p: duty.page(t.say("console-demands")),
        table: (!all.is_empty()).then(|| Table {
            caption: t.say("console-demands"),
            caption_hidden: true,
            head: heads(t, &ids),
            rows: all.iter().map(row).collect(),
        }),
        empty: Empty {
            text: t.say("console-demands-none"),
            action: Some((visit.to("/console/people"), t.say("console-nav-people"))),
        },
    })
}

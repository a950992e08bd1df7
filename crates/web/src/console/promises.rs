//! The promises, as `abide audit` finds them: what keeps each, where it is declared, whether it holds now. What people
//! vouch for is confirmed here.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accounts::Role;
use duties::audit::{self, Audited, Verdict};

use super::session::OnDuty;
use crate::clocks::heads;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer};
use crate::parts::{Cell, Pill, Table, Tone};
use crate::visit::Visit;

/// The longest note that goes with a confirmation, in characters.
const NOTE: usize = 500;

#[derive(Template)]
#[template(path = "console/promises.html")]
struct Promises {
    p: Page,
    summary: String,
    table: Table,
    vouched: Vec<Vouched>,
    may_confirm: bool,
}

/// Something people vouch for.
struct Vouched {
    name: String,
    promise: String,
    state: String,
}

pub(crate) async fn show(duty: OnDuty) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let found = audit::audit(&visit.site.service).await?;
    let count = |verdict| found.iter().filter(|one| one.verdict() == verdict).count();
    let head = heads(
        t,
        &[
            "console-promises-promise",
            "console-promises-state",
            "console-promises-kept",
            "console-promises-found",
        ],
    );
    answer(&Promises {
        p: duty.page(t.say("console-nav-promises")),
        summary: t.with(
            "console-promises-summary",
            &[
                ("kept", count(Verdict::Kept).into()),
                ("open", count(Verdict::NotYet).into()),
                ("broken", count(Verdict::Broken).into()),
            ],
        ),
        table: Table {
            caption: t.say("console-nav-promises"),
            caption_hidden: true,
            head,
            rows: found.iter().map(|one| row(visit, one)).collect(),
        },
        vouched: vouched(visit).await?,
        may_confirm: duty.staff.role >= Role::PrivacyLead,
    })
}

fn row(visit: &Visit, one: &Audited) -> Vec<Cell> {
    let t = visit.texts();
    let lang = visit.lang.as_str();
    let mechanisms: Vec<String> = one
        .promise
        .mechanisms()
        .iter()
        .map(|mechanism| t.say(&format!("audit-mechanism-{}", mechanism.as_str())))
        .collect();
    let verdict = one.verdict();
    // what decides stands first: what is broken, then what is not there yet, then the evidence
    let decides = one.looks.iter().find(|look| look.state.verdict() == verdict);
    let found = decides.map(|look| look.state.words(lang));
    vec![
        Cell::Row(format!("{} · {}", one.promise.id, one.promise.says.get(lang))),
        Cell::Pill(Pill::new(tone(verdict), audit::verdict_words(verdict, lang))),
        Cell::text(t.list(&mechanisms)),
        Cell::maybe(found),
    ]
}

fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Kept => Tone::Kept,
        Verdict::NotYet => Tone::Unknown,
        Verdict::Broken => Tone::Late,
    }
}

async fn vouched(visit: &Visit) -> Result<Vec<Vouched>, Fault> {
    let t = visit.texts();
    let day = |day: Option<jiff::civil::Date>| day.map(|day| visit.date(day)).unwrap_or_default();
    let one = |one: audit::Attestation| Vouched {
        state: match one.confirmed {
            None => t.with("console-promises-never", &[("owner", one.owner.get(&visit.lang).into())]),
            Some(confirmed) => t.with(
                "console-promises-confirmed",
                &[
                    ("owner", one.owner.get(&visit.lang).into()),
                    ("day", day(Some(confirmed)).as_str().into()),
                    ("due", day(one.due).as_str().into()),
                ],
            ),
        },
        promise: one.promise.get(&visit.lang).to_owned(),
        name: one.name,
    };
    Ok(audit::attestations(&visit.site.service).await?.into_iter().map(one).collect())
}

pub(crate) async fn confirm(
    duty: OnDuty,
    Path(name): Path<String>,
    posted: Posted,
) -> Result<Response, Fault> {
    let note: String = posted.one("note")?.chars().take(NOTE).collect();
    audit::attest(&duty.visit.site.service, &duty.staff, &name, &note).await?;
    Ok(Redirect::to(&duty.visit.to("/console/promises")).into_response())
}

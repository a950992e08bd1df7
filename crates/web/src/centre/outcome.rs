//! What was or will be done, table by table, and what stays: the same tables for the person and for staff.

use duties::answer::{Outcome, OutcomeLine, RemainsRow};

use crate::clocks::heads;
use crate::parts::{Cell, Head, Pill, Table, Tone};
use crate::visit::Visit;

/// Place, table, entries, outcome, ground, until.
pub(crate) fn table(visit: &Visit, caption: &str, rows: &[OutcomeLine]) -> Option<Table> {
    let t = visit.texts();
    let mut head = heads(t, &["web-outcome-place", "web-outcome-table"]);
    head.push(Head { text: t.say("web-outcome-rows"), number: true });
    head.extend(heads(t, &["web-outcome-outcome", "web-outcome-ground", "web-outcome-until"]));
    (!rows.is_empty()).then(|| Table {
        caption: t.say(caption),
        caption_hidden: true,
        head,
        rows: rows.iter().map(|row| line(visit, row)).collect(),
    })
}

fn line(visit: &Visit, row: &OutcomeLine) -> Vec<Cell> {
    let t = visit.texts();
    let rows = i64::try_from(row.rows).unwrap_or(i64::MAX);
    let count = row.counted.filter(|counted| *counted != row.rows).map_or_else(
        || t.number(rows),
        |counted| t.with("web-outcome-counted", &[("counted", counted.into()), ("rows", row.rows.into())]),
    );
    let ground: Vec<String> = row.ground.iter().cloned().chain(row.columns(t)).collect();
    vec![
        Cell::text(row.place.clone()),
        Cell::Row(row.table.clone()),
        Cell::Number(count),
        Cell::Pill(Pill::new(tone(row.outcome), row.outcome_title.clone())),
        Cell::maybe(Some(ground.join(". "))),
        Cell::maybe(row.until.map(|until| until.words(t))),
    ]
}

pub(crate) fn tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Deleted | Outcome::Anonymised => Tone::Kept,
        Outcome::Kept => Tone::Soon,
        Outcome::Copied => Tone::Unknown,
    }
}

/// What stays, why and until when.
pub(crate) fn remains(visit: &Visit, rows: &[RemainsRow]) -> Option<Table> {
    let t = visit.texts();
    let until =
        |row: &RemainsRow| row.until.map_or_else(|| t.say("web-remains-event"), |until| visit.date(until));
    (!rows.is_empty()).then(|| Table {
        caption: t.say("centre-request-kept"),
        caption_hidden: true,
        head: heads(t, &["web-remains-what", "web-outcome-ground", "web-outcome-until"]),
        rows: rows
            .iter()
            .map(|row| {
                vec![Cell::Row(row.what.clone()), Cell::text(row.ground.clone()), Cell::text(until(row))]
            })
            .collect(),
    })
}

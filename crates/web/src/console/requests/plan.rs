//! The plan and the steps of a request, as a tree and as tables.

use duties::answer::OutcomeLine;
use duties::rights::{self, PlanView, RequestSummary, StepState, StepView};

use crate::centre::{outcome_table, outcome_tone, remains_table};
use crate::clocks::kind;
use crate::parts::{Node, Notice, Pill, Step, Steps, Table, Tone, Tree};
use crate::visit::Visit;

/// A plan to be shown.
pub(super) struct Plan {
    pub drawn: String,
    pub rehearsed: Option<String>,
    pub problems: Option<Notice>,
    pub tree: Tree,
    pub table: Option<Table>,
    pub remains: Option<Table>,
}

pub(super) fn plan(visit: &Visit, of: &PlanView) -> Plan {
    let t = visit.texts();
    let problems = (!of.problems.is_empty())
        .then(|| Notice::new(Tone::Late, t.say("console-plan-problems"), of.problems.clone()));
    Plan {
        drawn: t.with("console-plan-drawn", &[("when", visit.when_and_how_far(of.drawn_at).into())]),
        rehearsed: of
            .rehearsed_at
            .map(|at| t.with("console-plan-rehearsed", &[("when", visit.when_and_how_far(at).into())])),
        problems,
        tree: tree(visit, &of.rows),
        table: outcome_table(visit, "console-plan-title", &of.rows),
        remains: remains_table(visit, &of.remains),
    }
}

/// What keeps an erasure from running: reasons, and requests to be answered first, each with its page.
pub(super) struct Waiting {
    pub reasons: Vec<String>,
    pub requests: Vec<(String, String)>,
}

pub(super) fn waiting(visit: &Visit, of: &rights::Waiting) -> Option<Waiting> {
    let t = visit.texts();
    let open = (!of.requests.is_empty()).then(|| t.say("console-run-waiting"));
    let link = |one: &RequestSummary| {
        let href = visit.to(&format!("/console/requests/{}", one.id));
        (href, format!("{} · {}", one.reference, kind(visit, one)))
    };
    (!of.is_nothing()).then(|| Waiting {
        reasons: open.into_iter().chain(of.reasons.iter().cloned()).collect(),
        requests: of.requests.iter().map(link).collect(),
    })
}

/// Each place with its tables under it, in the order of the run; a table of several outcomes has them under it.
fn tree(visit: &Visit, rows: &[OutcomeLine]) -> Tree {
    let mut places: Vec<(&str, Vec<Vec<&OutcomeLine>>)> = Vec::new();
    for row in rows {
        if places.iter().all(|(place, _)| *place != row.place) {
            places.push((&row.place, Vec::new()));
        }
        let Some((_, tables)) = places.iter_mut().find(|(place, _)| *place == row.place) else { continue };
        match tables.iter_mut().find(|of| of.first().is_some_and(|first| first.table == row.table)) {
            Some(of) => of.push(row),
            None => tables.push(vec![row]),
        }
    }
    let root = |(place, tables): (&str, Vec<Vec<&OutcomeLine>>)| Node {
        text: place.to_owned(),
        pill: None,
        children: tables.iter().map(|of| table_node(visit, of)).collect(),
    };
    Tree { label: visit.texts().say("console-plan-title"), roots: places.into_iter().map(root).collect() }
}

/// One table: with its outcome, or with its outcomes under it.
fn table_node(visit: &Visit, rows: &[&OutcomeLine]) -> Node {
    let t = visit.texts();
    let all: u64 = rows.iter().map(|row| row.count()).sum();
    let table = rows.first().map(|row| row.table.as_str()).unwrap_or_default();
    let text = t.with("console-plan-node", &[("table", table.into()), ("count", all.into())]);
    let part = |row: &&OutcomeLine| {
        let words = t.with("console-plan-rows", &[("count", row.count().into())]);
        let until = row.until.map(|until| {
            let id =
                if until.first == until.last { "console-plan-until" } else { "console-plan-until-latest" };
            t.with(id, &[("when", visit.date(until.last).into())])
        });
        Node {
            text: format!("{words}{}", until.unwrap_or_default()),
            pill: Some(pill(row)),
            children: Vec::new(),
        }
    };
    match rows {
        [only] => Node { text, pill: Some(pill(only)), children: Vec::new() },
        several => Node { text, pill: None, children: several.iter().map(part).collect() },
    }
}

fn pill(row: &OutcomeLine) -> Pill {
    Pill::new(outcome_tone(row.outcome), row.outcome_title.clone())
}

/// The steps of a run with what came of each. Only a verified step looks done.
pub(super) fn steps(visit: &Visit, all: &[StepView]) -> Option<Steps> {
    (!all.is_empty()).then(|| Steps { steps: all.iter().map(|step| one(visit, step)).collect() })
}

fn one(visit: &Visit, of: &StepView) -> Step {
    let t = visit.texts();
    let tone = match of.state {
        StepState::Waiting => Tone::Unknown,
        StepState::Running => Tone::Soon,
        StepState::Retrying => Tone::Late,
        StepState::Done => Tone::Kept,
    };
    let mut lines: Vec<String> = of.error.iter().cloned().collect();
    if of.attempts > 1 {
        lines.push(t.with("console-step-attempts", &[("count", of.attempts.into())]));
    }
    lines.extend(
        of.next_at
            .filter(|_| of.state == StepState::Retrying)
            .map(|at| t.with("console-step-next", &[("when", visit.when_and_how_far(at).into())])),
    );
    lines.extend(of.outcomes.iter().map(|row| {
        format!(
            "{}: {}",
            t.with("console-plan-node", &[("table", (&row.table).into()), ("count", row.count().into())]),
            row.outcome_title
        )
    }));
    Step { title: of.title.clone(), pill: Pill::new(tone, of.state_title.clone()), lines }
}

//! The plan and the steps of a request, as a tree and as tables.

use duties::answer::OutcomeRow;
use duties::rights::{PlanView, StepState, StepView};

use crate::centre::{outcome_table, outcome_tone, remains_table};
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

/// Each place with its tables under it, in the order of the run.
fn tree(visit: &Visit, rows: &[OutcomeRow]) -> Tree {
    let mut roots: Vec<Node> = Vec::new();
    for row in rows {
        let words = visit.texts().with(
            "console-plan-node",
            &[("table", (&row.table).into()), ("count", row.counted.unwrap_or(row.rows).into())],
        );
        let leaf = Node { text: words, pill: Some(pill(row)), children: Vec::new() };
        match roots.iter_mut().find(|root| root.text == row.place) {
            Some(root) => root.children.push(leaf),
            None => roots.push(Node { text: row.place.clone(), pill: None, children: vec![leaf] }),
        }
    }
    Tree { label: visit.texts().say("console-plan-title"), roots }
}

fn pill(row: &OutcomeRow) -> Pill {
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
        let count = row.counted.unwrap_or(row.rows);
        format!(
            "{}: {}",
            t.with("console-plan-node", &[("table", (&row.table).into()), ("count", count.into())]),
            row.outcome_title
        )
    }));
    Step { title: of.title.clone(), pill: Pill::new(tone, of.state_title.clone()), lines }
}

//! What steps did, as persisted (tables and numbers, no values) and as pages show it.

use db::steps::{self, Step};
use jiff::civil::Date;
use policy::Policy;
use policy::map::{Class, ColumnMap};
use serde::{Deserialize, Serialize};
use stores::{ErasePlan, Mention, TableOutcome, TablePlan};
use texts::texts;
use uuid::Uuid;

use super::held::{column_title, store_title, table_title};
use super::inform::{self, INFORM, Means};
use super::{StepState, StepView};
use crate::Service;
use crate::answer::{Outcome, OutcomeRow, grouped, recipient_title, words};

/// What a verified step did. Persisted as JSON; outlives the person's keys.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "did")]
pub(super) enum Did {
    /// The tombstone stands outside the databases.
    Published {
        /// Its id.
        tombstone: Uuid,
    },
    /// A store was erased and verified.
    Erased {
        /// As the store counted it.
        outcome: stores::Outcome,
    },
    /// Abide's own rows and the person's data key are gone.
    Forgot {
        /// Table and rows.
        tables: Vec<(String, u64)>,
    },
    /// The answer was made.
    Answered {
        /// Place, table, rows.
        copied: Vec<(String, String, u64)>,
    },
    /// The person was told, the request is closed.
    Told,
    /// A recipient was told, by staff.
    Informed {
        /// The day.
        on: Date,
        /// How.
        means: Means,
    },
}

impl Did {
    /// As the step's row keeps it.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn of(step: &Step) -> Option<Self> {
        serde_json::from_str(step.outcome.as_ref()?).ok()
    }

    /// As pages show it.
    pub fn rows(&self, service: &Service, lang: &str) -> Vec<OutcomeRow> {
        match self {
            Self::Published { .. } | Self::Told | Self::Informed { .. } => vec![],
            Self::Erased { outcome } => {
                let rows = outcome.tables.iter().map(|table| of_table(service, &outcome.store, table, lang));
                rows.flatten().collect()
            }
            Self::Forgot { tables } => {
                tables.iter().filter(|(_, rows)| *rows > 0).map(|own| of_own(own, true, lang)).collect()
            }
            Self::Answered { copied } => copied.iter().map(|one| of_copy(one, lang)).collect(),
        }
    }
}

/// What the verified steps did, in their order.
pub(super) fn of_steps(service: &Service, steps: &[Step], lang: &str) -> Vec<OutcomeRow> {
    let done = steps.iter().filter(|step| step.state == steps::DONE);
    done.filter_map(Did::of).flat_map(|did| did.rows(service, lang)).collect()
}

/// The steps as staff see them.
pub(super) fn steps(service: &Service, steps: &[Step], lang: &str) -> Vec<StepView> {
    steps.iter().enumerate().map(|(at, step)| of_step(service, at, step, lang)).collect()
}

fn of_step(service: &Service, at: usize, step: &Step, lang: &str) -> StepView {
    let texts = texts(lang);
    let state = match step.state.as_str() {
        steps::DONE => StepState::Done,
        _ if step.lease_until.is_some_and(|until| until > service.now()) => StepState::Running,
        _ if step.error.is_some() => StepState::Retrying,
        _ => StepState::Waiting,
    };
    let done = state == StepState::Done;
    let by_hand = inform::is_by_hand(step);
    StepView {
        by_hand,
        position: at + 1,
        title: texts
            .with(&format!("rights-step-{}", step.action), &[("store", target(service, step).into())]),
        state,
        state_title: state_title(step, state, lang),
        attempts: u32::try_from(step.attempts).unwrap_or(u32::MAX),
        next_at: (by_hand || state == StepState::Retrying).then_some(step.next_at),
        error: step.error.clone().filter(|_| !done),
        outcomes: Did::of(step)
            .filter(|_| done)
            .map(|did| grouped(&did.rows(service, lang)))
            .unwrap_or_default(),
    }
}

/// A store's or a recipient's name in words.
fn target(service: &Service, step: &Step) -> String {
    if step.action == INFORM { recipient_title(&service.policy, &step.target) } else { words(&step.target) }
}

/// Where it stands, in words; how a recipient was told.
fn state_title(step: &Step, state: StepState, lang: &str) -> String {
    match Did::of(step) {
        Some(Did::Informed { on, means }) => inform::words((on, means), lang),
        _ if inform::is_by_hand(step) => texts(lang).say("rights-step-state-by-hand"),
        _ => texts(lang).say(&format!("rights-step-state-{}", state.as_str())),
    }
}

/// A line with nothing but place, table and number.
fn line(place: &str, table: String, outcome: Outcome, rows: u64, lang: &str) -> OutcomeRow {
    OutcomeRow {
        place: place.to_owned(),
        table,
        outcome,
        outcome_title: outcome.title(lang),
        rows,
        counted: None,
        ground: None,
        until: None,
        masked: vec![],
        stays: vec![],
    }
}

fn of_table(service: &Service, store: &str, table: &TableOutcome, lang: &str) -> Vec<OutcomeRow> {
    let (name, place, texts) =
        (title(service, store, &table.table, lang), store_title(store, lang), texts(lang));
    let place = place.as_str();
    let (masked, stays) = columns(service, store, table, lang);
    let special = |id: &str| texts.with(id, &[("table", (&name).into())]);
    let mut rows = vec![
        line(place, name.clone(), Outcome::Deleted, table.deleted, lang),
        line(place, name.clone(), Outcome::Anonymised, table.anonymised, lang),
        line(place, special("rights-table-unlinked"), Outcome::Anonymised, table.unlinked, lang),
        line(place, special("rights-table-redacted"), Outcome::Anonymised, table.redacted, lang),
    ];
    rows.extend(table.kept.iter().map(|kept| OutcomeRow {
        ground: Some(ground(&service.policy, &kept.ground, lang)),
        until: kept.until,
        masked: masked.clone(),
        stays: stays.clone(),
        ..line(place, name.clone(), Outcome::Kept, kept.rows, lang)
    }));
    rows.retain(|row| row.rows > 0);
    rows.iter_mut().for_each(|row| row.counted = Some(row.rows));
    rows
}

/// What is taken out of a table's kept rows, and what about the person stays in them, in words.
fn columns(service: &Service, store: &str, table: &TableOutcome, lang: &str) -> (Vec<String>, Vec<String>) {
    let Some(map) = service.maps.iter().find(|map| map.store == store) else {
        return (table.blanked.iter().map(|column| words(column)).collect(), vec![]);
    };
    let said = |names: Vec<&String>| {
        let mut titles: Vec<String> = Vec::new();
        for name in names {
            let title = column_title(&service.policy, map, (&table.table, name), lang);
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        titles
    };
    let all = map.table(&table.table).map(|table| table.columns.as_slice()).unwrap_or_default();
    let theirs = |column: &&ColumnMap| column.class.personal() && column.class != Class::OtherPerson;
    let stays = all.iter().filter(theirs).map(|column| &column.name);
    (
        said(table.blanked.iter().collect()),
        said(stays.filter(|name| !table.blanked.contains(*name)).collect()),
    )
}

/// A store's table in words of its map.
fn title(service: &Service, store: &str, table: &str, lang: &str) -> String {
    let map = service.maps.iter().find(|map| map.store == store);
    map.map_or_else(|| words(table), |map| table_title(map, table, lang))
}

/// The law behind what is kept, else what it is kept for.
fn ground(policy: &Policy, purpose: &str, lang: &str) -> String {
    let Some(known) = policy.purpose(purpose) else { return words(purpose) };
    let law = known.law.as_ref().map(|law| law.get(lang)).filter(|law| !law.is_empty());
    let why = known.why.get(lang);
    law.map_or_else(|| why.to_owned(), |law| format!("{why}: {law}"))
}

/// One of Abide's own tables.
pub(super) fn of_own((table, rows): &(String, u64), counted: bool, lang: &str) -> OutcomeRow {
    let texts = texts(lang);
    let table = texts.say(&format!("rights-own-{table}"));
    let line = line(&texts.say("rights-place-abide"), table, Outcome::Deleted, *rows, lang);
    OutcomeRow { counted: counted.then_some(*rows), ..line }
}

/// One table that an access copies.
pub(super) fn of_copy((place, table, rows): &(String, String, u64), lang: &str) -> OutcomeRow {
    line(place, table.clone(), Outcome::Copied, *rows, lang)
}

/// What a plan will do in one store, with what the rehearsal counted.
pub(super) fn of_plan(
    service: &Service,
    plan: &ErasePlan,
    rehearsed: Option<&stores::Outcome>,
    lang: &str,
) -> Vec<OutcomeRow> {
    let mut rows: Vec<OutcomeRow> = Vec::new();
    for table in &plan.tables {
        rows.extend(of_table(service, &plan.store, &planned(table, &plan.mentions), lang));
    }
    let counted: Vec<OutcomeRow> = rehearsed
        .iter()
        .flat_map(|outcome| &outcome.tables)
        .flat_map(|table| of_table(service, &plan.store, table, lang))
        .collect();
    for row in &mut rows {
        let same = |other: &&OutcomeRow| {
            (other.outcome, &other.table, &other.ground, other.until)
                == (row.outcome, &row.table, &row.ground, row.until)
        };
        row.counted = counted.iter().find(same).map(|other| other.rows);
    }
    rows
}

/// Free text that may name the person, and may name somebody else: a sentence for each column.
pub(super) fn uncertain(service: &Service, plan: &ErasePlan, lang: &str) -> Vec<String> {
    let map = service.maps.iter().find(|map| map.store == plan.store);
    let sentence = |one: &Mention| {
        let of = (one.table.as_str(), one.column.as_str());
        let column = map.map_or_else(|| words(of.1), |map| column_title(&service.policy, map, of, lang));
        let said = [
            ("table", title(service, &plan.store, &one.table, lang).into()),
            ("column", column.into()),
            ("count", one.rows.len().into()),
        ];
        texts(lang).with("rights-problem-uncertain", &said)
    };
    plan.mentions.iter().filter(|one| !one.certain).map(sentence).collect()
}

/// A planned table counted as a done one would be.
fn planned(table: &TablePlan, mentions: &[Mention]) -> TableOutcome {
    let count = |rows: usize| u64::try_from(rows).unwrap_or(u64::MAX);
    let named = mentions.iter().filter(|one| one.certain && one.table == table.table);
    let kept = table.kept.iter().map(|kept| stores::KeptCount {
        ground: kept.ground.clone(),
        until: kept.until,
        rows: count(kept.rows.len()),
    });
    TableOutcome {
        table: table.table.clone(),
        deleted: count(table.deleted.len()),
        anonymised: count(table.anonymised.len()),
        kept: kept.collect(),
        blanked: table.blanked.clone(),
        unlinked: count(table.unlinked.len()),
        redacted: named.map(|one| count(one.rows.len())).sum(),
    }
}

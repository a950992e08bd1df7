//! A request's clock in words, and its state as a pill.

use duties::rights::{Clock, ClockState, RequestState, RequestSummary};
use jiff::Timestamp;
use texts::Texts;

use crate::parts::{self, Pill, Tone};
use crate::visit::Visit;

/// So much of a bar is filled from the first minute on: an empty one would look broken.
const LEAST: f64 = 0.02;

/// A clock with the law behind it.
pub(crate) fn clock(visit: &Visit, clock: &Clock) -> parts::Clock {
    let t = visit.texts();
    let (tone, word) = match clock.state {
        ClockState::Open => (Tone::Kept, "web-clock-open"),
        ClockState::DueSoon => (Tone::Soon, "web-clock-soon"),
        ClockState::Late => (Tone::Late, "web-clock-late"),
        ClockState::Met => (Tone::Kept, "web-clock-met"),
        ClockState::MetLate => (Tone::Late, "web-clock-met-late"),
    };
    if let Some(met) = clock.met {
        return finished(visit, clock, (tone, word), met);
    }
    let when = t.relative(visit.now(), clock.due);
    let due = t.with("web-clock-due", &[("when", visit.when(clock.due).into())]);
    parts::Clock {
        tone,
        left: t.with(word, &[("when", when.into())]),
        due,
        law: clock.law.clone(),
        gone: Some(percent(clock.used)),
    }
}

/// A clock that has stopped: one sentence, nothing left to measure.
fn finished(visit: &Visit, of: &Clock, (tone, word): (Tone, &str), met: Timestamp) -> parts::Clock {
    let days = [("when", visit.day(met).into()), ("due", visit.day(of.due).into())];
    let left = visit.texts().with(word, &days);
    parts::Clock { tone, left, due: String::new(), law: of.law.clone(), gone: None }
}

/// The same without the law, for a table.
pub(crate) fn short(visit: &Visit, of: &Clock) -> parts::Clock {
    let due = if of.met.is_some() { String::new() } else { visit.day(of.due) };
    parts::Clock { law: String::new(), due, ..clock(visit, of) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 2..=100 just before")]
fn percent(used: f64) -> u8 {
    (used.clamp(LEAST, 1.0) * 100.0).round() as u8
}

/// A request's state: icon and word. What is partly done never looks done.
pub(crate) fn state(of: &RequestSummary) -> Pill {
    let tone = match of.state {
        RequestState::Open | RequestState::Planned | RequestState::Withdrawn => Tone::Unknown,
        RequestState::Running | RequestState::PartlyDone => Tone::Soon,
        RequestState::Done | RequestState::Answered => Tone::Kept,
        RequestState::Refused => Tone::Late,
    };
    Pill::new(tone, of.state_title.clone())
}

/// What staff call a request's kind, with its article: the person's own words for it speak to the person.
pub(crate) fn kind(visit: &Visit, of: &RequestSummary) -> String {
    visit.texts().say(&format!("console-kind-{}", of.kind.as_str()))
}

/// The column heads of a list of requests, for person and staff alike.
pub(crate) fn heads(t: &Texts, ids: &[&str]) -> Vec<parts::Head> {
    ids.iter().map(|id| t.say(id).into()).collect()
}

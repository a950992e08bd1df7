//! A request's clock in words, and its state as a pill.

use duties::rights::{Clock, ClockState, RequestState, RequestSummary};
use texts::Texts;

use crate::parts::{self, Pill, Tone};
use crate::visit::Visit;

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
    let when = clock.met.map_or_else(|| t.relative(visit.now(), clock.due), |met| visit.day(met));
    let due = t.with("web-clock-due", &[("when", visit.when(clock.due).into())]);
    parts::Clock {
        tone,
        left: t.with(word, &[("when", when.into())]),
        due,
        law: clock.law.clone(),
        gone: percent(clock.used),
    }
}

/// The same without the law, for a table.
pub(crate) fn short(visit: &Visit, of: &Clock) -> parts::Clock {
    parts::Clock { law: String::new(), due: visit.day(of.due), ..clock(visit, of) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=100 just before")]
fn percent(used: f64) -> u8 {
    (used.clamp(0.0, 1.0) * 100.0).round() as u8
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

/// The column heads of a list of requests, for person and staff alike.
pub(crate) fn heads(t: &Texts, ids: &[&str]) -> Vec<parts::Head> {
    ids.iter().map(|id| t.say(id).into()).collect()
}

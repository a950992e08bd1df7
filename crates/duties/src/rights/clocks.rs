//! The time limits of a request: one month by Regulation 1182/71 (Art. 12(3)), or what the policy promises, and
//! the first reply it promises in office hours (WE-12).

use jiff::{SignedDuration, Timestamp};
pub(crate) use policy::clock::zone;
use policy::{Counted, Policy, clock};

use super::{Clock, ClockState};

/// How much of a clock may have run before it is due soon.
const SOON: f64 = 0.75;
/// The longest the law allows before an extension, in months.
const LAW_MONTHS: i8 = 1;
/// By how many months the law lets it be extended.
const FURTHER_MONTHS: i8 = 2;

/// When the request must be answered, and when first replied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Deadlines {
    /// The answer.
    pub due: Timestamp,
    /// The first reply, if one is promised.
    pub first_reply: Option<Timestamp>,
}

/// The end of the month within which an extension must be told (Art. 12(3)).
pub(super) fn first_month(policy: &Policy, received: Timestamp) -> Timestamp {
    clock::add_months(received, LAW_MONTHS, &zone(policy), &policy.controller.country)
}

/// When an extended request must be answered: two further months (Art. 12(3)).
pub(super) fn extended(policy: &Policy, received: Timestamp) -> Timestamp {
    clock::add_months(received, LAW_MONTHS + FURTHER_MONTHS, &zone(policy), &policy.controller.country)
}

/// The deadlines of a request received at that moment.
pub(super) fn deadlines(policy: &Policy, received: Timestamp) -> Deadlines {
    let within = policy.rights.answer_months().clamp(1, 3);
    // The law's month is a limit: a policy that promises more than it cannot lengthen it.
    let months = i8::try_from(within).unwrap_or(LAW_MONTHS).min(LAW_MONTHS);
    let by_law = clock::add_months(received, months, &zone(policy), &policy.controller.country);
    let shorter = policy.rights.answer.within.hours();
    let promised =
        shorter.and_then(|hours| i32::try_from(hours).ok()).map(|hours| clock::add_hours(received, hours));
    let due = promised.map_or(by_law, |promised| promised.min(by_law));
    Deadlines { due, first_reply: first_reply(policy, received) }
}

/// Today where the controller's days are counted.
pub(crate) fn today(service: &crate::Service) -> jiff::civil::Date {
    zone(&service.policy).to_datetime(service.now()).date()
}

/// When a request received at that moment is due, and when it would be by the law alone.
pub(crate) fn due(policy: &Policy, received: Timestamp) -> (Timestamp, Timestamp) {
    let by_law = clock::add_months(received, LAW_MONTHS, &zone(policy), &policy.controller.country);
    (deadlines(policy, received).due, by_law)
}

fn first_reply(policy: &Policy, received: Timestamp) -> Option<Timestamp> {
    let promised = policy.rights.first_reply?;
    let hours = promised.within.hours()?;
    let within = SignedDuration::from_hours(i64::from(hours));
    match (promised.counted_in, &policy.office_hours) {
        (Counted::OfficeHours, Some(office)) => Some(clock::office_deadline(received, within, office)),
        _ => received.checked_add(within).ok(),
    }
}

/// A clock as pages show it.
pub(super) fn clock(
    started: Timestamp,
    due: Timestamp,
    met: Option<Timestamp>,
    now: Timestamp,
    law: String,
) -> Clock {
    let used = used(started, due, met.unwrap_or(now));
    let state = match met {
        Some(met) if met <= due => ClockState::Met,
        Some(_) => ClockState::MetLate,
        None if now > due => ClockState::Late,
        None if used >= SOON => ClockState::DueSoon,
        None => ClockState::Open,
    };
    Clock { started, due, met, state, law, used }
}

fn used(started: Timestamp, due: Timestamp, at: Timestamp) -> f64 {
    let whole = due.duration_since(started).as_secs_f64();
    if whole <= 0.0 { 1.0 } else { (at.duration_since(started).as_secs_f64() / whole).clamp(0.0, 1.0) }
}

/// The answer's clock of a stored request.
pub(super) fn answer_clock(request: &db::requests::Request, law: &str, now: Timestamp) -> Clock {
    let due = request.extended_to.unwrap_or(request.due_at);
    let law = format!("{law}, Art. 12(3); Regulation 1182/71");
    clock(request.received_at, due, request.closed_at, now, law)
}

/// The first reply's clock of a stored request. Closing it is a reply too.
pub(super) fn reply_clock(request: &db::requests::Request, lang: &str, now: Timestamp) -> Option<Clock> {
    let due = request.first_reply_due?;
    let met = request.first_reply_at.or(request.closed_at);
    let law = texts::texts(lang).say("rights-law-first-reply");
    Some(clock(request.received_at, due, met, now, law))
}

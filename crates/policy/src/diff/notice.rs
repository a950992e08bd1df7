//! Which notice a class of difference needs, and from which day on a version can lawfully be in force.

use super::class::{Class, Difference};
use crate::model::{Change, Channel, Length, Policy, Unit};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// How long before it takes effect a rights-affecting change is told where the policy promises no time itself (WX-24).
const AHEAD: Length = Length::new(30, Unit::Days);

/// How a difference has to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// By which channels; empty: the public archive alone.
    pub by: Vec<Channel>,
    /// How long before it takes effect.
    pub ahead: Option<Length>,
}

/// The notice that the policy in force promised for a class of change.
#[must_use]
pub fn notice(in_force: &Policy, class: Class) -> Notice {
    let Change { by, ahead, .. } = match class {
        Class::Minor => &in_force.changes.minor,
        Class::Significant => &in_force.changes.significant,
        Class::RightsAffecting => &in_force.changes.rights_affecting,
    };
    let ahead = ahead.or((class == Class::RightsAffecting).then_some(AHEAD));
    Notice { by: by.clone(), ahead }
}

/// The first day at whose beginning differences that are told at this moment may take effect: every difference has had
/// its time. Days begin and end where the controller is (`zone`).
#[must_use]
pub fn earliest(differences: &[Difference], told: Timestamp, zone: &TimeZone) -> Date {
    let day = |one: &Difference| one.notice.ahead.map(|ahead| after(told, ahead, zone));
    differences.iter().filter_map(day).max().unwrap_or_else(|| told.to_zoned(zone.clone()).date())
}

/// The first day that begins when the length has passed in full.
fn after(told: Timestamp, ahead: Length, zone: &TimeZone) -> Date {
    let told = told.to_zoned(zone.clone());
    let Ok(passed) = told.checked_add(ahead.span()) else { return Date::MAX };
    let day = passed.date();
    if day_begins(day, zone) >= passed.timestamp() { day } else { day.saturating_add(1.day()) }
}

/// The moment a day begins there.
#[must_use]
pub fn day_begins(day: Date, zone: &TimeZone) -> Timestamp {
    day.to_zoned(zone.clone()).map_or(Timestamp::MAX, |begins| begins.timestamp())
}

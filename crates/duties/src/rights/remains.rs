//! What stays in Abide itself after an erasure, on which ground and until when: told before and after.

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use texts::texts;

use super::clocks::zone;
use crate::Service;
use crate::answer::RemainsRow;
use crate::suppression;

/// The purpose under which a policy keeps proof of requests and choices; where it has one, its period is the
/// evidence's, counted from now: the last contact.
const PROOF: &str = "privacy-requests";

/// After how many days nothing erased comes back from a backup, where the policy does not say.
const BACKUPS: u16 = 14;

/// The lines, counted from `at`.
pub(super) fn remains(service: &Service, at: Timestamp, lang: &str) -> Vec<RemainsRow> {
    let texts = texts(lang);
    let days = [("days", i64::from(backup_days(service)).into())];
    let row = |name: &str, until| RemainsRow {
        what: texts.say(&format!("rights-remains-{name}")),
        ground: texts.with(&format!("rights-remains-{name}-ground"), &days),
        until,
    };
    let backups = backups_until(service, at);
    vec![
        row("evidence", evidence_until(service, at)),
        row("tombstone", backups),
        row("suppression", suppressed_until(service, at)),
        row("key", backups),
    ]
}

/// The last day of the evidence of somebody whose erasure ended at that moment; none where the policy names none.
pub(super) fn evidence_until(service: &Service, at: Timestamp) -> Option<Date> {
    let purpose = service.policy.purpose(PROOF)?;
    day(service, at).checked_add(purpose.keep.length.span()).ok()
}

/// The last day on which a backup could bring them back: that of the tombstone, and of their keys in backups.
pub(super) fn backups_until(service: &Service, at: Timestamp) -> Option<Date> {
    day(service, at).checked_add(Span::new().try_days(i64::from(backup_days(service))).ok()?).ok()
}

/// The last day on which an import of theirs is stopped; none where that is for ever.
fn suppressed_until(service: &Service, at: Timestamp) -> Option<Date> {
    let until = suppression::until(service, at);
    (until < Timestamp::MAX).then(|| day(service, until))
}

/// After how many days a backup of the keys opens nothing that was erased.
pub fn backup_days(service: &Service) -> u16 {
    service.policy.security.backups_gone_after_days.unwrap_or(BACKUPS).max(1)
}

fn day(service: &Service, at: Timestamp) -> Date {
    zone(&service.policy).to_datetime(at).date()
}

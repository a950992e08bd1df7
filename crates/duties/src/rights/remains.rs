//! What stays in Abide itself after an erasure, on which ground and until when: told before and after.

use jiff::{Span, Timestamp};
use texts::texts;

use super::clocks::zone;
use crate::Service;
use crate::answer::RemainsRow;

/// The purpose under which a policy keeps proof of requests and choices; where it has one, its period is the
/// evidence's, counted from now: the last contact.
const PROOF: &str = "privacy-requests";

/// The lines, counted from `at`.
pub(super) fn remains(service: &Service, at: Timestamp, lang: &str) -> Vec<RemainsRow> {
    let texts = texts(lang);
    let row = |name: &str, until| RemainsRow {
        what: texts.say(&format!("rights-remains-{name}")),
        ground: texts.say(&format!("rights-remains-{name}-ground")),
        until,
    };
    let today = zone(&service.policy).to_datetime(at).date();
    let backups = service.policy.security.backups_gone_after_days;
    let gone = backups.and_then(|days| today.checked_add(Span::new().try_days(i64::from(days)).ok()?).ok());
    let proof =
        service.policy.purpose(PROOF).and_then(|purpose| today.checked_add(purpose.keep.length.span()).ok());
    vec![row("evidence", proof), row("tombstone", gone)]
}

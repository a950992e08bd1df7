//! Differences for programs.

use super::class::Difference;
use super::gravest;
use super::paper::Speaker;
use crate::model::{Channel, Length, Policy};
use jiff::civil::Date;
use serde_json::{Value, json};

/// The differences as one JSON document; `new_collection_from` is the day from which data collected falls under the new
/// version.
#[must_use]
pub fn difference_json(
    old: &Policy,
    new: &Policy,
    differences: &[Difference],
    effective: Date,
    lang: &str,
) -> Value {
    let speaker = Speaker::new(old, new, lang);
    json!({
        "old": { "version": old.version.to_string(), "hash": old.hash_hex() },
        "new": { "version": new.version.to_string(), "hash": new.hash_hex() },
        "class": gravest(differences),
        "new_collection_from": effective.to_string(),
        "differences": differences.iter().map(|one| each(one, &speaker)).collect::<Vec<_>>(),
    })
}

fn each(one: &Difference, speaker: &Speaker<'_>) -> Value {
    let said = speaker.say(one);
    let by: Vec<&str> = one.notice.by.iter().map(|channel: &Channel| channel.as_str()).collect();
    let ahead = one.notice.ahead.map(|length: Length| length.span().to_string());
    json!({
        "place": one.place(), "kind": one.kind(), "class": one.class, "reason": one.reason(),
        "before": one.before(), "after": one.after(),
        "old_data": one.old_data, "notice": { "by": by, "ahead": ahead },
        "says": {
            "subject": said.subject, "what": said.what, "before": said.before, "after": said.after,
            "concerns": said.concerns, "old_data": said.old_data, "notice": said.notice,
        },
    })
}

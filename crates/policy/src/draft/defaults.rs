//! What the law of a country and of every country gives a first policy.

use super::parts::{Entry, Part, entry, text};
use super::sentences::Sentences;
use crate::law::{self, Ground};
use crate::model::Safeguard;
use jiff::civil::Date;

/// The authority of a country, as far as it is known.
pub(crate) fn authority(country: &str, say: &Sentences<'_>) -> Entry {
    let keys = match law::authority(country) {
        Some(known) => vec![
            entry("name", text(known.name)),
            entry("country", Part::word(country)),
            entry("website", text(known.complaint.unwrap_or(known.site))),
        ],
        None => vec![
            entry("name", text(say.reference("draft-open-authority")).assumed()),
            entry("country", Part::word(country)),
        ],
    };
    entry("authority", Part::Map(keys))
}

/// Who answers in the European Economic Area for a company outside of it (Art. 27).
pub(crate) fn representative(country: &str, on: Date, say: &Sentences<'_>) -> Option<Entry> {
    if law::is_eea(country, on) {
        return None;
    }
    let name = text(say.reference("draft-open-representative")).assumed();
    let one = vec![entry("name", name), entry("country", Part::word("IE").assumed())];
    let all = entry("representatives", Part::Map(vec![entry("eea", Part::Map(one))]));
    Some(all.open("who answers for you in the European Economic Area? Leave it out if you offer nothing to people there"))
}

/// What a transfer to a country rests on, where it needs something.
pub(crate) fn safeguard(country: &str, on: Date) -> Option<Entry> {
    let word = match law::ground(country, Some(Safeguard::Dpf), on) {
        Ground::Inside => return None,
        Ground::Adequate => return Some(entry("safeguard", Part::word("adequacy"))),
        Ground::Held(dpf) => dpf.as_str(),
        Ground::Unfit(_) | Ground::Missing => "scc",
    };
    Some(
        entry("safeguard", Part::word(word).assumed())
            .open("what the transfer rests on (GDPR Art. 44 to 49)"),
    )
}

/// What the law asks of answers, signals, changes and breaches, and no more.
pub(crate) fn promises() -> Vec<Entry> {
    let by = |channels: &[&str]| Part::words(channels);
    let ahead =
        Part::Map(vec![entry("by", by(&["site", "email"])), entry("ahead", Part::word("30 days").assumed())]);
    vec![
        entry(
            "rights",
            Part::Map(vec![
                entry("answer", Part::Map(vec![entry("within", Part::word("1 month"))])),
                entry("withdraw", by(&["privacy-centre", "message"])),
            ]),
        ),
        entry(
            "signals",
            Part::Map(vec![entry("gpc", Part::word("honour")), entry("dnt", Part::word("honour"))]),
        ),
        entry(
            "changes",
            Part::Map(vec![
                entry("minor", by(&["site"])),
                entry("significant", by(&["site", "email"])),
                entry("rights_affecting", ahead),
            ]),
        ),
        entry(
            "breach",
            Part::Map(vec![
                entry("tell_authority_within", Part::word("72 hours")),
                entry("tell_people_by", by(&["email"])),
            ]),
        ),
    ]
}

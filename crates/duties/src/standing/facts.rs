//! The ledger's entries as the gate's facts.

use db::entries::Entry;
use gate::{Event, Fact};
use ledger::{Facts, Kind};

/// The facts of one person's entries, in the ledger's order. Kinds that change nothing for decisions are left out.
pub(super) fn of(entries: &[Entry]) -> Vec<Fact> {
    let fact = |(at, entry): (usize, &Entry)| {
        let facts = &entry.facts;
        let event = event(facts, || stated(entries.get(..at).unwrap_or_default(), facts))?;
        Some(Fact { at: facts.at, policy: facts.policy, event })
    };
    entries.iter().enumerate().filter_map(fact).collect()
}

fn event(facts: &Facts, stated: impl FnOnce() -> Vec<String>) -> Option<Event> {
    let purpose = || facts.purpose.clone();
    let recipient = || facts.recipient.clone();
    Some(match facts.kind {
        Kind::RecordCollected => Event::Collected {
            // a record is named by the entry that tells of it: that stays when the record goes
            record: *facts.id.as_bytes(),
            purposes: stated(),
            fields: facts.categories.clone(),
        },
        Kind::ConsentGiven => Event::ConsentGiven { purpose: purpose()?, expires: facts.expires },
        Kind::ConsentRefused => Event::ConsentRefused { purpose: purpose()? },
        Kind::ConsentWithdrawn => Event::ConsentWithdrawn { purpose: purpose()? },
        Kind::ConsentExpired => Event::ConsentExpired { purpose: purpose()? },
        Kind::Objection => Event::Objected { purpose: purpose() },
        Kind::ObjectionWithdrawn => Event::ObjectionWithdrawn { purpose: purpose() },
        Kind::ObjectionOverridden => Event::ObjectionOverridden { purpose: purpose()? },
        Kind::RestrictionSet => Event::Restricted,
        Kind::RestrictionLifted => Event::RestrictionLifted,
        Kind::RecipientOptedOut => Event::OptedOut { recipient: recipient()? },
        Kind::RecipientOptedIn => Event::OptedIn { recipient: recipient()? },
        Kind::SubjectErased => Event::Erased { kept: Vec::new() },
        Kind::AgeAttested => Event::AgeAttested,
        Kind::AgeRefused => Event::AgeRefused,
        Kind::Instruction => Event::Instructed { purpose: purpose()? },
        _ => return None,
    })
}

/// The purposes stated at a form: its own, and those it asked consent for. The boxes' entries stand right before the
/// record's, in the same unit, so with the same time.
fn stated(before: &[Entry], record: &Facts) -> Vec<String> {
    let asked = before.iter().rev().map(|entry| &entry.facts).take_while(|facts| {
        facts.at == record.at
            && matches!(facts.kind, Kind::Accepted | Kind::ConsentAsked | Kind::ConsentGiven)
    });
    record.purpose.iter().cloned().chain(asked.filter_map(|facts| facts.purpose.clone())).collect()
}

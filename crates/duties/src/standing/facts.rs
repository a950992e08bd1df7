//! The ledger's entries as the gate's facts.

use db::entries::Entry;
use gate::{Event, Fact};
use ledger::{Facts, Kind};

/// The facts of one person's entries, in the ledger's order, each with its entry's index. Kinds that change nothing for
/// decisions are left out.
pub(super) fn of(entries: &[Entry]) -> Vec<(u64, Fact)> {
    let fact = |(at, entry): (usize, &Entry)| {
        let (facts, before) = (&entry.facts, entries.get(..at).unwrap_or_default());
        if facts.kind == Kind::ConsentExpired && lasts_longer(before, facts) {
            return None;
        }
        let event = event(facts, || stated(before, facts))?;
        Some((entry.index, Fact { at: facts.at, policy: facts.policy, event }))
    };
    entries.iter().enumerate().filter_map(fact).collect()
}

/// Whether a consent that is said to have run out was given for longer: it was given anew while that was written down.
fn lasts_longer(before: &[Entry], expired: &Facts) -> bool {
    let same = |facts: &&Facts| {
        facts.purpose == expired.purpose
            && matches!(
                facts.kind,
                Kind::ConsentGiven | Kind::ConsentRefused | Kind::ConsentWithdrawn | Kind::ConsentExpired
            )
    };
    let last = before.iter().rev().map(|entry| &entry.facts).find(same);
    last.is_some_and(|last| {
        last.kind == Kind::ConsentGiven && last.expires.is_none_or(|until| until > expired.at)
    })
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
pub(super) fn stated(before: &[Entry], record: &Facts) -> Vec<String> {
    let asked = before.iter().rev().map(|entry| &entry.facts).take_while(|facts| {
        facts.at == record.at
            && matches!(facts.kind, Kind::Accepted | Kind::ConsentAsked | Kind::ConsentGiven)
    });
    record.purpose.iter().cloned().chain(asked.filter_map(|facts| facts.purpose.clone())).collect()
}

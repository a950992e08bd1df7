//! The ledger's entries as the gate's facts.

use db::entries::Entry;
use gate::{Event, Fact, Signal};
use ledger::{Facts, Kind};
use policy::Anchor;

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

/// What a signal's entry says after its name where it is not sent any more.
const OFF: &str = "off";

/// Every kind is decided on here: a new one does not compile until it is.
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
        Kind::Signal => return signal(&facts.categories),
        Kind::AnchorMoved => Event::AnchorMoved { anchor: Anchor::parse(facts.categories.first()?)? },
        // What was asked, shown or told decides nothing. A corrected or deleted record was collected all the same: what is
        // not there cannot be used. Nothing that is kept longer (a hold) may be used longer; who is suppressed may be
        // used for what they agreed to since.
        Kind::Accepted
        | Kind::ConsentAsked
        | Kind::IdentifierVerified
        | Kind::Enrolled
        | Kind::RecordCorrected
        | Kind::RecordDeleted
        | Kind::Disclosed
        | Kind::ViewedByStaff
        | Kind::NoticeSent
        | Kind::RetentionApplied
        | Kind::HoldSet
        | Kind::HoldLifted
        | Kind::Suppressed => return None,
        // How a request goes on: what it changes has entries of its own.
        Kind::RequestOpened
        | Kind::RequestReplied
        | Kind::RequestIdentified
        | Kind::RequestPlanned
        | Kind::RequestStarted
        | Kind::RequestStepVerified
        | Kind::RequestStepFailed
        | Kind::RequestVerified
        | Kind::RequestPartlyDone
        | Kind::RequestExtended
        | Kind::RequestRefused
        | Kind::RequestWithdrawn
        | Kind::RequestExpired
        | Kind::RequestAnswered
        | Kind::AnswerFetched
        | Kind::RecipientsTold
        | Kind::RequestClosed => return None,
        // The service's own.
        Kind::PolicyPublished
        | Kind::GrantGiven
        | Kind::GrantRevoked
        | Kind::StaffInvited
        | Kind::StaffClosed
        | Kind::Breach
        | Kind::Attested
        | Kind::KeyIntroduced
        | Kind::Restored => return None,
        // Written by a newer version: what it means is not known here.
        Kind::Other(_) => return None,
    })
}

/// `gpc` or `dnt`: the browser sends it; with `off` behind it: it no longer does.
fn signal(categories: &[String]) -> Option<Event> {
    let (name, rest) = categories.split_first()?;
    let signal = match name.as_str() {
        "gpc" => Signal::Gpc,
        "dnt" => Signal::Dnt,
        _ => return None,
    };
    match rest {
        [] => Some(Event::Signal { signal, on: true }),
        [off] if off == OFF => Some(Event::Signal { signal, on: false }),
        _ => None,
    }
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

//! The reference: slow, without a standing, each rule read anew from the whole history. It shares no code with
//! the gate but the types of facts and questions.

use gate::{Event, Fact, Question, Reason};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use policy::{Anchor, Basis, Messages, Policy, Purpose};

/// Every reason against the use, in the order of the rules.
pub fn objections(policy: &Policy, facts: &[Fact], question: &Question<'_>) -> Vec<Reason> {
    let Some(purpose) = policy.purposes.iter().find(|purpose| purpose.name == question.purpose) else {
        return vec![Reason::PurposeNotDeclared];
    };
    let consented = last_consent(facts, question).is_some_and(|fact| is_active(fact, question.at));
    let mut against = Vec::new();
    against.extend(facts.is_empty().then_some(Reason::SubjectUnknown));
    against.extend(erased(facts, question.purpose).then_some(Reason::Erased));
    let free = consented || question.exception.is_some();
    against.extend((restricted(facts) && !free).then_some(Reason::Restricted));
    let by_law = [Basis::LegalObligation, Basis::VitalInterests].contains(&purpose.basis);
    let stated = collections(facts, question).iter().any(|(_, purposes)| purposes.contains(&purpose.name));
    against.extend((!stated && !consented && !by_law).then_some(Reason::NotStatedAtCollection));
    against.extend(basis(purpose, facts, question));
    against.extend(recipient(policy, purpose, facts, question));
    let undeclared = question.category.is_some_and(|named| !all_in(policy, &purpose.uses, named));
    against.extend(undeclared.then_some(Reason::FieldNotDeclared));
    against.extend(over(purpose, facts, question).then_some(Reason::RetentionOver));
    against
}

fn last_consent<'a>(facts: &'a [Fact], question: &Question<'_>) -> Option<&'a Fact> {
    facts.iter().rev().find(|fact| match &fact.event {
        Event::ConsentGiven { purpose, .. }
        | Event::ConsentRefused { purpose }
        | Event::ConsentWithdrawn { purpose }
        | Event::ConsentExpired { purpose } => purpose == question.purpose,
        _ => false,
    })
}

fn is_active(fact: &Fact, now: Timestamp) -> bool {
    matches!(&fact.event, Event::ConsentGiven { expires, .. }
        if fact.at <= now && expires.is_none_or(|end| end > now))
}

fn erased(facts: &[Fact], purpose: &str) -> bool {
    let whole = facts.iter().any(|fact| match &fact.event {
        Event::Erased { kept } => !kept.iter().any(|kept| kept == purpose),
        _ => false,
    });
    let one = |fact: &Fact| matches!(&fact.event, Event::ErasedFor { purpose: of } if of == purpose);
    let again = |fact: &Fact| matches!(&fact.event, Event::Collected { purposes, .. } if purposes.iter().any(|of| of == purpose));
    let last = facts.iter().rev().find(|fact| one(fact) || again(fact));
    whole || last.is_some_and(one)
}

fn restricted(facts: &[Fact]) -> bool {
    let last = facts.iter().rev().find(|f| matches!(f.event, Event::Restricted | Event::RestrictionLifted));
    last.is_some_and(|fact| fact.event == Event::Restricted)
}

/// When the data in question was collected, and the purposes stated.
fn collections<'a>(facts: &'a [Fact], question: &Question<'_>) -> Vec<(Timestamp, &'a Vec<String>)> {
    let mut found = Vec::new();
    for fact in facts {
        let Event::Collected { record, purposes, fields } = &fact.event else { continue };
        let this = question.record.is_none() || question.record == Some(*record);
        let data = match question.category {
            None => true,
            Some(named) => {
                fields.iter().any(|field| field == named || field.starts_with(&format!("{named}.")))
            }
        };
        if this && data {
            found.push((fact.at, purposes));
        }
    }
    found
}

fn basis(purpose: &Purpose, facts: &[Fact], question: &Question<'_>) -> Option<Reason> {
    let about = |fact: &&Fact, name: Option<&str>| match &fact.event {
        Event::Objected { purpose } | Event::ObjectionWithdrawn { purpose } => purpose.as_deref() == name,
        _ => false,
    };
    let stands = |name: Option<&str>| {
        let last = facts.iter().rposition(|fact| about(&fact, name));
        last.filter(|at| matches!(facts.get(*at).map(|f| &f.event), Some(Event::Objected { .. })))
    };
    let own = stands(Some(&purpose.name));
    if purpose.messages == Some(Messages::Marketing) && (own.is_some() || stands(None).is_some()) {
        return Some(Reason::MarketingObjected);
    }
    if [Basis::PublicTask, Basis::LegitimateInterest].contains(&purpose.basis) {
        let after = own.map(|at| facts.iter().skip(at));
        let outweighed = |fact: &Fact| matches!(&fact.event, Event::ObjectionOverridden { purpose: of } if *of == purpose.name);
        return after.filter(|after| !after.clone().any(outweighed)).map(|_| Reason::Objected);
    }
    let fact = last_consent(facts, question);
    match (purpose.basis, fact.map(|fact| &fact.event)) {
        (Basis::Consent, _) if fact.is_some_and(|fact| is_active(fact, question.at)) => None,
        (Basis::Consent, Some(Event::ConsentRefused { .. })) => Some(Reason::ConsentRefused),
        (Basis::Consent, Some(Event::ConsentWithdrawn { .. })) => Some(Reason::ConsentWithdrawn),
        (Basis::Consent, Some(Event::ConsentExpired { .. })) => Some(Reason::ConsentExpired),
        (Basis::Consent, Some(Event::ConsentGiven { expires: Some(end), .. })) if *end <= question.at => {
            Some(Reason::ConsentExpired)
        }
        (Basis::Consent, _) => Some(Reason::NoConsent),
        _ => None,
    }
}

fn recipient(policy: &Policy, purpose: &Purpose, facts: &[Fact], question: &Question<'_>) -> Option<Reason> {
    let name = question.recipient?.to_owned();
    let Some(declared) = policy.recipients.iter().find(|recipient| recipient.name == name) else {
        return Some(Reason::RecipientNotDeclared);
    };
    if !purpose.shares_with.contains(&name) {
        return Some(Reason::RecipientNotDeclared);
    }
    let (out, back) = (Event::OptedOut { recipient: name.clone() }, Event::OptedIn { recipient: name });
    let last = facts.iter().rev().find(|fact| fact.event == out || fact.event == back);
    if last.is_some_and(|fact| fact.event == out) {
        return Some(Reason::RecipientOptedOut);
    }
    let gets = question.category.is_none_or(|named| all_in(policy, &declared.gets, named));
    (!gets).then_some(Reason::FieldNotForRecipient)
}

fn all_in(policy: &Policy, list: &[String], named: &str) -> bool {
    let category = policy.data.iter().find(|category| category.name == named);
    let wanted: Vec<String> = match category {
        Some(category) => category.fields.iter().map(|field| format!("{named}.{}", field.name)).collect(),
        None => vec![named.to_owned()],
    };
    !wanted.is_empty() && wanted.iter().all(|field| list.contains(field))
}

fn over(purpose: &Purpose, facts: &[Fact], question: &Question<'_>) -> bool {
    let all = collections(facts, question);
    let stated = all.iter().rfind(|(_, purposes)| purposes.contains(&purpose.name));
    let collected = stated.or(all.last()).map(|(at, _)| *at);
    let anchor = Event::AnchorMoved { anchor: purpose.keep.from.clone() };
    let moved = facts.iter().rev().find(|fact| fact.event == anchor).map(|fact| fact.at);
    let from = match &purpose.keep.from {
        Anchor::Collection => collected,
        Anchor::LastContact => [moved, collected].into_iter().flatten().max(),
        Anchor::ContractEnd | Anchor::Event(_) => moved,
        Anchor::ConsentEnd => match last_consent(facts, question) {
            Some(Fact { event: Event::ConsentGiven { expires, .. }, .. }) => *expires,
            Some(fact) => Some(fact.at),
            None => moved,
        },
        Anchor::FiscalYearEnd => moved.or(collected).map(|at| {
            let year = at.to_zoned(TimeZone::UTC).year() + 1;
            Date::constant(year, 1, 1).to_zoned(TimeZone::UTC).unwrap().timestamp()
        }),
    };
    from.is_some_and(|from| {
        let end = from.to_zoned(TimeZone::UTC).checked_add(purpose.keep.length.span()).unwrap();
        end.timestamp() <= question.at
    })
}

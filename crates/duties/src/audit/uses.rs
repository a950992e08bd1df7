//! Exercising the gate on made-up people: what must be denied is denied, what must be allowed is allowed, so that a
//! gate that denies everything is noticed too.

use gate::{Event, Fact, Question, Reason, Standing};
use jiff::Timestamp;
use policy::{Basis, Messages, Purpose};

use super::says::{Says, all};
use super::{Cx, State};

/// The purposes a place speaks of: one, or all.
pub(super) fn at<'a>(cx: &Cx<'a>, place: &str) -> Vec<&'a Purpose> {
    let policy = &cx.service.policy;
    let mut parts = place.split('/');
    let named = match (parts.next(), parts.next()) {
        (Some("purposes"), Some(name)) => Some(name),
        _ => None,
    };
    let shares = |purpose: &&Purpose| match named {
        Some(name) => purpose.name == name,
        None => true,
    };
    policy.purposes.iter().filter(shares).collect()
}

/// Somebody who gave a purpose's data a moment ago, and consented where that is its basis; a customer instructed it.
pub(super) fn somebody(purpose: &Purpose, at: Timestamp) -> Vec<Fact> {
    let event = Event::Collected {
        record: [1; 16],
        purposes: vec![purpose.name.clone()],
        fields: purpose.uses.clone(),
    };
    // a customer's own data is used on that customer's instruction; to any other the instruction says nothing
    let mut facts = vec![fact(event, at), fact(Event::Instructed { purpose: purpose.name.clone() }, at)];
    facts.extend((purpose.basis == Basis::Consent).then(|| given(purpose, at)));
    facts
}

fn fact(event: Event, at: Timestamp) -> Fact {
    Fact { at, policy: None, event }
}

fn given(purpose: &Purpose, at: Timestamp) -> Fact {
    fact(Event::ConsentGiven { purpose: purpose.name.clone(), expires: None }, at)
}

/// The question about all of a person's data.
pub(super) fn question(purpose: &str, at: Timestamp) -> Question<'_> {
    Question::about(purpose, at)
}

impl Cx<'_> {
    /// Whether the use is allowed, and why.
    pub(super) fn ask(&self, facts: &[Fact], question: &Question<'_>) -> (bool, Reason) {
        let decision = (self.mechanisms.decide)(&self.service.rules(), &Standing::fold(facts), question);
        (decision.allow, decision.reason)
    }

    /// A finding unless the use is denied.
    pub(super) fn denied(&self, facts: &[Fact], question: &Question<'_>, id: &'static str) -> Option<Says> {
        let (allowed, _) = self.ask(facts, question);
        allowed.then(|| Says::new(id).with("purpose", question.purpose))
    }

    /// A finding unless the proper use is allowed; a period of no length at all may be over at once, and a transfer whose
    /// safeguard fell is told of where safeguards are looked at.
    pub(super) fn allowed(&self, facts: &[Fact], question: &Question<'_>) -> Option<Says> {
        let (allowed, reason) = self.ask(facts, question);
        let fits = allowed || matches!(reason, Reason::RetentionOver | Reason::TransferUnsafe);
        (!fits).then(|| Says::new("audit-gate-denies-proper").with("purpose", question.purpose))
    }
}

pub(super) fn purpose_limit(cx: &Cx<'_>, place: &str) -> State {
    let now = cx.service.now();
    let found = at(cx, place).into_iter().map(|purpose| {
        let facts = somebody(purpose, now);
        let beyond = format!("{}-and-more", purpose.name);
        cx.allowed(&facts, &question(&purpose.name, now))
            .or_else(|| cx.denied(&facts, &question(&beyond, now), "audit-gate-undeclared"))
            .or_else(|| other_field(cx, purpose, now))
            .or_else(|| other_purpose(cx, purpose, now))
    });
    all(Says::new("audit-purpose-limit"), found)
}

/// A field the purpose does not use is denied for it, also where the person gave it.
fn other_field(cx: &Cx<'_>, purpose: &Purpose, now: Timestamp) -> Option<Says> {
    let declared = cx.service.policy.data.iter().flat_map(|category| {
        category.fields.iter().map(move |field| format!("{}.{}", category.name, field.name))
    });
    let other = declared.into_iter().find(|field| !purpose.uses.contains(field))?;
    let mut facts = somebody(purpose, now);
    let (purposes, fields) = (vec![purpose.name.clone()], vec![other.clone()]);
    facts.push(fact(Event::Collected { record: [2; 16], purposes, fields }, now));
    let question = Question { category: Some(&other), ..question(&purpose.name, now) };
    cx.denied(&facts, &question, "audit-gate-other-field")
}

/// Data given for this purpose is denied for another that was not stated then (CN-16, WE-03).
fn other_purpose(cx: &Cx<'_>, purpose: &Purpose, now: Timestamp) -> Option<Says> {
    let free = |other: &&Purpose| {
        other.name != purpose.name && !matches!(other.basis, Basis::LegalObligation | Basis::VitalInterests)
    };
    let other = cx.service.policy.purposes.iter().find(free)?;
    cx.denied(&somebody(purpose, now), &question(&other.name, now), "audit-gate-not-stated")
}

pub(super) fn later_purpose(cx: &Cx<'_>, place: &str) -> State {
    let now = cx.service.now();
    all(
        Says::new("audit-later-purpose"),
        at(cx, place).into_iter().map(|purpose| other_purpose(cx, purpose, now)),
    )
}

pub(super) fn consent_needed(cx: &Cx<'_>, place: &str) -> State {
    let (now, form) = (cx.service.now(), form_consents(cx, place));
    let wanted = |purpose: &&Purpose| {
        purpose.basis == Basis::Consent && form.as_ref().is_none_or(|names| names.contains(&purpose.name))
    };
    let found = at(cx, place).into_iter().filter(wanted).map(|purpose| {
        let facts = somebody(purpose, now);
        let without = facts.get(..1).unwrap_or_default();
        cx.denied(without, &question(&purpose.name, now), "audit-gate-no-consent")
            .or_else(|| cx.allowed(&facts, &question(&purpose.name, now)))
            .or_else(|| withdrawn(cx, purpose, now))
    });
    all(Says::new("audit-consent-needed"), found)
}

/// The consents a form's place speaks of; `None` for any other place.
fn form_consents(cx: &Cx<'_>, place: &str) -> Option<Vec<String>> {
    let form = cx.service.policy.form(place.strip_prefix("forms/")?.split('/').next()?)?;
    Some(form.consents.iter().map(|consent| consent.purpose.clone()).collect())
}

fn withdrawn(cx: &Cx<'_>, purpose: &Purpose, now: Timestamp) -> Option<Says> {
    let mut facts = somebody(purpose, now);
    facts.push(fact(Event::ConsentWithdrawn { purpose: purpose.name.clone() }, now));
    cx.denied(&facts, &question(&purpose.name, now), "audit-gate-withdrawn")
}

pub(super) fn withdrawal(cx: &Cx<'_>) -> State {
    let now = cx.service.now();
    let consents = cx.service.policy.purposes.iter().filter(|purpose| purpose.basis == Basis::Consent);
    all(Says::new("audit-withdrawal"), consents.map(|purpose| withdrawn(cx, purpose, now)))
}

pub(super) fn objection_stops(cx: &Cx<'_>, place: &str) -> State {
    let now = cx.service.now();
    let found = at(cx, place).into_iter().filter(|purpose| purpose.basis.can_object()).map(|purpose| {
        let mut facts = somebody(purpose, now);
        let proper = cx.allowed(&facts, &question(&purpose.name, now));
        facts.push(fact(Event::Objected { purpose: Some(purpose.name.clone()) }, now));
        proper.or_else(|| cx.denied(&facts, &question(&purpose.name, now), "audit-gate-objected"))
    });
    all(Says::new("audit-objection-stops"), found)
}

/// Absolute: also after somebody weighed it and decided otherwise (Art. 21(3)).
pub(super) fn marketing_objection(cx: &Cx<'_>, place: &str) -> State {
    let now = cx.service.now();
    let marketing = |purpose: &&Purpose| purpose.messages == Some(Messages::Marketing);
    let found = at(cx, place).into_iter().filter(marketing).map(|purpose| {
        let mut facts = somebody(purpose, now);
        facts.push(fact(Event::Objected { purpose: None }, now));
        facts.push(fact(Event::ObjectionOverridden { purpose: purpose.name.clone() }, now));
        cx.denied(&facts, &question(&purpose.name, now), "audit-gate-marketing")
    });
    all(Says::new("audit-marketing-objection"), found)
}

pub(super) fn restriction(cx: &Cx<'_>) -> State {
    let now = cx.service.now();
    let unconsented = |purpose: &&Purpose| purpose.basis != Basis::Consent;
    let found = cx.service.policy.purposes.iter().filter(unconsented).map(|purpose| {
        let mut facts = somebody(purpose, now);
        facts.push(fact(Event::Restricted, now));
        cx.denied(&facts, &question(&purpose.name, now), "audit-gate-restricted")
    });
    all(Says::new("audit-restriction"), found)
}

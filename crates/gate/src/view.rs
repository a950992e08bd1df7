//! What counts for one question, read from the exact standing.

use jiff::Timestamp;
use policy::{Basis, Channel};

use crate::fact::Signal;
use crate::judge::{Against, Cell, Consent, Person, Said, View, needs_instruction};
use crate::question::Ask;
use crate::retention::keep_until;
use crate::rules::{PurposeRule, Rules, SLOTS};
use crate::standing::{Collected, ConsentState, Objection, Standing};

/// What counts of a subject for a question.
pub(crate) fn view(rules: &Rules, standing: &Standing, ask: &Ask) -> View {
    View { person: person(rules, standing), cell: cell(rules, standing, ask) }
}

/// What is said of the person.
pub(crate) fn person(rules: &Rules, standing: &Standing) -> Person {
    let said = |channel: Channel| match standing.channels.get(channel.as_str()) {
        None => Said::Nothing,
        Some(true) => Said::Allowed,
        Some(false) => Said::Refused,
    };
    Person {
        known: standing.is_known(),
        restricted: standing.restricted,
        too_young: rules.minimum_age && standing.age_attested == Some(false),
        customer: is_customer(rules, standing),
        country: rules.channels.country(standing.country.as_deref()),
        channels: SLOTS.map(said),
    }
}

/// Whether the person gave data under a contract.
fn is_customer(rules: &Rules, standing: &Standing) -> bool {
    let contract = |purpose: &PurposeRule| purpose.basis == Basis::Contract;
    let mut stated = standing.collected.iter().flat_map(|collected| &collected.purposes);
    stated.any(|name| rules.purposes.iter().any(|purpose| purpose.name == *name && contract(purpose)))
}

fn cell(rules: &Rules, standing: &Standing, ask: &Ask) -> Cell {
    let Some(purpose) = rules.purposes.get(usize::from(ask.purpose)) else { return NOTHING };
    let recipient = ask.recipient.and_then(|number| rules.recipients.get(usize::from(number)));
    Cell {
        erased: erased(purpose, standing),
        grounded: grounded(rules, purpose, standing, ask),
        consent: consent(purpose, standing, ask.at.at),
        against: against(rules, purpose, standing),
        opted_out: recipient.is_some_and(|recipient| standing.opted_out.contains(&recipient.name)),
        over: keeps(rules, purpose, standing, ask).is_some_and(|end| end <= ask.at.at),
    }
}

const NOTHING: Cell = Cell {
    erased: false,
    grounded: false,
    consent: Consent::None,
    against: Against::Nothing,
    opted_out: false,
    over: false,
};

pub(crate) fn erased(purpose: &PurposeRule, standing: &Standing) -> bool {
    let all = standing.erased.as_ref().is_some_and(|kept| {
        let ground = kept.get(&purpose.name).filter(|_| !purpose.marketing);
        !ground.is_some_and(|exemption| exemption.carries(purpose.basis))
    });
    all || standing.erased_for.contains(&purpose.name)
}

/// Whether the data came with this purpose, or its customer instructed it.
pub(crate) fn grounded(rules: &Rules, purpose: &PurposeRule, standing: &Standing, ask: &Ask) -> bool {
    if needs_instruction(rules, purpose, ask.data) {
        return standing.instructed.contains(&purpose.name);
    }
    stated(rules, purpose, standing, ask).is_some()
}

pub(crate) fn consent(purpose: &PurposeRule, standing: &Standing, at: Timestamp) -> Consent {
    let Some(consent) = standing.consents.get(&purpose.name) else { return Consent::None };
    match consent.state {
        ConsentState::Given if consent.is_active(at) => Consent::Active,
        ConsentState::Given | ConsentState::Expired => Consent::Expired,
        ConsentState::Refused => Consent::Refused,
        ConsentState::Withdrawn => Consent::Withdrawn,
    }
}

/// What stands against the purpose. An objection to marketing is absolute; any other yields to grounds that were
/// shown, and touches only what one can object to.
pub(crate) fn against(rules: &Rules, purpose: &PurposeRule, standing: &Standing) -> Against {
    let objection = standing.objections.get(&purpose.name);
    let marketing = purpose.marketing && (standing.marketing_objection || objection.is_some());
    let other = purpose.basis.can_object() && objection == Some(&Objection::Stands);
    if marketing || other {
        return Against::Objection;
    }
    if purpose.yields_to_signals() && signalled(rules, purpose, standing) {
        Against::Signal
    } else {
        Against::Nothing
    }
}

/// Whether an honoured signal stands that no consent to this purpose followed.
fn signalled(rules: &Rules, purpose: &PurposeRule, standing: &Standing) -> bool {
    let consent = standing.consents.get(&purpose.name).filter(|consent| consent.state == ConsentState::Given);
    let since = consent.map_or(0, |consent| consent.place);
    let stands =
        |signal, honoured: bool| honoured && standing.signals.get(&signal).is_some_and(|at| *at > since);
    let [gpc, dnt] = rules.honours;
    stands(Signal::Gpc, gpc) || stands(Signal::Dnt, dnt)
}

/// When the period of the data in question ends. Of data that nobody recorded collecting, the purpose's own counts.
pub(crate) fn keeps(
    rules: &Rules,
    purpose: &PurposeRule,
    standing: &Standing,
    ask: &Ask,
) -> Option<Timestamp> {
    let known = asked(rules, standing, ask).next_back();
    let bare = Ask { data: None, record: None, ..*ask };
    let ask = if known.is_some() { ask } else { &bare };
    let source = stated(rules, purpose, standing, ask).or_else(|| asked(rules, standing, ask).next_back());
    keep_until(&purpose.name, &purpose.keep, standing, source.map(|collected| collected.at))
}

/// The last collection of the data in question at which the purpose, or one it is compatible with, was stated.
fn stated<'a>(
    rules: &'a Rules,
    purpose: &PurposeRule,
    standing: &'a Standing,
    ask: &Ask,
) -> Option<&'a Collected> {
    let names = |collected: &&Collected| collected.purposes.iter().any(|name| purpose.sources.contains(name));
    asked(rules, standing, ask).rfind(names)
}

/// The collections of the data in question.
fn asked<'a>(
    rules: &'a Rules,
    standing: &'a Standing,
    ask: &Ask,
) -> impl DoubleEndedIterator<Item = &'a Collected> {
    let record = ask.record;
    let data = ask.data.map(|data| rules.data.get(usize::from(data)).map_or("", String::as_str));
    standing.collected.iter().filter(move |collected| {
        let right = record.is_none_or(|record| record == collected.record);
        right && data.is_none_or(|data| collected.fields.iter().any(|field| within(field, data)))
    })
}

/// Whether a field is the one named, or in the category named.
fn within(field: &str, named: &str) -> bool {
    !named.is_empty()
        && field.strip_prefix(named).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

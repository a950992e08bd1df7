//! Who gets to see data: recipients, countries, staff.

use gate::{Event, Fact, Question};
use policy::{Policy, Purpose, Recipient, law};

use super::says::{Says, all};
use super::{Cx, State, uses};
use crate::accounts::{Role, Staff};

/// The pairs of purpose and recipient that a place speaks of.
fn pairs<'a>(cx: &Cx<'a>, place: &str) -> Vec<(&'a Purpose, &'a Recipient)> {
    let policy: &'a Policy = &cx.service.policy;
    let named = place.strip_prefix("recipients/").and_then(|rest| rest.split('/').next());
    let shares = |purpose: &'a Purpose| {
        let found = purpose.shares_with.iter().filter_map(|name| policy.recipient(name));
        found.map(move |recipient| (purpose, recipient))
    };
    let of_place = uses::at(cx, place).into_iter().flat_map(shares);
    of_place.filter(|(_, recipient)| named.is_none_or(|named| recipient.name == named)).collect()
}

pub(super) fn recipient_limit(cx: &Cx<'_>, place: &str) -> State {
    let found = pairs(cx, place).into_iter().map(|(purpose, recipient)| {
        own_fields(cx, purpose, recipient)
            .or_else(|| other_field(cx, purpose, recipient))
            .or_else(|| stranger(cx, purpose))
    });
    all(Says::new("audit-recipient-limit"), found)
}

/// What the recipient is to get for this purpose is allowed.
fn own_fields(cx: &Cx<'_>, purpose: &Purpose, recipient: &Recipient) -> Option<Says> {
    let field = purpose.uses.iter().find(|field| recipient.gets.contains(field))?;
    let now = cx.service.now();
    let asked = Question {
        category: Some(field),
        recipient: Some(&recipient.name),
        ..uses::question(&purpose.name, now)
    };
    cx.allowed(&uses::somebody(purpose, now), &asked)
}

/// What it is not to get is denied, also where the purpose uses it.
fn other_field(cx: &Cx<'_>, purpose: &Purpose, recipient: &Recipient) -> Option<Says> {
    let field = purpose.uses.iter().find(|field| !recipient.gets.contains(field))?;
    let now = cx.service.now();
    let asked = Question {
        category: Some(field),
        recipient: Some(&recipient.name),
        ..uses::question(&purpose.name, now)
    };
    cx.denied(&uses::somebody(purpose, now), &asked, "audit-gate-recipient-field")
}

/// Nobody who is not declared gets anything, also after the person allowed a recipient of that name.
fn stranger(cx: &Cx<'_>, purpose: &Purpose) -> Option<Says> {
    let (now, name) = (cx.service.now(), "nobody-declared");
    let mut facts = uses::somebody(purpose, now);
    facts.push(Fact { at: now, policy: None, event: Event::OptedIn { recipient: name.to_owned() } });
    let asked = Question { recipient: Some(name), ..uses::question(&purpose.name, now) };
    cx.denied(&facts, &asked, "audit-gate-stranger")
}

/// By the law of today, not of the day the policy was written: a decision of adequacy can fall.
pub(super) fn transfer_safeguard(cx: &Cx<'_>, place: &str) -> State {
    let policy = &cx.service.policy;
    let today = crate::rights::clocks::today(cx.service);
    let named = place.strip_prefix("recipients/").and_then(|rest| rest.split('/').next());
    let found = policy.recipients.iter().filter(|r| named.is_none_or(|named| r.name == named)).map(|one| {
        law::unsafe_country(one, today).map(|country| {
            Says::new("audit-transfer-unsafe").with("recipient", &one.title).with("country", country)
        })
    });
    all(Says::new("audit-transfer-safeguard"), found)
}

/// An account without a role for people is refused; one with such a role is not.
pub(super) fn staff_views(cx: &Cx<'_>) -> State {
    let roles =
        [(Role::None, false), (Role::Developer, false), (Role::Support, true), (Role::PrivacyLead, true)];
    let found = roles.into_iter().map(|(role, fits)| {
        let sees = (cx.mechanisms.sees)(&made_up(role, cx.service.now()));
        (sees != fits).then(|| Says::new("audit-role-sees").with("role", role.as_str()))
    });
    all(Says::new("audit-staff-views"), found)
}

fn made_up(role: Role, now: jiff::Timestamp) -> Staff {
    Staff { id: uuid::Uuid::nil(), name: String::new(), role, last_auth: now, expires: now }
}

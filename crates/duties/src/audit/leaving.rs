//! What leaves beyond the ordinary: many people's data at once, and what is demanded.

use policy::{Channel, LegalGround, LegalNeed, LegalRequests};
use uuid::Uuid;

use super::says::Says;
use super::{Cx, State};
use crate::accounts::operator;
use crate::error::Error;
use crate::sharing::bulk::{self, Weighed};
use crate::sharing::demand::{self, Draft, Named};

/// A name that no policy declares.
const NOBODY: &str = "nobody-declared";

/// More people than declared are refused to whoever is not declared, and the leads are told; whoever is declared gets them.
pub(super) async fn bulk_limit(cx: &Cx<'_>) -> Result<State, Error> {
    let policy = &cx.service.policy;
    let Some(rule) = &policy.bulk else { return Ok(State::NotYet) };
    let most = u64::from(rule.more_than);
    for purpose in &policy.purposes {
        let weigh = |to: &str, people| (cx.mechanisms.weigh)(policy, &purpose.name, to, people);
        let others = policy.recipients.iter().map(|one| one.name.as_str());
        let others = others.filter(|name| !purpose.shares_with.iter().any(|to| to == name));
        for stranger in others.chain([NOBODY]) {
            if weigh(stranger, most + 1) != Weighed::Bulk || weigh(stranger, most) != Weighed::Undeclared {
                return Ok(State::Broken(Says::new("audit-bulk-let-through").with("purpose", &purpose.name)));
            }
        }
        if purpose.shares_with.iter().any(|to| weigh(to, most + 1) != Weighed::Declared) {
            return Ok(State::Broken(Says::new("audit-bulk-declared").with("purpose", &purpose.name)));
        }
    }
    told(cx, rule.alert.iter().find(|channel| !matches!(channel, Channel::Email | Channel::Site))).await
}

/// Whether whoever should hear of an attempt does.
async fn told(cx: &Cx<'_>, unfit: Option<&Channel>) -> Result<State, Error> {
    let attempts = bulk::attempts(cx.service).await?;
    let untold = attempts.iter().filter(|one| one.told.is_none()).count();
    Ok(if let Some(channel) = unfit {
        State::Broken(Says::new("audit-bulk-channel").with("channel", channel.as_str()))
    } else if untold > 0 {
        State::Broken(Says::new("audit-bulk-untold").with("count", untold))
    } else if operator::leads(cx.service).await?.is_empty() {
        State::Unseen(Says::new("audit-bulk-nobody"))
    } else {
        State::Holds(Says::new("audit-bulk-limit").with("count", attempts.len()))
    })
}

/// A demand lets nothing out on another ground, without what it must name, or without the approvals of others; with all
/// of it, it does. What was given out has its approvals and its entry.
pub(super) async fn disclosure_grounds(cx: &Cx<'_>) -> Result<State, Error> {
    let policy = &cx.service.policy;
    let Some(rules) = &policy.legal_requests else { return Ok(State::NotYet) };
    let field = policy.data.iter().flat_map(|group| {
        let open = group.fields.iter().filter(|field| !field.kind.is_secret());
        open.map(move |field| format!("{}.{}", group.name, field.name))
    });
    let named = Named {
        authority: "authority".to_owned(),
        reference: "reference".to_owned(),
        statute: "statute".to_owned(),
        fields: field.take(1).collect(),
        silent_until: None,
    };
    for (word, _) in LegalGround::WORDS {
        let Some(ground) = LegalGround::parse(word) else { continue };
        if let Some(wrong) = weighed(cx, rules, &Draft { ground, named: named.clone() }) {
            return Ok(State::Broken(wrong.with("ground", word)));
        }
    }
    let (given, bare) = demand::unproven(cx.service).await?;
    Ok(if bare > 0 {
        State::Broken(Says::new("audit-demand-unproven").with("count", bare))
    } else {
        State::Holds(Says::new("audit-disclosure-grounds").with("count", given))
    })
}

/// What is wrong with how one whole demand, and each that lacks something, is weighed.
fn weighed(cx: &Cx<'_>, rules: &LegalRequests, whole: &Draft) -> Option<Says> {
    let person = |number: usize| Uuid::from_u128(number as u128);
    let asked_by = person(0);
    let others: Vec<Uuid> = (1..=usize::from(rules.approvers)).map(person).collect();
    let lets = |draft: &Draft, by: &[Uuid]| {
        (cx.mechanisms.demand)(&cx.service.policy, draft, asked_by, by).is_none()
    };
    if !rules.grounds.contains(&whole.ground) {
        return lets(whole, &others).then(|| Says::new("audit-demand-ground"));
    }
    if !lets(whole, &others) {
        return Some(Says::new("audit-demand-shut"));
    }
    let needs = |need| rules.needs.contains(&need) || need == LegalNeed::Authority;
    let statute = needs(LegalNeed::Statute) || whole.ground == LegalGround::Statute;
    let without = |lacking: fn(&mut Named)| {
        let mut draft = whole.clone();
        lacking(&mut draft.named);
        draft
    };
    let bare = [
        (true, without(|named| named.authority.clear())),
        (needs(LegalNeed::Reference), without(|named| named.reference.clear())),
        (statute, without(|named| named.statute.clear())),
        (true, without(|named| named.fields.clear())),
    ];
    if bare.iter().any(|(needed, draft)| *needed && lets(draft, &others)) {
        return Some(Says::new("audit-demand-bare"));
    }
    let most = others.len().saturating_sub(1);
    let few: Vec<Uuid> = others.iter().copied().take(most).collect();
    let own: Vec<Uuid> = few.iter().copied().chain([asked_by]).collect();
    let twice: Vec<Uuid> = few.iter().copied().chain(few.first().copied()).collect();
    [few, own, twice].iter().any(|by| lets(whole, by)).then(|| Says::new("audit-demand-own-eyes"))
}

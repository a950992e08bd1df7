//! `dataDisclosed` and `sources`: an entry for each purpose and field, so that basis, period and recipients stay with
//! the purpose they belong to. The `_id` names both: `wepack/deliver-orders/contact.email`.

use super::{basis, keep, recipients};
use crate::model::{Basis, Duty, Origin, Policy, Purpose};
use crate::publish::Wording;
use document::texts;
use serde_json::{Value, json};

/// Every purpose with every field it uses.
fn pairs(policy: &Policy) -> impl Iterator<Item = (&Purpose, &str)> {
    policy.purposes.iter().flat_map(|purpose| purpose.uses.iter().map(move |path| (purpose, path.as_str())))
}

fn id(policy: &Policy, purpose: &Purpose, path: &str) -> String {
    format!("{}/{}/{path}", policy.service, purpose.name)
}

/// `Contact details: E-mail`.
fn category(policy: &Policy, path: &str, lang: &str) -> String {
    let category = path.split('.').next().and_then(|name| policy.category(name));
    let category = category.map_or("", |category| category.title.get(lang));
    let field = policy.field(path).map_or(path, |field| field.title.get(lang));
    format!("{category}: {field}")
}

pub(super) fn disclosed(policy: &Policy, lang: &str) -> Value {
    let one = |(purpose, path): (&Purpose, &str)| {
        let shared = purpose.shares_with.iter().filter_map(|name| policy.recipient(name));
        let shared = shared.filter(|recipient| recipient.gets.iter().any(|got| got == path));
        let why = purpose.why.get(lang);
        json!({
            "_id": id(policy, purpose, path),
            "category": category(policy, path, lang),
            "purposes": [{ "purpose": why, "description": why }],
            "legalBases": bases(policy, purpose, lang),
            "legitimateInterests": interests(purpose, lang),
            "recipients": shared.map(|recipient| recipients::recipient(recipient, lang)).collect::<Vec<_>>(),
            "storage": [keep::storage(policy, &purpose.keep, lang)],
            "nonDisclosure": non_disclosure(purpose, lang),
        })
    };
    pairs(policy).map(one).collect()
}

/// The basis, the ground for special categories, the law that obliges.
fn bases(policy: &Policy, purpose: &Purpose, lang: &str) -> Vec<Value> {
    let one = |reference: &str, said: &str| json!({ "reference": reference, "description": said });
    let wording = Wording::new(policy, lang);
    let mut all = vec![one(basis::reference(purpose.basis), &wording.basis(purpose.basis))];
    if let Some(ground) = purpose.ground {
        let said = texts::texts(lang).say(&format!("document-ground-{}", ground.as_str()));
        all.push(one(basis::ground_reference(ground), &said));
    }
    if let Some(law) = &purpose.law {
        all.push(one(law.get(lang), law.get(lang)));
    }
    all
}

fn interests(purpose: &Purpose, lang: &str) -> Vec<Value> {
    let interest = purpose.interest.as_ref().filter(|_| purpose.basis == Basis::LegitimateInterest);
    interest.map(|text| json!({ "exists": true, "reasoning": text.get(lang) })).into_iter().collect()
}

fn non_disclosure(purpose: &Purpose, lang: &str) -> Value {
    json!({
        "legalRequirement": purpose.duty == Some(Duty::Law),
        "contractualRegulation": purpose.duty == Some(Duty::Contract),
        "obligationToProvide": matches!(purpose.duty, Some(Duty::Law | Duty::Contract)),
        "consequences": purpose.consequence.as_ref().map_or("", |text| text.get(lang)),
    })
}

/// Where the data of a purpose comes from, where it is not the person alone.
pub(super) fn sources(policy: &Policy, lang: &str) -> Value {
    let elsewhere = pairs(policy).filter(|(purpose, _)| purpose.sources != [Origin::Person]);
    let one = |(purpose, path): (&Purpose, &str)| {
        let origins = purpose.sources.iter().map(|origin| {
            let public = *origin == Origin::Public;
            json!({ "description": origin_said(*origin, lang), "url": "", "publiclyAvailable": public })
        });
        json!({
            "_id": id(policy, purpose, path),
            "dataCategory": category(policy, path, lang),
            "sources": origins.collect::<Vec<_>>(),
        })
    };
    elsewhere.map(one).collect()
}

/// `from your use of the service`.
pub(super) fn origin_said(origin: Origin, lang: &str) -> String {
    texts::texts(lang).say(&format!("document-source-{}", origin.as_str()))
}

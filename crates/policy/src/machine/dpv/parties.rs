//! Who answers for the data, who supervises, and who receives it.

use super::{country, named, said, terms};
use crate::model::{Policy, Recipient, Stated};
use serde_json::{Value, json};

fn value(stated: Option<&Stated>) -> Value {
    stated.map_or(Value::Null, |stated| json!(stated.value))
}

/// The controller with its officer and its representatives (Art. 13(1)(a) and (b)).
pub(super) fn controller(policy: &Policy, base: &str) -> Value {
    let one = &policy.controller;
    let lang = &policy.languages.reference;
    let contact: Vec<&str> =
        [&one.email, &one.phone].into_iter().flatten().map(|stated| stated.value.as_str()).collect();
    let officer = one.data_protection_officer.as_ref().map(|officer| {
        let contact: Vec<&String> = [&officer.email, &officer.phone].into_iter().flatten().collect();
        json!({
            "@type": "dpv:DataProtectionOfficer",
            "dpv:hasName": officer.name,
            "dpv:hasContact": contact,
            "dpv:hasAddress": officer.address,
        })
    });
    let representatives = policy.representatives.iter().map(|one| {
        json!({
            "@id": format!("{base}#representative-{}", one.name),
            "@type": "dpv:Representative",
            "dpv:hasName": one.title,
            "dpv:hasContact": value(one.contact.as_ref()),
            "dpv:hasCountry": country(policy, &one.country, lang),
        })
    });
    json!({
        "@id": format!("{base}#controller"),
        "@type": "dpv:DataController",
        "dpv:hasName": one.name,
        "dpv:hasIdentifier": one.registration,
        "dpv:hasAddress": value(one.address.as_ref()),
        "dpv:hasContact": contact,
        "dpv:hasCountry": country(policy, &one.country, lang),
        "dpv:hasDataProtectionOfficer": officer,
        "dpv:hasRepresentative": representatives.collect::<Vec<_>>(),
    })
}

/// Who decides together with the controller (Art. 26).
pub(super) fn joint(policy: &Policy, base: &str) -> Vec<Value> {
    let all = policy.joint_controllers.iter().map(|one| {
        json!({
            "@id": format!("{base}#joint-{}", one.name),
            "@type": "dpv:DataController",
            "dpv:hasName": one.title,
            "dpv:hasAddress": one.address,
            "dpv:hasContact": one.email,
            "dpv:hasCountry": country(policy, &one.country, &policy.languages.reference),
        })
    });
    all.collect()
}

/// The supervisory authority (Art. 13(2)(d)).
pub(super) fn authority(policy: &Policy, base: &str) -> Value {
    let one = &policy.authority;
    if one.name.value.is_empty() {
        return Value::Null;
    }
    json!({
        "@id": format!("{base}#authority"),
        "@type": "dpv:DataProtectionAuthority",
        "dpv:hasName": one.name.value,
        "dpv:hasAddress": value(one.address.as_ref()),
        "dpv:hasContact": one.website,
        "dpv:hasCountry": country(policy, &one.country, &policy.languages.reference),
    })
}

/// A recipient with its countries, its safeguard and those it uses itself (Art. 13(1)(e) and (f)).
pub(super) fn recipient(policy: &Policy, one: &Recipient, base: &str, lang: &str) -> Value {
    let location = one.stored_in.as_ref().map(|stored| country(policy, stored, lang));
    let subs = one.sub_processors.iter().map(|sub| {
        json!({
            "@id": format!("{base}#recipient-{}-{}", one.name, sub.name),
            "@type": "dpv:DataSubProcessor",
            "dpv:hasName": sub.title,
            "dct:description": sub.what.as_ref().map(|what| said(what.get(lang), lang)),
            "dpv:hasCountry": country(policy, &sub.country, lang),
        })
    });
    json!({
        "@id": recipient_id(base, &one.name),
        "@type": terms::role(one.role),
        "dpv:hasName": one.title_in(lang),
        "dct:description": one.what.as_ref().map(|what| said(what.get(lang), lang)),
        "dpv:hasCountry": country(policy, &one.country, lang),
        "dpv:hasStorageCondition": location.map(|place| json!({ "@type": "dpv:StorageLocation", "dpv:hasCountry": place })),
        "dpv:hasLegalBasis": one.safeguard.map(|held| named(terms::safeguard(held))),
        "dpv:hasRepresentative": one.representative.as_ref()
            .map(|name| json!({ "@type": "dpv:Representative", "dpv:hasName": name })),
        "dpv:hasDataProcessor": subs.collect::<Vec<_>>(),
        "dpv:hasPersonalData": one.gets.iter().map(|path| named(&data_id(base, path))).collect::<Vec<_>>(),
    })
}

/// The name of a recipient in the document.
pub(super) fn recipient_id(base: &str, name: &str) -> String {
    format!("{base}#recipient-{name}")
}

/// The name of a field in the document.
pub(super) fn data_id(base: &str, path: &str) -> String {
    format!("{base}#data-{path}")
}

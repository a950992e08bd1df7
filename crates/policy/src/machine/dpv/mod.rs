//! A policy as W3C DPV 2.3, in JSON-LD: the notice, who answers, who receives, and a process for each purpose.
//!
//! Every term is one of DPV 2.3 (`dpv`, `pd`, `eu-gdpr`) or of Dublin Core; a test holds them against the list of those
//! that were looked up. Countries are `dpv:Country` with their ISO code: DPV's own list of adequacy is not used, because
//! it lacks decisions that the law has.

mod parties;
mod process;
mod terms;

use crate::model::{Basis, Policy};
use document::texts;
use serde_json::{Value, json};

/// The policy in JSON-LD; texts for people in `lang`.
pub fn dpv(policy: &Policy, lang: &str) -> Value {
    let base = base(policy);
    let notice = json!({
        "@id": format!("{base}#notice"),
        "@type": "dpv:PrivacyNotice",
        "dct:title": said(policy.title.get(lang), lang),
        "dct:identifier": format!("sha256:{}", policy.hash_hex()),
        "dct:issued": policy.version.to_string(),
        "dct:language": lang,
        "dpv:hasDataController": parties::controller(policy, &base),
        "dpv:hasJointDataControllers": parties::joint(policy, &base),
        "dpv:hasAuthority": parties::authority(policy, &base),
        "dpv:hasRight": rights(policy, &base),
        "dpv:hasProcess": policy.purposes.iter()
            .map(|purpose| process::process(policy, purpose, &base, lang)).collect::<Vec<_>>(),
        "dpv:hasRecipient": policy.recipients.iter()
            .map(|recipient| parties::recipient(policy, recipient, &base, lang)).collect::<Vec<_>>(),
    });
    json!({ "@context": context(), "@graph": [without_nothing(notice)] })
}

/// The prefixes, each with its namespace.
fn context() -> Value {
    json!({
        "dpv": "https://w3id.org/dpv#",
        "pd": "https://w3id.org/dpv/pd#",
        "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
        "dct": "http://purl.org/dc/terms/",
    })
}

/// What every name of the document begins with.
fn base(policy: &Policy) -> String {
    match &policy.controller.website {
        Some(site) => format!("{}/policy", site.value.trim_end_matches('/')),
        None => format!("urn:abide:{}", policy.service),
    }
}

/// A text with its language.
fn said(text: &str, lang: &str) -> Value {
    json!({ "@value": text, "@language": lang })
}

/// A thing that is described elsewhere.
fn named(name: &str) -> Value {
    json!({ "@id": name })
}

/// The rights a policy gives rise to, and where they are exercised.
fn rights(policy: &Policy, base: &str) -> Vec<Value> {
    let has = |test: fn(Basis) -> bool| policy.purposes.iter().any(|purpose| test(purpose.basis));
    let portable = has(Basis::is_portable);
    let known = [
        ("eu-gdpr:A13", true),
        ("eu-gdpr:A14", true),
        ("eu-gdpr:A15", true),
        ("eu-gdpr:A16", true),
        ("eu-gdpr:A17", true),
        ("eu-gdpr:A18", true),
        ("eu-gdpr:A19", true),
        ("eu-gdpr:A20", portable),
        ("eu-gdpr:A21", has(Basis::can_object)),
        ("eu-gdpr:A22", policy.automated_decisions.is_some()),
        ("eu-gdpr:A7-3", has(|basis| basis == Basis::Consent)),
        ("eu-gdpr:A77", true),
    ];
    let site = policy.controller.website.as_ref().map(|site| site.value.trim_end_matches('/'));
    let place = site.map_or_else(|| base.to_owned(), |site| format!("{site}/privacy"));
    let given = known.into_iter().filter(|(_, given)| *given);
    given.map(|(right, _)| json!({ "@type": right, "dpv:isExercisedAt": named(&place) })).collect()
}

/// The same without keys that hold nothing.
fn without_nothing(value: Value) -> Value {
    match value {
        Value::Object(entries) => {
            let kept = entries.into_iter().map(|(key, value)| (key, without_nothing(value)));
            let kept = kept.filter(|(_, value)| match value {
                Value::Null => false,
                Value::Array(values) => !values.is_empty(),
                Value::Object(entries) => !entries.is_empty(),
                _ => true,
            });
            Value::Object(kept.collect())
        }
        Value::Array(values) => values.into_iter().map(without_nothing).collect(),
        value => value,
    }
}

/// A country, and whether it is one the law calls third.
fn country(policy: &Policy, code: &str, lang: &str) -> Value {
    if code.is_empty() {
        return Value::Null;
    }
    let third = !crate::law::is_eea(code, policy.version);
    json!({
        "@type": if third { "dpv:ThirdCountry" } else { "dpv:Country" },
        "dct:identifier": code,
        "dct:title": said(&texts::texts(lang).country(code), lang),
    })
}

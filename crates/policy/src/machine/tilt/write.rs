//! A policy as TILT.

use super::{disclosed, recipients};
use crate::model::{Basis, Policy, Stated};
use document::texts;
use serde_json::{Map, Value, json};

/// The policy as a TILT document; texts for people in `lang`. What is only assumed is there as any value is, and its
/// place stands in the list `assumed`, a key of our own that the schema allows.
pub fn tilt(policy: &Policy, lang: &str) -> Value {
    let mut out = json!({
        "meta": meta(policy, lang),
        "controller": controller(policy),
        "dataProtectionOfficer": officer(policy),
        "dataDisclosed": disclosed::disclosed(policy, lang),
        "thirdCountryTransfers": recipients::transfers(policy, lang),
        "accessAndDataPortability": access(policy, lang),
        "sources": disclosed::sources(policy, lang),
        "rightToInformation": right(policy, lang, &["access"], true),
        "rightToRectificationOrDeletion": right(policy, lang, &["rectification", "erasure"], true),
        "rightToDataPortability": right(policy, lang, &["portability"], has(policy, Basis::is_portable)),
        "rightToWithdrawConsent": right(policy, lang, &["withdrawal"], has(policy, |b| b == Basis::Consent)),
        "rightToComplain": complain(policy, lang),
        "automatedDecisionMaking": automated(policy, lang),
        "changesOfPurpose": [],
    });
    if let (Value::Object(keys), false) = (&mut out, policy.assumed.is_empty()) {
        keys.insert("assumed".to_owned(), json!(policy.assumed));
    }
    out
}

fn has(policy: &Policy, test: fn(Basis) -> bool) -> bool {
    policy.purposes.iter().any(|purpose| test(purpose.basis))
}

fn meta(policy: &Policy, lang: &str) -> Value {
    let day = policy.version;
    let version = i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day());
    json!({
        "_id": policy.service,
        "name": policy.title.get(lang),
        "created": day.to_string(),
        "modified": day.to_string(),
        "version": version,
        "language": lang,
        "status": "active",
        "url": address(policy, "/policy"),
        "_hash": policy.hash_hex(),
    })
}

/// A page of the service; a name of its own where no address is stated.
fn address(policy: &Policy, page: &str) -> String {
    match &policy.controller.website {
        Some(site) => format!("{}{page}", site.value.trim_end_matches('/')),
        None => format!("urn:abide:{}{}", policy.service, page.replace('/', ":")),
    }
}

fn value(stated: Option<&Stated>) -> &str {
    stated.map_or("", |stated| stated.value.as_str())
}

/// Who answers; the schema's representative is whom one writes to, not the one of Art. 27.
fn controller(policy: &Policy) -> Value {
    let one = &policy.controller;
    let mut contact = Map::new();
    contact.insert("name".to_owned(), json!(one.name));
    contact.insert("email".to_owned(), json!(value(one.email.as_ref())));
    if let Some(phone) = phone(value(one.phone.as_ref())) {
        contact.insert("phone".to_owned(), json!(phone));
    }
    json!({
        "name": one.name,
        "address": value(one.address.as_ref()),
        "country": one.country,
        "representative": contact,
    })
}

/// A telephone number as the schema's pattern has it: no zero in brackets after the country's code.
fn phone(text: &str) -> Option<String> {
    let plain = text.replace("(0)", "").split_whitespace().collect::<Vec<_>>().join(" ");
    let rest = plain.trim_start_matches('+');
    let fits = rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '/'));
    fits.then_some(plain)
}

fn officer(policy: &Policy) -> Value {
    let one = &policy.controller;
    let known = one.data_protection_officer.as_ref();
    let line = value(one.officer.as_ref());
    let name = known.map_or(line, |officer| officer.name.as_str());
    let part = |part: fn(&crate::model::Officer) -> &Option<String>| {
        known.and_then(|officer| part(officer).as_deref()).unwrap_or_default().to_owned()
    };
    let country = if name.is_empty() { "" } else { one.country.as_str() };
    json!({
        "name": name,
        "address": part(|officer| &officer.address),
        "country": country,
        "email": part(|officer| &officer.email),
        "phone": part(|officer| &officer.phone),
    })
}

/// A right, in the policy's own words, with where to use it.
fn right(policy: &Policy, lang: &str, ids: &[&str], available: bool) -> Value {
    let texts = texts::texts(lang);
    let said: Vec<String> = ids.iter().map(|id| texts.say(&format!("document-right-{id}-means"))).collect();
    json!({
        "available": available,
        "description": if available { said.join(" ") } else { String::new() },
        "url": address(policy, "/privacy"),
        "email": value(policy.controller.email.as_ref()),
        "identificationEvidences": [],
    })
}

fn with(mut base: Value, more: Value) -> Value {
    if let (Value::Object(base), Value::Object(more)) = (&mut base, more) {
        base.extend(more);
    }
    base
}

/// Access; the format under the names of both editions of the schema.
fn access(policy: &Policy, lang: &str) -> Value {
    let formats: Vec<&str> = policy.rights.portability.iter().map(|format| format.as_str()).collect();
    let more = json!({
        "administrativeFee": { "amount": 0, "currency": "EUR" },
        "dataFormats": formats,
        "dataFormat": formats.join(", "),
    });
    with(right(policy, lang, &["access"], true), more)
}

fn complain(policy: &Policy, lang: &str) -> Value {
    let authority = &policy.authority;
    let known = crate::law::authority(&authority.country).filter(|known| known.name == authority.name.value);
    let texts = texts::texts(lang);
    let said = texts.with("document-complaint-to", &[("value", authority.name.value.as_str().into())]);
    let more = json!({
        "description": said,
        "url": authority.website.as_deref().unwrap_or_default(),
        "supervisoryAuthority": {
            "name": authority.name.value,
            "address": value(authority.address.as_ref()),
            "country": authority.country,
            "email": known.as_ref().and_then(|known| known.email).unwrap_or_default(),
            "phone": known.as_ref().and_then(|known| known.phone).unwrap_or_default(),
        },
    });
    with(right(policy, lang, &["access"], true), more)
}

fn automated(policy: &Policy, lang: &str) -> Value {
    let said = policy.automated_decisions.as_ref().map_or("", |text| text.get(lang));
    json!({ "inUse": !said.is_empty(), "logicInvolved": said, "scopeAndIntendedEffects": said })
}

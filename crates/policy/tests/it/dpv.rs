//! DPV: only terms that stand in DPV 2.3, and every purpose, field and recipient of the policy.

use crate::services::{SERVICES, policy};
use policy::machine::{Machine, dpv, left_out};
use policy::{Kind, Policy};
use serde_json::Value;
use std::collections::BTreeSet;

/// The terms that were looked up, each in the file its section names.
const TERMS: &str = include_str!("dpv-terms.txt");

fn known() -> BTreeSet<&'static str> {
    TERMS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// Every term of a document: keys, types, and things named by a prefix.
fn terms(value: &Value, out: &mut BTreeSet<String>) {
    let is_term = |text: &str| {
        ["dpv:", "pd:", "eu-gdpr:", "dct:", "loc:"].iter().any(|prefix| text.starts_with(prefix))
    };
    match value {
        Value::Object(entries) => {
            for (key, inner) in entries.iter().filter(|(key, _)| *key != "@value") {
                out.extend(is_term(key).then(|| key.clone()));
                if let (Some(text), true) = (inner.as_str(), key == "@id" || key == "@type") {
                    out.extend(is_term(text).then(|| text.to_owned()));
                }
                terms(inner, out);
            }
        }
        Value::Array(values) => {
            for inner in values {
                out.extend(inner.as_str().filter(|text| is_term(text)).map(str::to_owned));
                terms(inner, out);
            }
        }
        _ => {}
    }
}

fn unknown(document: &Value) -> Vec<String> {
    let mut used = BTreeSet::new();
    terms(&document["@graph"], &mut used);
    assert!(used.len() > 20, "{used:?}");
    used.into_iter().filter(|term| !known().contains(term.as_str())).collect()
}

#[test]
fn only_terms_of_dpv_are_used_in_every_service_and_language() {
    for (service, ..) in SERVICES {
        let policy = policy(service);
        for lang in policy.languages.all() {
            assert_eq!(unknown(&dpv(&policy, lang)), Vec::<String>::new(), "{service}, {lang}");
        }
    }
}

#[test]
fn a_term_that_is_not_there_is_seen() {
    let mut document = dpv(&policy("wepack"), "en");
    document["@graph"][0]["dpv:hasConsentTerminated"] = Value::from("dpv:ConsentTerminated");
    assert_eq!(unknown(&document), ["dpv:hasConsentTerminated"]);
}

/// A policy that has a field of every kind, every basis and every ground.
fn of_everything() -> Policy {
    let fields: Vec<String> = Kind::WORDS
        .iter()
        .map(|(kind, _)| format!("      f-{kind}: {{ kind: {kind}, title: {kind} }}"))
        .collect();
    let text = include_str!("../suite/sound.yaml");
    let (head, rest) = text.split_once("    fields:\n").unwrap();
    let text = format!("{head}    fields:\n{}\n{rest}", fields.join("\n"));
    let uses: Vec<String> = Kind::WORDS.iter().map(|(kind, _)| format!("CATEGORY.f-{kind}")).collect();
    let category = text
        .lines()
        .skip_while(|line| *line != "data:")
        .nth(1)
        .unwrap()
        .trim()
        .trim_end_matches(':')
        .to_owned();
    let text = text.replacen(
        "uses: [",
        &format!("ground: explicit-consent\n    uses: [{}, ", uses.join(", ").replace("CATEGORY", &category)),
        1,
    );
    let compiled = policy::compile(&policy::Source::new("all.yaml", text.clone()));
    compiled.policy.unwrap_or_else(|| panic!("{:#?}\n{text}", compiled.diagnostics))
}

#[test]
fn every_kind_of_field_has_a_term() {
    let policy = of_everything();
    let document = dpv(&policy, "en");
    assert_eq!(unknown(&document), Vec::<String>::new());
    let text = document.to_string();
    for (kind, _) in Kind::WORDS {
        assert!(text.contains(&format!(".f-{kind}\"")), "{kind} is not there");
    }
}

#[test]
fn everything_that_is_declared_is_there_by_its_name() {
    for (service, ..) in SERVICES {
        let policy = policy(service);
        let text = dpv(&policy, &policy.languages.reference).to_string();
        for purpose in &policy.purposes {
            assert!(text.contains(&format!("#process-{}\"", purpose.name)), "{service}: {}", purpose.name);
        }
        for recipient in &policy.recipients {
            assert!(
                text.contains(&format!("#recipient-{}\"", recipient.name)),
                "{service}: {}",
                recipient.name
            );
        }
        assert!(!text.contains(":null") && !text.contains("⟦"), "{service}: {text}");
    }
}

#[test]
fn every_name_that_is_used_is_described_once() {
    let document = dpv(&policy("sodepac"), "fr");
    let mut described = Vec::new();
    let mut named = BTreeSet::new();
    names(&document["@graph"], &mut described, &mut named);
    let lost: Vec<_> =
        named.iter().filter(|name| name.contains("#recipient-") && !described.contains(name)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

fn names(value: &Value, described: &mut Vec<String>, named: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            if let Some(name) = entries.get("@id").and_then(Value::as_str) {
                if entries.len() == 1 {
                    named.insert(name.to_owned());
                } else {
                    described.push(name.to_owned());
                }
            }
            entries.values().for_each(|inner| names(inner, described, named));
        }
        Value::Array(values) => values.iter().for_each(|inner| names(inner, described, named)),
        _ => {}
    }
}

#[test]
fn what_dpv_has_no_place_for_is_named() {
    let left = left_out(&policy("wepack"), Machine::Dpv);
    for place in ["cookies", "forms", "signals", "breach"] {
        assert!(left.iter().any(|known| known == place), "{place} is not in {left:?}");
    }
    assert!(!left.iter().any(|known| known == "recipients/stored_in"), "it is carried");
}

//! What a language for machines carries of a policy, and what it has no place for.

use super::Machine;
use crate::model::Policy;
use serde_json::Value;
use std::collections::BTreeSet;

/// What both carry: keys of the canonical form, those of lists as `list/key`.
const BOTH: &[&str] = &[
    "service",
    "title",
    "version",
    "assumed",
    "controller",
    "controller/name",
    "controller/country",
    "controller/address",
    "controller/email",
    "controller/officer",
    "controller/data_protection_officer",
    "controller/website",
    "controller/phone",
    "authority",
    "authority/name",
    "authority/country",
    "authority/address",
    "automated_decisions",
    "languages",
    "languages/reference",
    "data",
    "data/name",
    "data/title",
    "data/fields",
    "purposes",
    "purposes/name",
    "purposes/why",
    "purposes/basis",
    "purposes/basis_assumed",
    "purposes/ground",
    "purposes/uses",
    "purposes/shares_with",
    "purposes/keep",
    "purposes/sources",
    "recipients",
    "recipients/name",
    "recipients/title",
    "recipients/title_by_language",
    "recipients/what",
    "recipients/role",
    "recipients/country",
    "recipients/safeguard",
    "recipients/gets",
    "recipients/representative",
    "recipients/assumed",
    "rights",
];
/// What TILT carries besides.
const TILT: &[&str] =
    &["purposes/interest", "purposes/law", "purposes/duty", "purposes/consequence", "rights/portability"];
/// What DPV carries besides.
const DPV: &[&str] = &[
    "controller/registration",
    "representatives",
    "representatives/name",
    "representatives/title",
    "representatives/country",
    "representatives/contact",
    "joint_controllers",
    "joint_controllers/name",
    "joint_controllers/title",
    "joint_controllers/country",
    "joint_controllers/address",
    "joint_controllers/email",
    "authority/website",
    "purposes/profiling",
    "purposes/messages",
    "purposes/instructed_by_customer",
    "recipients/stored_in",
    "recipients/sub_processors",
];
/// Values that say nothing beyond what counts anyhow.
const USUAL: &[&str] =
    &["ordinary", "private", "controller", "high-risk", "notice", "after-notice", "person"];

/// The places of a policy that `machine` has no place for, sorted: `cookies`, `recipients/stored_in`. Where texts stand
/// in further languages, `languages/also`.
pub fn left_out(policy: &Policy, machine: Machine) -> Vec<String> {
    let own = match machine {
        Machine::Tilt => TILT,
        Machine::Dpv => DPV,
    };
    let is_carried = |place: &str| BOTH.contains(&place) || own.contains(&place);
    let Ok(Value::Object(all)) = serde_json::from_str(&policy.canonical) else { return Vec::new() };
    let mut left = BTreeSet::new();
    for (key, value) in all.iter().filter(|(_, value)| says(value)) {
        if !is_carried(key) {
            left.insert(key.clone());
            continue;
        }
        for entry in entries(value) {
            let inner =
                entry.iter().filter(|(_, value)| says(value)).map(|(inner, _)| format!("{key}/{inner}"));
            left.extend(inner.filter(|place| !is_carried(place)));
        }
    }
    left.into_iter().collect()
}

/// The mappings of a value: itself, or those of its list; none for a text in several languages.
fn entries(value: &Value) -> Vec<&serde_json::Map<String, Value>> {
    match value {
        Value::Object(one) if !one.contains_key("by_language") => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_object).collect(),
        _ => Vec::new(),
    }
}

/// Whether a value says something.
fn says(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty() && !USUAL.contains(&text.as_str()),
        Value::Array(values) => !values.is_empty(),
        Value::Object(entries) => entries.values().any(says),
        Value::Bool(true) | Value::Number(_) => true,
    }
}

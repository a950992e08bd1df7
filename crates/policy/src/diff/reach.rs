//! Whom a difference concerns, and whether data collected before falls under it.

use super::class::{Class, Concerns, Kind, OldData};
use super::show::is_text;
use super::tree::Raw;
use crate::model::{NewPurposes, Policy, Purpose, Recipient, Role};

/// Whom a difference concerns.
pub(super) fn concerns(raw: &Raw, old: &Policy, new: &Policy) -> Concerns {
    if let Some(languages) = translated(raw) {
        return Concerns::Readers(languages);
    }
    let name = raw.name(0).unwrap_or_default();
    match raw.pattern.split('/').next().unwrap_or_default() {
        "purposes" if !name.is_empty() => Concerns::DataFor(vec![name.to_owned()]),
        "recipients" if !name.is_empty() => {
            purposes(old, new, |purpose| purpose.shares_with.iter().any(|known| known == name))
        }
        "data" if !name.is_empty() => {
            let path = raw.name(1).map_or(format!("{name}."), |field| format!("{name}.{field}"));
            let whole = raw.name(1).is_some();
            purposes(old, new, |purpose| {
                purpose.uses.iter().any(|used| if whole { *used == path } else { used.starts_with(&path) })
            })
        }
        "forms" if !name.is_empty() => Concerns::Senders(name.to_owned()),
        "cookies" | "signals" => Concerns::Visitors,
        "service_data" | "integrations" => Concerns::Customers,
        "languages" if raw.pattern == "languages/also" => Concerns::Readers(words(raw)),
        _ => Concerns::Everybody,
    }
}

/// The languages in which alone a text differs, where it stays the same in another.
fn translated(raw: &Raw) -> Option<Vec<String>> {
    let (before, after) = (raw.before.as_ref()?, raw.after.as_ref()?);
    if !is_text(before) || !is_text(after) {
        return None;
    }
    let (old, new) = (before.get("by_language")?.as_object()?, after.get("by_language")?.as_object()?);
    let differs = |lang: &&String| old.get(*lang) != new.get(*lang);
    let all: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let changed: Vec<String> = all.iter().copied().filter(differs).cloned().collect();
    (!changed.is_empty() && changed.len() < all.len()).then_some(changed)
}

fn words(raw: &Raw) -> Vec<String> {
    let lists = [raw.before.as_ref(), raw.after.as_ref()].into_iter().flatten();
    let words = lists.filter_map(|list| list.as_array()).flatten().filter_map(|word| word.as_str());
    words.map(str::to_owned).collect()
}

/// The purposes, of before or now, for which something holds; everybody where it is none.
fn purposes(old: &Policy, new: &Policy, holds: impl Fn(&Purpose) -> bool) -> Concerns {
    let mut names: Vec<String> = Vec::new();
    for purpose in old.purposes.iter().chain(&new.purposes) {
        if holds(purpose) && !names.contains(&purpose.name) {
            names.push(purpose.name.clone());
        }
    }
    if names.is_empty() { Concerns::Everybody } else { Concerns::DataFor(names) }
}

/// Whether data collected before falls under a difference. What was given for one use is not put to another, and not
/// given to somebody who decides for themself, without asking, unless the policy declares it compatible (CN-16).
pub(super) fn old_data(raw: &Raw, class: Class, old: &Policy, new: &Policy) -> OldData {
    let grave = class == Class::RightsAffecting;
    match raw.pattern.as_str() {
        "purposes/*" if raw.kind() == Kind::Added => of_new_purpose(raw, old, new),
        "purposes/*/uses" if grave => of_new_fields(raw, old),
        "purposes/*/shares_with" | "permissions/*/shares_with" if grave => {
            of_recipients(words(raw).iter().filter_map(|name| new.recipient(name)))
        }
        "recipients/*" if raw.kind() == Kind::Added => {
            of_recipients(raw.name(0).and_then(|name| new.recipient(name)).into_iter())
        }
        "recipients/*/gets" | "recipients/*/role" | "recipients/*/onward" if grave => {
            of_recipients(raw.name(0).and_then(|name| new.recipient(name)).into_iter())
        }
        "recipients/*/sub_processors/*" | "group/*/access" | "exchange/messages" | "exchange/views"
            if grave =>
        {
            OldData::AskFirst
        }
        "purposes/*/basis" | "purposes/*/profiling" | "forms/*/purpose" | "cookies/*/purpose" if grave => {
            OldData::AskFirst
        }
        pattern if pattern.starts_with("purposes/*/keep/") && grave => OldData::AskFirst,
        pattern if is_about_use(pattern) => OldData::Follows,
        _ => OldData::Unaffected,
    }
}

fn is_about_use(pattern: &str) -> bool {
    let of = ["purposes/*/", "recipients/*/", "data/*/", "security/", "holds", "evidence/"];
    of.iter().any(|start| pattern.starts_with(start)) || matches!(pattern, "purposes/*" | "recipients/*")
}

fn of_new_purpose(raw: &Raw, old: &Policy, new: &Policy) -> OldData {
    let Some(purpose) = raw.name(0).and_then(|name| new.purpose(name)) else { return OldData::AskFirst };
    let known = purpose.uses.iter().any(|used| old.field(used).is_some());
    let compatible = purpose.compatible_with.iter().any(|name| old.purpose(name).is_some());
    match new.changes.new_purposes {
        _ if !known => OldData::Unaffected,
        NewPurposes::Compatible | NewPurposes::Consent if compatible => OldData::Compatible,
        NewPurposes::Notice => OldData::Follows,
        NewPurposes::Compatible | NewPurposes::Consent => OldData::AskFirst,
    }
}

fn of_new_fields(raw: &Raw, old: &Policy) -> OldData {
    let known = words(raw).iter().any(|used| old.field(used).is_some());
    if known { OldData::AskFirst } else { OldData::Unaffected }
}

/// A processor works on instructions, for the uses that were stated; whoever else gets data decides for themself.
fn of_recipients<'a>(mut recipients: impl Iterator<Item = &'a Recipient>) -> OldData {
    if recipients.all(|recipient| recipient.role == Role::Processor) {
        OldData::Follows
    } else {
        OldData::AskFirst
    }
}

//! Whether the published policy says what is declared, in every language it speaks.

use document::Document;
use policy::Policy;
use serde_json::Value;

use super::says::Says;
use super::{Cx, State};

/// The published policy in each of its languages, squeezed: written once for all looks.
pub(super) fn pages(policy: &Policy, write: fn(&Policy, &str) -> Document) -> Vec<(String, String)> {
    let languages = std::iter::once(&policy.languages.reference).chain(&policy.languages.also);
    languages.map(|lang| (lang.clone(), squeezed(&write(policy, lang).markdown()))).collect()
}

pub(super) fn shown(cx: &Cx<'_>, place: &str) -> State {
    let mut looked = 0_usize;
    for (lang, page) in &cx.pages {
        for text in declared(&cx.service.policy, place, lang) {
            looked += 1;
            if !page.contains(&squeezed(&text)) {
                return State::Broken(Says::new("audit-not-shown").with("lang", lang).with("place", place));
            }
        }
    }
    if looked == 0 {
        // nothing of the author's stands there to look for: what a word of the language means is not looked up yet
        return State::NotYet;
    }
    State::Holds(Says::new("audit-shown").with("count", looked))
}

/// The texts for people that stand at a place, in a language: those of its own, else its names.
fn declared(policy: &Policy, place: &str, lang: &str) -> Vec<String> {
    let Ok(whole) = serde_json::from_str::<Value>(&policy.canonical) else { return Vec::new() };
    let Some(found) = find(&whole, place) else { return Vec::new() };
    let mut own = Vec::new();
    gather(found, lang, &mut own);
    if own.is_empty() {
        own.extend(found.get("name").or(Some(found)).and_then(Value::as_str).map(str::to_owned));
        own = own.into_iter().filter_map(|text| meant(place, text, lang)).collect();
    }
    own.retain(|text| text.chars().count() > 2);
    own
}

/// What a page says of a word: a basis by its sentence; other words of the language are not looked for.
fn meant(place: &str, word: String, lang: &str) -> Option<String> {
    if place.ends_with("/basis") {
        return Some(texts::texts(lang).say(&format!("document-basis-{word}")));
    }
    let is_word = word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    (!is_word).then_some(word)
}

/// Walks a place; what is a mapping in the file is a list of named values in the model.
fn find<'a>(value: &'a Value, place: &str) -> Option<&'a Value> {
    place.split('/').try_fold(value, |value, part| match value {
        Value::Object(object) => object.get(part),
        Value::Array(list) => list.iter().find(|one| one.get("name").and_then(Value::as_str) == Some(part)),
        _ => None,
    })
}

fn gather(value: &Value, lang: &str, into: &mut Vec<String>) {
    match value {
        Value::Object(object) => match object.get("by_language") {
            Some(by) => into.extend(
                by.get(lang).and_then(Value::as_str).into_iter().flat_map(str::lines).map(str::to_owned),
            ),
            None => object.values().for_each(|inner| gather(inner, lang, into)),
        },
        Value::Array(list) => list.iter().for_each(|inner| gather(inner, lang, into)),
        _ => {}
    }
}

/// Letters and digits only, so that line breaks, marks and typographic spaces do not count.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

//! The reference of the language: one page that suffices to write a policy. Printed by `abide help policy`, and
//! `docs/policy-language.md` in the documentation.
//!
//! **Contract.** Every key stands in it, written from the same table that checks it; its first example compiles.

use crate::model::{Channel, Format};
use crate::shape::{Key, KeyType, Need, Shape, Type};
use std::fmt::Write;

/// The closed sets of words that several keys share: each is listed once.
const SHARED: &[(&str, Words)] = &[("channels", Channel::WORDS), ("formats", Format::WORDS)];

type Words = &'static [(&'static str, &'static str)];

/// The whole reference, in Markdown.
pub fn reference() -> String {
    let mut sections: Vec<(&'static Shape, String)> = Vec::new();
    collect(&crate::keys::POLICY, String::new(), &mut sections);
    let mut out = include_str!("reference/introduction.md").to_owned();
    for (shape, path) in sections {
        section(shape, &path, &mut out);
    }
    for (name, words) in SHARED {
        // INVARIANT: writing to a string cannot fail.
        let _ = writeln!(out, "\n### The {name}\n");
        list(words, "", &mut out);
    }
    out
}

/// Every record once, with the first place where it can stand.
pub(crate) fn collect(shape: &'static Shape, path: String, found: &mut Vec<(&'static Shape, String)>) {
    if found.iter().any(|(known, _)| std::ptr::eq(*known, shape)) {
        return;
    }
    found.push((shape, path.clone()));
    for key in shape.keys {
        let here = if path.is_empty() { key.name.to_owned() } else { format!("{path}/{}", key.name) };
        inside(&key.value, here, found);
    }
}

fn inside(kind: &Type, path: String, found: &mut Vec<(&'static Shape, String)>) {
    match kind {
        Type::Record(shape) => collect(shape, path, found),
        Type::List(inner) => inside(inner, path, found),
        Type::Map(_, inner) => inside(inner, path + "/…", found),
        Type::Either(one, other) => {
            inside(one, path.clone(), found);
            inside(other, path, found);
        }
        _ => {}
    }
}

fn section(shape: &Shape, path: &str, out: &mut String) {
    let place = if path.is_empty() { String::new() } else { format!("At `{path}`. ") };
    let _ = writeln!(out, "\n### {}\n\n{place}{}\n", upper(shape.name), shape.doc);
    for key in shape.keys {
        entry(key, out);
    }
}

fn entry(key: &Key, out: &mut String) {
    let need = match key.need {
        Need::Required => ", needed",
        Need::Lint => ", expected",
        Need::Optional => "",
    };
    let _ = write!(out, "- **`{}`** ({}{need}): {}", key.name, kind(&key.value), key.doc);
    if let Some(default) = key.default {
        let _ = write!(out, " Left out: {default}.");
    }
    if let Some(law) = key.law {
        let _ = write!(out, " *{law}.*");
    }
    let _ = writeln!(out, "\n  `{}`", key.example);
    if let Some(words) = words(&key.value) {
        list(words, "  ", out);
    }
}

/// What a value is, in words.
fn kind(kind_of: &Type) -> String {
    match kind_of {
        Type::Record(shape) => link(shape.name),
        Type::Words(words) if *words == Channel::WORDS => link("the channels"),
        Type::Words(words) if *words == Format::WORDS => link("the formats"),
        Type::Words([(only, _)]) => format!("`{only}`"),
        Type::Words(_) => "one of the words below".into(),
        Type::List(inner) => format!("list of: {}", kind(inner)),
        Type::Map(KeyType::Words(_), inner) => format!("by one of the words below: {}", kind(inner)),
        Type::Map(KeyType::Refers(space), inner) => format!("by {}: {}", space.one(), kind(inner)),
        Type::Map(_, inner) => format!("by name: {}", kind(inner)),
        Type::Either(one, other) => format!("{}, or {}", kind(one), kind(other)),
        other => other.expected(),
    }
}

fn link(name: &str) -> String {
    format!("[{name}](#{})", name.to_lowercase().replace(' ', "-"))
}

fn upper(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The words of a value that is one of a closed set, unless they are listed at the end.
fn words(kind_of: &Type) -> Option<Words> {
    match kind_of {
        Type::Words(words) | Type::Map(KeyType::Words(words), _) => {
            SHARED.iter().all(|(_, shared)| shared != words).then_some(*words)
        }
        Type::List(inner) => words(inner),
        Type::Either(one, other) => words(one).or_else(|| words(other)),
        _ => None,
    }
}

fn list(words: Words, indent: &str, out: &mut String) {
    for (word, meaning) in words {
        let _ = writeln!(out, "{indent}- `{word}`: {}", meaning.trim().trim_end_matches('.'));
    }
}

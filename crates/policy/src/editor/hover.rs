//! What something means, and which law is behind it.

use super::walk::{self, Found};
use super::{Opened, Place};
use crate::law;
use crate::shape::{Key, KeyType, Need, Space, Type};
use std::fmt::Write as _;

/// A meaning, in Markdown, and the place it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The place.
    pub place: Place,
    /// The meaning.
    pub markdown: String,
}

impl Opened {
    /// What stands at a place means.
    pub fn hover(&self, file: &str, offset: usize) -> Option<Hover> {
        let at = self.global(file, offset)?;
        if let Some(hover) = self.hover_of_policy(at) {
            return Some(hover);
        }
        let found = walk::at(self.sources.root(), self.shape, at)?;
        let markdown = match (&found, found.on_key) {
            (Found { key: Some(key), .. }, true) => about(key),
            (Found { names: Some(KeyType::Words(words)), .. }, true) => word(words, &found.scalar.text)?,
            (Found { names: Some(KeyType::Refers(space)), .. }, true) => {
                self.declared(*space, &found.scalar.text)?
            }
            (_, true) => return None,
            (_, false) => self.of_value(&found)?,
        };
        Some(Hover { place: self.local(found.scalar.span), markdown })
    }

    /// What a name in a map means in its policy.
    fn hover_of_policy(&self, at: usize) -> Option<Hover> {
        let (policy, (space, name, span)) = (self.policy.as_ref()?, self.name_at(at)?);
        Some(Hover { place: self.local(span), markdown: policy.declared(space, name)? })
    }

    fn of_value(&self, found: &Found<'_>) -> Option<String> {
        let text = found.scalar.text.as_str();
        match found.value? {
            Type::Words(words) => word(words, text),
            Type::Ref(space) => self.declared(*space, text),
            Type::Country | Type::Territory => country(text),
            _ => found.key.map(about),
        }
    }

    /// What is declared under a name, in the words people read.
    fn declared(&self, space: Space, name: &str) -> Option<String> {
        let root = self.sources.root();
        let (section, key) = match space {
            Space::Category => ("data", "title"),
            Space::Purpose => ("purposes", "why"),
            Space::Recipient => ("recipients", "name"),
            Space::Agreement => ("agreements", "title"),
            Space::Form => ("forms", "title"),
            Space::Document => ("documents", "title"),
            Space::Field => {
                let (category, field) = name.split_once('.')?;
                let node = root.get("data")?.get(category)?.get("fields")?.get(field)?;
                let kind =
                    crate::shape::plain(node.get("kind")?).0.scalar().map_or("", |kind| kind.text.as_str());
                return Some(format!("**field** `{name}` ({kind}): {}", words(node.get("title")?)));
            }
            Space::Other => return None,
        };
        let node = root.get(section)?.get(name)?;
        let mut out = format!("**{}** `{name}`: {}", space.one(), words(node.get(key)?));
        for more in ["basis", "role", "country"] {
            if let Some(value) = node.get(more).and_then(|value| crate::shape::plain(value).0.scalar()) {
                // INVARIANT: writing to a string cannot fail.
                let _ = write!(out, "\n\n{more}: `{}`", value.text);
            }
        }
        Some(out)
    }
}

/// A text, or its first language.
fn words(node: &crate::tree::Node) -> String {
    let node = crate::shape::plain(node).0;
    let first = node.entries().and_then(|entries| entries.first()).map(|entry| &entry.value);
    first.unwrap_or(node).scalar().map(|scalar| scalar.text.trim().to_owned()).unwrap_or_default()
}

/// What a key means.
pub(super) fn about(key: &Key) -> String {
    let need = match key.need {
        Need::Required => " *Needed.*",
        Need::Lint => " *Expected.*",
        Need::Optional => "",
    };
    let mut out = format!("**`{}`** {}{need}", key.name, key.doc);
    if let Some(default) = key.default {
        // INVARIANT: writing to a string cannot fail.
        let _ = write!(out, "\n\nLeft out: {default}.");
    }
    if let Some(law) = key.law {
        let _ = write!(out, "\n\nLaw: {law}.");
    }
    let _ = write!(out, "\n\n```yaml\n{}\n```", key.example);
    out
}

fn word(words: &[(&str, &str)], text: &str) -> Option<String> {
    words
        .iter()
        .find(|(word, _)| *word == text)
        .map(|(word, meaning)| format!("**`{word}`** {}", meaning.trim()))
}

/// What the law of today's data says of a country: the newest that is known.
fn country(code: &str) -> Option<String> {
    let facts = [
        law::Topic::Eea,
        law::Topic::Adequacy,
        law::Topic::Ages,
        law::Topic::Bookkeeping,
        law::Topic::Authorities,
    ];
    let lines: Vec<String> = facts
        .into_iter()
        .flat_map(law::facts)
        .filter(|fact| fact.country == code)
        .map(|fact| {
            let until = fact.until.map(|until| format!(", until {until}")).unwrap_or_default();
            let from = fact.from.map(|from| format!(", since {from}")).unwrap_or_default();
            format!("- {}{from}{until}", fact.says)
        })
        .collect();
    (!lines.is_empty()).then(|| format!("**`{code}`**\n\n{}", lines.join("\n")))
}

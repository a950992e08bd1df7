//! Text in several languages.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in one or more languages; the policy's reference language stands in for those that are missing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    reference: String,
    by_language: BTreeMap<String, String>,
}

impl Text {
    /// A text whose reference language is `reference`.
    pub fn new(reference: &str, by_language: BTreeMap<String, String>) -> Self {
        Text { reference: reference.to_owned(), by_language }
    }

    /// A text in one language only.
    pub fn only(language: &str, text: &str) -> Self {
        Text::new(language, BTreeMap::from([(language.to_owned(), text.to_owned())]))
    }

    /// The text in this language, else in the reference language, else in any; empty only if there is none.
    pub fn get(&self, language: &str) -> &str {
        self.by_language
            .get(language)
            .or_else(|| self.by_language.get(&self.reference))
            .or_else(|| self.by_language.values().next())
            .map_or("", String::as_str)
    }

    /// Whether it stands in this language.
    pub fn has(&self, language: &str) -> bool {
        self.by_language.contains_key(language)
    }

    /// Whether it stands in no language.
    pub fn is_empty(&self) -> bool {
        self.by_language.is_empty()
    }

    /// Every language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_language.iter().map(|(language, text)| (language.as_str(), text.as_str()))
    }
}

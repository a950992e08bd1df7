//! The ready sentences of a first policy, in its languages.

use super::parts::{Part, entry, text};
use document::texts;

/// The sentences in the languages of a policy, the reference first.
pub(crate) struct Sentences<'a> {
    languages: &'a [String],
}

impl<'a> Sentences<'a> {
    pub(crate) fn new(languages: &'a [String]) -> Self {
        Sentences { languages }
    }

    /// A sentence for people: in each language, or as it is where there is one only.
    pub(crate) fn text(&self, id: &str) -> Part {
        match self.languages {
            [] | [_] => text(self.reference(id)),
            several => {
                Part::Map(several.iter().map(|lang| entry(lang, text(texts::texts(lang).say(id)))).collect())
            }
        }
    }

    /// A text that is the same in every language, such as the name of a law.
    pub(crate) fn same(&self, words: &str) -> Part {
        match self.languages {
            [] | [_] => text(words),
            several => Part::Map(several.iter().map(|lang| entry(lang, text(words))).collect()),
        }
    }

    /// A sentence in the reference language.
    pub(crate) fn reference(&self, id: &str) -> String {
        texts::texts(self.languages.first().map_or("en", String::as_str)).say(id)
    }
}

//! What can be written at a place.
//!
//! The text is incomplete where somebody writes. A word that nobody uses is put in at the cursor, once as a value and
//! once as a key, and the tree tells where it came to stand; only the declaration around it, or its section, is read for that.

use super::hover::about;
use super::part::{self, Part};
use super::walk::{self, Found};
use super::{Opened, Place};
use crate::diagnostic::Span;
use crate::model::Anchor;
use crate::shape::{KeyType, Need, Shape, Space, Type};
use crate::tree;

/// Stands in for what will be written.
const CURSOR: &str = "abide0cursor";

/// What a column is that holds no field of the policy.
const CLASSES: &[(&str, &str)] = &[
    ("key", "a technical key"),
    ("not-personal", "nothing about a person"),
    ("other-person", "about somebody else"),
];

/// What is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A key of the language.
    Key,
    /// A word of a closed set.
    Word,
    /// Something the policy declares.
    Name,
}

/// One thing that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The word.
    pub label: String,
    /// What is put in its place.
    pub insert: String,
    /// What it is.
    pub what: What,
    /// A few words beside it.
    pub detail: String,
    /// What it means, in Markdown.
    pub markdown: String,
    /// What it replaces.
    pub replaces: Place,
}

impl Opened {
    /// What can be written at a place of a file.
    pub fn complete(&self, file: &str, offset: usize) -> Vec<Completion> {
        let Some(source) = self.sources.files().find(|source| source.name == file) else { return Vec::new() };
        let text = source.text.as_str();
        let word = word(text, offset);
        let (Some(before), Some(after)) = (text.get(..word.start), text.get(word.end..)) else {
            return Vec::new();
        };
        let replaces = Place { file: file.to_owned(), span: word };
        let mut offered = match part::around(text, word.start) {
            Some(Part { section, lies }) => {
                let before = format!("{section}{}", before.get(lies.start..).unwrap_or_default());
                let until = lies.end.saturating_sub(word.end);
                self.offered_in(&before, after.get(..until).unwrap_or_default())
            }
            None => self.offered_in(before, after),
        };
        for one in &mut offered {
            one.replaces = replaces.clone();
            // A colon that stands there already is not written twice.
            let colon = after.trim_start_matches(' ').starts_with(':');
            if one.what == What::Key && !colon {
                one.insert.push_str(": ");
            }
        }
        offered
    }

    /// What can be written between two stretches of text: as a value, or as a key.
    pub(super) fn offered_in(&self, before: &str, after: &str) -> Vec<Completion> {
        let mut forms = [CURSOR.to_owned(), format!("{CURSOR}: 0")];
        // At the left only a key can stand.
        if before.is_empty() || before.ends_with('\n') {
            forms.reverse();
        }
        let mut offered = forms.into_iter().map(|form| {
            let tree = tree::parse(&format!("{before}{form}{after}"));
            let found = walk::at(tree.root(), self.shape, before.len());
            match found.filter(|found| found.scalar.text.contains(CURSOR)) {
                Some(found) => self.offered(&found),
                None => self.at_the_left(tree.root(), before.len()),
            }
        });
        offered.find(|offered| !offered.is_empty()).unwrap_or_default()
    }

    fn offered(&self, found: &Found<'_>) -> Vec<Completion> {
        match (found.on_key, found.record, found.names) {
            (true, Some((shape, entries)), _) => {
                keys(shape, |name| entries.iter().any(|entry| entry.key.text == name))
            }
            (true, None, Some(KeyType::Words(words))) => self::words(words, What::Key),
            (true, None, Some(KeyType::Refers(space))) => self.names(space, What::Key),
            (true, ..) => Vec::new(),
            (false, ..) => match self.of_policy(found) {
                Some(names) => names,
                None => found.value.map(|kind| self.values(kind)).unwrap_or_default(),
            },
        }
    }

    /// In a map: the names of its policy.
    fn of_policy(&self, found: &Found<'_>) -> Option<Vec<Completion>> {
        let policy = self.policy.as_ref()?;
        match found.key?.name {
            "purpose" | "also_for" | "keep" => Some(policy.names(Space::Purpose, What::Name)),
            "columns" | "is" => {
                let mut all = policy.names(Space::Field, What::Name);
                all.extend(words(CLASSES, What::Word));
                Some(all)
            }
            _ => None,
        }
    }

    /// A file in which nothing stands but the word at the cursor has only a text for its root.
    fn at_the_left(&self, root: &tree::Node, at: usize) -> Vec<Completion> {
        let alone = root.scalar().is_some_and(|scalar| scalar.text == CURSOR && scalar.span.start == at);
        if alone { keys(self.shape, |_| false) } else { Vec::new() }
    }

    fn values(&self, kind: &'static Type) -> Vec<Completion> {
        match kind {
            Type::Words(words) => self::words(words, What::Word),
            Type::Flag => words(&[("yes", ""), ("no", "")], What::Word),
            Type::Ref(space) => self.names(*space, What::Name),
            Type::List(item) => self.values(item),
            Type::Anchor => words(Anchor::WORDS, What::Word),
            Type::Either(one, _) => self.values(one),
            Type::Country | Type::Territory => countries(),
            Type::Place => self.places(),
            _ => Vec::new(),
        }
    }

    fn names(&self, space: Space, what: What) -> Vec<Completion> {
        let ours = (space == Space::Agreement).then_some("privacy-policy");
        let declared = self.declared_in(space);
        let all = ours.into_iter().chain(declared.iter().map(String::as_str));
        all.map(|name| one(name, what, space.one(), String::new())).collect()
    }

    fn places(&self) -> Vec<Completion> {
        let mut all: Vec<&String> =
            self.checked().places.keys().filter(|path| path.split('/').count() < 4).collect();
        all.sort_unstable();
        all.into_iter().map(|path| one(path, What::Name, "place", String::new())).collect()
    }
}

fn keys(shape: &'static Shape, has: impl Fn(&str) -> bool) -> Vec<Completion> {
    let free = shape.keys.iter().filter(|key| !has(key.name));
    free.map(|key| {
        let need = match key.need {
            Need::Required => "needed",
            Need::Lint => "expected",
            Need::Optional => "",
        };
        one(key.name, What::Key, need, about(key))
    })
    .collect()
}

fn words(words: &[(&str, &str)], what: What) -> Vec<Completion> {
    words.iter().map(|(word, meaning)| one(word, what, meaning.trim(), String::new())).collect()
}

fn countries() -> Vec<Completion> {
    let facts = crate::law::facts(crate::law::Topic::Eea);
    let eea = facts.iter().map(|fact| (fact.country, "European Economic Area"));
    let others = crate::law::facts(crate::law::Topic::Adequacy);
    let others = others.iter().map(|fact| (fact.country, "found adequate"));
    eea.chain(others).map(|(code, detail)| one(code, What::Word, detail, String::new())).collect()
}

fn one(label: &str, what: What, detail: &str, markdown: String) -> Completion {
    let replaces = Place { file: String::new(), span: Span::default() };
    Completion {
        label: label.to_owned(),
        insert: label.to_owned(),
        what,
        detail: detail.to_owned(),
        markdown,
        replaces,
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/')
}

/// The word a place stands in, or beside.
pub(super) fn word(text: &str, offset: usize) -> Span {
    let before = text.get(..offset).unwrap_or_default();
    let after = text.get(offset..).unwrap_or_default();
    let length = |word: &mut dyn Iterator<Item = char>| -> usize {
        word.take_while(|c| is_word(*c)).map(char::len_utf8).sum()
    };
    let start = offset.saturating_sub(length(&mut before.chars().rev()));
    // The dash of a list's item is no part of the word behind it.
    let dash = text.get(start..offset).is_some_and(|word| word == "-");
    Span::new(if dash { offset } else { start }, offset + length(&mut after.chars()))
}

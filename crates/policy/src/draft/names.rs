//! Names and texts of a policy, made from what people or other files call things.

use crate::tree::is_hidden;
use std::collections::BTreeSet;

/// The longest name.
const LONGEST: usize = 64;

/// A name of the language for some words: small letters, digits and `-`; `other` where nothing is left of them.
pub(crate) fn slug(words: &str, other: &str) -> String {
    let mut name = String::new();
    for letter in words.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => name.push_str(plain),
            None if letter.is_ascii_alphanumeric() => name.push(letter),
            None if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            None => {}
        }
    }
    let begins = name.find(|c: char| c.is_ascii_lowercase()).unwrap_or(name.len());
    let name: String = name.chars().skip(begins).take(LONGEST - 4).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { other.to_owned() } else { name.to_owned() }
}

/// A letter with a mark as the plain letters it is written with where there are no marks.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' => "a",
        'ä' | 'æ' => "ae",
        'å' => "aa",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' => "o",
        'ö' | 'ø' | 'œ' => "oe",
        'ù' | 'ú' | 'û' => "u",
        'ü' => "ue",
        'ß' => "ss",
        _ => return None,
    })
}

/// A text on one line, without characters that nobody sees.
pub(crate) fn clean(text: &str) -> String {
    let seen: String = text.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect();
    // Spaces that do not break belong to the text, as before a French colon.
    let breaks = |c: char| matches!(c, ' ' | '\u{85}' | '\u{2028}' | '\u{2029}');
    seen.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Names that are given once each.
#[derive(Debug, Default)]
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    /// The name, with a number behind it where it is taken.
    pub(crate) fn free(&mut self, name: &str) -> String {
        let numbered = (2..).map(|n| format!("{name}-{n}"));
        let found = std::iter::once(name.to_owned()).chain(numbered).find(|free| !self.0.contains(free));
        let found = found.unwrap_or_else(|| name.to_owned());
        self.0.insert(found.clone());
        found
    }
}

//! A text that is hard to read.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes a text of some length whose sentences and words are long: LIX (words a sentence, and per cent of words
    /// over six letters) over 60, for French over 65.
    ///
    /// ## Why is this bad?
    /// The law asks for clear and plain language that a child understands where children are addressed. The figure
    /// cannot know whether a long word is a known one: hence a note.
    ///
    /// ## Example
    /// ```yaml
    /// statements:
    ///   part: { title: Your part, text: "Notwithstanding contractual limitations, extraordinary circumstances necessitating supplementary verification procedures concerning identification documentation may constitute insurmountable administrative impediments, particularly whenever corresponding authorisations have previously expired without appropriate renewal notifications." }
    /// ```
    /// ## Instead
    /// ```yaml
    /// statements:
    ///   part: { title: Your part, text: "Keep your password to yourself. Tell us if somebody knows it. We then close your account until you have chosen another one, and nobody can use it while it is closed. You can write to us, or call us on the telephone." }
    /// ```
    "A0704", Note, "a text that is hard to read", law "GDPR Art. 12(1)"
}

/// Shorter texts say nothing of how hard they are.
const WORDS: usize = 24;

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for (path, text) in super::wording::texts(cx) {
        for (language, words) in text.iter() {
            let limit = if language == "fr" { 65 } else { 60 };
            if let Some(lix) = lix(words).filter(|lix| *lix > limit) {
                let found = LINT
                    .breach(format!("this is hard to read: {lix} on a scale on which {limit} is a law"))
                    .at(cx.value(&format!("{path}/{language}")));
                told.push(found.help("write shorter sentences, and shorter words"));
            }
        }
    }
}

/// Björnsson's index: words a sentence, and per cent of words with more than six letters.
fn lix(text: &str) -> Option<usize> {
    let words: Vec<usize> = text
        .split_whitespace()
        .map(|word| word.chars().filter(|c| c.is_alphabetic()).count())
        .filter(|n| *n > 0)
        .collect();
    if words.len() < WORDS {
        return None;
    }
    let sentences = text.matches(['.', '!', '?', ':', ';']).count().max(1);
    let long = words.iter().filter(|letters| **letters > 6).count();
    Some(words.len() / sentences + long * 100 / words.len())
}

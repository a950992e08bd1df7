//! Runs of text as plain words.

use crate::Inline;

/// The words alone, without weight or links; a line break becomes a space.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    inlines.iter().map(words).collect()
}

fn words(inline: &Inline) -> &str {
    match inline {
        Inline::Text(text)
        | Inline::Strong(text)
        | Inline::Emphasis(text)
        | Inline::Code(text)
        | Inline::Assumed(text)
        | Inline::Date { text, .. }
        | Inline::Link { text, .. } => text,
        Inline::LineBreak => " ",
    }
}

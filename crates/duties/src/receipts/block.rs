//! The blocks a receipt is made of.

use document::{Block, Inline};

/// A heading under the receipt's title.
pub(super) fn heading(text: &str, anchor: &str) -> Block {
    Block::Heading { level: 2, number: None, text: text.to_owned(), anchor: anchor.to_owned() }
}

/// Plain text.
pub(super) fn text(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

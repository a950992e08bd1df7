//! An id or hash: short to look at, whole on hover, on focus and in print.

use askama::Template;
use askama::filters::HtmlSafe;

/// A long value shown by its beginning.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/hash.html")]
pub struct Hash {
    /// What is always shown.
    pub head: String,
    /// What is shown on hover, focus and paper.
    pub rest: String,
}

impl Hash {
    /// Shows the first twelve characters of `value`.
    pub fn new(value: &str) -> Self {
        let cut = value.char_indices().nth(12).map_or(value.len(), |(at, _)| at);
        let (head, rest) = value.split_at(cut);
        Self { head: head.to_owned(), rest: rest.to_owned() }
    }
}

impl HtmlSafe for Hash {}

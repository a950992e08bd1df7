//! A table that becomes cards on a phone.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Clock, Pill};

/// What stands in a cell.
#[derive(Debug, Clone)]
pub enum Cell {
    /// Nothing to say; not shown on a phone.
    None,
    /// Words.
    Text(String),
    /// The row's name.
    Row(String),
    /// A number, right-aligned.
    Number(String),
    /// A row's name that leads to its page: address and words.
    RowLink(String, String),
    /// A state.
    Pill(Pill),
    /// A term.
    Clock(Clock),
}

impl Cell {
    /// Words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// Words, or nothing.
    pub fn maybe(words: Option<String>) -> Self {
        words.filter(|words| !words.is_empty()).map_or(Self::None, Self::Text)
    }
}

/// A column's head.
#[derive(Debug, Clone)]
pub struct Head {
    /// Its words.
    pub text: String,
    /// Whether its cells are numbers.
    pub number: bool,
}

impl From<String> for Head {
    fn from(text: String) -> Self {
        Self { text, number: false }
    }
}

/// A table with a caption, heads with their scope, and rows.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/table.html")]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Whether the caption is for screen readers only (a heading above says the same).
    pub caption_hidden: bool,
    /// The columns.
    pub head: Vec<Head>,
    /// The rows, as many cells each as there are heads.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Each row's cells beside the words of their column.
    pub fn labelled<'a>(&'a self, row: &'a [Cell]) -> impl Iterator<Item = (&'a str, &'a Cell)> {
        self.head.iter().map(|head| head.text.as_str()).zip(row)
    }
}

impl HtmlSafe for Table {}

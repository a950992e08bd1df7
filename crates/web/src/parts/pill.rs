//! A state as an icon and a word: colour alone never carries it.

use askama::Template;
use askama::filters::HtmlSafe;

/// What a state means for the reader: the four status colours and the signs that repeat them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A promise kept, a step done.
    Kept,
    /// Due soon, or something to look at.
    Soon,
    /// Late, broken or refused.
    Late,
    /// Not known yet, not begun, or simply a fact.
    Unknown,
}

impl Tone {
    /// The class the style sheet knows it by.
    pub fn class(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Soon => "soon",
            Self::Late => "late",
            Self::Unknown => "unknown",
        }
    }
}

/// An icon and a word.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/pill.html")]
pub struct Pill {
    /// Which sign and colour.
    pub tone: Tone,
    /// The word that says it.
    pub word: String,
}

impl Pill {
    /// A pill that says `word`.
    pub fn new(tone: Tone, word: impl Into<String>) -> Self {
        Self { tone, word: word.into() }
    }
}

impl HtmlSafe for Pill {}

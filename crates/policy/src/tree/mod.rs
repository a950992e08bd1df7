//! A lossless, error-recovering tree over the documented YAML subset (`docs/policy-language.md`).
//!
//! **Contract.** [`parse`] accepts any text, never panics, reads it once (linear time) and nests at most
//! [`DEPTH`] levels. [`Tree::print`] gives back exactly what was parsed: comments, blank lines, errors and all.
//! What could not be understood is [`NodeKind::Broken`] and has a diagnostic.

mod block;
mod block_text;
mod cursor;
pub(crate) mod faults;
mod flow;
mod lost;
mod quoted;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use block::is_hidden;
pub(crate) use lost::Lost;

use crate::diagnostic::{Diagnostic, Span};
use smol_str::SmolStr;

/// How deep mappings and sequences may nest.
pub const DEPTH: usize = 48;

/// A parsed text.
#[derive(Debug, Clone)]
pub struct Tree {
    text: String,
    pieces: Vec<Piece>,
    root: Node,
    errors: Vec<Diagnostic>,
}

/// A stretch of the text and what it is; the pieces of a tree cover its text without gap or overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Where it is.
    pub span: Span,
}

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// Spaces and tabs.
    Space,
    /// A line break.
    Break,
    /// `# …` up to the end of the line.
    Comment,
    /// `:`, `-`, `,`, a bracket or `---`.
    Mark,
    /// A key or a value.
    Scalar,
    /// Text that could not be understood.
    Broken,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// From its first to its last character; empty, just after the key, where the value is missing.
    pub span: Span,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// Keys with values, in the order written; the same key may stand twice.
    Mapping(Vec<Entry>),
    /// Values in order.
    Sequence(Vec<Node>),
    /// A text.
    Scalar(Scalar),
    /// Nothing stands here (`key:` alone).
    Missing,
    /// Something stands here that could not be understood; a diagnostic says so.
    Broken,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Scalar,
    /// The value.
    pub value: Node,
}

/// A text with the way it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The text meant: quotes removed, escapes resolved, lines folded.
    pub text: SmolStr,
    /// How it was written.
    pub style: Style,
    /// Where it stands, quotes included.
    pub span: Span,
}

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// In `'…'`.
    Single,
    /// In `"…"`.
    Double,
    /// After `|`: line breaks kept.
    Literal,
    /// After `>`: lines joined.
    Folded,
}

impl Tree {
    /// The topmost value.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// What could not be understood.
    pub fn errors(&self) -> &[Diagnostic] {
        &self.errors
    }

    /// The text it was parsed from.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Every stretch of the text, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The text again, written from the pieces.
    pub fn print(&self) -> String {
        self.pieces.iter().map(|piece| piece.span.of(&self.text)).collect()
    }
}

impl Node {
    /// Its entries, if it is a mapping.
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.kind {
            NodeKind::Mapping(entries) => Some(entries),
            _ => None,
        }
    }

    /// Its items, if it is a sequence.
    pub fn items(&self) -> Option<&[Node]> {
        match &self.kind {
            NodeKind::Sequence(items) => Some(items),
            _ => None,
        }
    }

    /// Its text, if it is one.
    pub fn scalar(&self) -> Option<&Scalar> {
        match &self.kind {
            NodeKind::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The same value, `by` bytes further on.
    #[must_use]
    pub(crate) fn moved(mut self, by: usize) -> Node {
        if by > 0 {
            self.move_on(by);
        }
        self
    }

    fn move_on(&mut self, by: usize) {
        self.span = self.span.moved(by);
        match &mut self.kind {
            NodeKind::Mapping(entries) => {
                for entry in entries {
                    entry.key.span = entry.key.span.moved(by);
                    entry.value.move_on(by);
                }
            }
            NodeKind::Sequence(items) => items.iter_mut().for_each(|item| item.move_on(by)),
            NodeKind::Scalar(scalar) => scalar.span = scalar.span.moved(by),
            NodeKind::Missing | NodeKind::Broken => {}
        }
    }

    /// The value of its first entry of this key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries()?.iter().find(|entry| entry.key.text == key).map(|entry| &entry.value)
    }
}

/// Parses a text.
pub fn parse(text: &str) -> Tree {
    let mut cursor = cursor::Cursor::new(text);
    // A piece is seldom shorter than four bytes.
    cursor.pieces.reserve(text.len() / 4);
    let root = cursor.document();
    let mut errors = cursor.errors;
    crate::diagnostic::sort(&mut errors);
    Tree { text: text.to_owned(), pieces: cursor.pieces, root, errors }
}

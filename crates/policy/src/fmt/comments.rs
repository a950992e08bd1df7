//! The comments of a text, in order.

use crate::diagnostic::Span;
use crate::tree::{PieceKind, Tree};

/// A comment.
#[derive(Clone, Copy)]
pub(super) struct Comment<'t> {
    /// Where it stands.
    pub(super) span: Span,
    /// What it says, with its `#`.
    pub(super) words: &'t str,
    /// The column from 0, if it is alone on its line.
    pub(super) alone: Option<usize>,
}

/// The comments that were not written yet.
pub(super) struct Comments<'t> {
    all: Vec<Comment<'t>>,
    next: usize,
}

impl<'t> Comments<'t> {
    pub(super) fn new(tree: &'t Tree) -> Self {
        let text = tree.text();
        let comments = tree.pieces().iter().filter(|piece| piece.kind == PieceKind::Comment);
        let comment = |span: Span| {
            let line = text.get(..span.start).unwrap_or_default();
            let line = line.rsplit('\n').next().unwrap_or_default();
            let alone = line.chars().all(|c| matches!(c, ' ' | '\t' | '\u{feff}')).then_some(line.len());
            Comment { span, words: span.of(text).trim_end_matches([' ', '\t']), alone }
        };
        Comments { all: comments.map(|piece| comment(piece.span)).collect(), next: 0 }
    }

    /// The next one, if it begins before `until`.
    pub(super) fn before(&mut self, until: usize) -> Option<Comment<'t>> {
        let comment = self.peek().filter(|comment| comment.span.start < until)?;
        self.next += 1;
        Some(comment)
    }

    /// The next one.
    pub(super) fn peek(&self) -> Option<Comment<'t>> {
        self.all.get(self.next).copied()
    }

    /// Whether one stands inside `span`.
    pub(super) fn inside(&self, span: Span) -> bool {
        let first = self.all.partition_point(|comment| comment.span.start < span.start);
        self.all.get(first).is_some_and(|comment| comment.span.start < span.end)
    }
}

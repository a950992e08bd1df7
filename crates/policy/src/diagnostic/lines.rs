//! From bytes to lines and columns.

use super::{Places, Source, Span};

/// A place as people and editors count it: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// Where the lines of a text begin; each look-up costs one binary search.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of `text`.
    pub fn new(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1);
        Lines { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The line and column of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..offset.min(self.text.len())).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    /// The bytes of these lines, both counted, without the last line's break.
    pub(super) fn stretch(&self, first: usize, last: usize) -> std::ops::Range<usize> {
        let start = |line: usize| self.starts.get(line).copied();
        let end = start(last).map_or(self.text.len(), |next| next - 1);
        start(first.saturating_sub(1)).unwrap_or(0)..end
    }

    /// Where a stretch begins and ends.
    pub fn ends(&self, span: Span) -> (Position, Position) {
        (self.position(span.start), self.position(span.end))
    }
}

/// A stretch as people and editors find it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'a> {
    /// The file's name.
    pub(crate) file: &'a str,
    /// Where it begins.
    pub(crate) from: Position,
    /// Where it ends.
    pub(crate) to: Position,
}

/// The lines of every file that was asked for, each counted once.
pub(crate) struct Numbered<'a, P: ?Sized> {
    places: &'a P,
    files: Vec<(&'a Source, Lines<'a>)>,
}

impl<'a, P: Places + ?Sized> Numbered<'a, P> {
    pub(crate) fn new(places: &'a P) -> Self {
        Numbered { places, files: Vec::new() }
    }

    /// Where a stretch is found.
    pub(crate) fn at(&mut self, span: Span) -> Found<'a> {
        let (source, span, lines) = self.lines(span);
        let (from, to) = lines.ends(span);
        Found { file: &source.name, from, to }
    }

    /// The file of a stretch, the stretch counted from that file's beginning, and the file's lines.
    pub(super) fn lines(&mut self, span: Span) -> (&'a Source, Span, &Lines<'a>) {
        let (source, span) = self.places.place(span);
        let known = self.files.iter().position(|(known, _)| std::ptr::eq(*known, source));
        let at = known.unwrap_or_else(|| {
            self.files.push((source, Lines::new(&source.text)));
            self.files.len() - 1
        });
        #[expect(clippy::indexing_slicing, reason = "the element was found or pushed on the lines above")]
        let (_, lines) = &self.files[at];
        (source, span, lines)
    }
}

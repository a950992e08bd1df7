//! Walking over the text: every byte is taken once, into exactly one piece.

use super::faults;
use super::{DEPTH, Node, NodeKind, Piece, PieceKind};
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::rule::Rule;

/// After so many errors further ones are not told: the file is not a policy.
const MOST_ERRORS: usize = 100;

/// The state of a parse.
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) line_start: usize,
    pub(super) pieces: Vec<Piece>,
    pub(super) errors: Vec<Diagnostic>,
    /// Where something was left out because it is nested too deeply.
    pub(super) too_deep: Option<usize>,
    /// The column in which the last block ended that is closed.
    pub(super) closed: Option<isize>,
    /// How many spaces a tab stands for.
    tab: usize,
    /// Whether what is read is left out: how it is indented counts for nothing.
    pub(super) leaving_out: bool,
    depth: usize,
    begun: bool,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let (pieces, errors) = (Vec::new(), Vec::new());
        Cursor {
            text,
            at: 0,
            line_start: 0,
            pieces,
            errors,
            too_deep: None,
            closed: None,
            leaving_out: false,
            tab: 2,
            depth: 0,
            begun: false,
        }
    }

    /// A cursor that only looks at another place.
    pub(super) fn peeking(text: &'a str, at: usize, line_start: usize) -> Self {
        Cursor { at, line_start, ..Cursor::new(text) }
    }

    /// The byte `ahead` of here; 0 at the end (a null byte is an error of its own and ordinary text otherwise).
    pub(super) fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    pub(super) fn byte_at(&self, at: usize) -> u8 {
        #[cfg(test)]
        super::tests::step(1);
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    pub(super) fn ended(&self) -> bool {
        self.at >= self.text.len()
    }

    /// The column from 0, as a number that a parent's `-1` compares with.
    pub(super) fn column(&self) -> isize {
        (self.at - self.line_start).cast_signed()
    }

    /// Whether the byte at `at` ends a line or the text.
    pub(super) fn is_end(&self, at: usize) -> bool {
        at >= self.text.len() || self.break_at(at) > 0
    }

    /// The length of the line break at `at`; 0 if there is none.
    pub(super) fn break_at(&self, at: usize) -> usize {
        match (self.byte_at(at), self.byte_at(at + 1)) {
            (b'\n', _) => 1,
            (b'\r', b'\n') => 2,
            _ => 0,
        }
    }

    /// Whether a space, a tab or an end stands at `at`.
    pub(super) fn is_blank(&self, at: usize) -> bool {
        matches!(self.byte_at(at), b' ' | b'\t') || self.is_end(at)
    }

    /// Where the line ends that `at` stands on.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let end = rest.iter().position(|b| *b == b'\n').map_or(self.text.len(), |n| at + n);
        #[cfg(test)]
        super::tests::step(end - at.min(end));
        if end > at && end < self.text.len() && self.byte_at(end - 1) == b'\r' { end - 1 } else { end }
    }

    /// Takes everything up to `end` as one piece.
    pub(super) fn take(&mut self, kind: PieceKind, end: usize) -> Span {
        let span = Span::new(self.at, end.clamp(self.at, self.text.len()));
        if !span.is_empty() {
            self.pieces.push(Piece { kind, span });
            self.begun |= !matches!(kind, PieceKind::Space | PieceKind::Break | PieceKind::Comment);
        }
        self.at = span.end;
        span
    }

    pub(super) fn take_break(&mut self) -> bool {
        let length = self.break_at(self.at);
        self.take(PieceKind::Break, self.at + length);
        if length > 0 {
            self.line_start = self.at;
        }
        length > 0
    }

    pub(super) fn spaces(&mut self) {
        let mut end = self.at;
        while matches!(self.byte_at(end), b' ' | b'\t') {
            end += 1;
        }
        self.take(PieceKind::Space, end);
    }

    /// Whether a comment begins at `at`.
    pub(super) fn is_comment(&self, at: usize) -> bool {
        self.byte_at(at) == b'#'
            && (at == 0 || at == self.line_start || matches!(self.byte_at(at - 1), b' ' | b'\t' | b'\n'))
    }

    /// Takes spaces, comments and line breaks up to the next content, minding tabs and document marks.
    pub(super) fn trivia(&mut self) {
        loop {
            let fresh = self.at == self.line_start;
            let from = self.at;
            self.spaces();
            if self.is_comment(self.at) {
                self.take(PieceKind::Comment, self.line_end(self.at));
            }
            if self.take_break() {
                continue;
            }
            if !self.ended() && fresh {
                self.mind_tab(Span::new(from, self.at));
                if self.document_mark() {
                    continue;
                }
            }
            return;
        }
    }

    /// Tells of tabs that indent a line, and reads on as if each were so many spaces as its author saw.
    fn mind_tab(&mut self, indentation: Span) {
        let blanks = indentation.of(self.text);
        let Some(tab) = blanks.find('\t') else { return };
        let at = indentation.start + tab;
        let above = self.indented_above(indentation.start);
        let seen = [2, 4, 8].into_iter().find(|tab| Some(width(blanks, *tab)) == above);
        self.tab = seen.unwrap_or(self.tab);
        let width = width(blanks, self.tab);
        let fault = self.fault(&faults::TAB, Span::new(at, at + 1), "a tab indents this line");
        fault.help = Some("indent with spaces, two a level".into());
        let spaces = vec![(indentation, " ".repeat(width))];
        fault.fix = Some(Fix { title: "indent with spaces".into(), edits: spaces, safe: false });
        self.line_start = self.at.saturating_sub(width);
    }

    /// By how many spaces the line is indented that stands above the one that begins here.
    fn indented_above(&self, start: usize) -> Option<usize> {
        let above = self.text.get(..start)?.trim_end();
        let line = above.rsplit('\n').next()?;
        let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
        line.get(..blanks).filter(|blanks| !blanks.contains('\t')).map(str::len)
    }

    /// Where the line really begins on which the cursor stands: `line_start` is moved where tabs indent.
    pub(super) fn indentation(&self) -> Span {
        let before = self.text.get(..self.at).unwrap_or_default();
        let start = before.trim_end_matches([' ', '\t']).len();
        Span::new(start, self.at)
    }

    /// Takes a `---` before the first content; anything else that separates documents ends the reading.
    fn document_mark(&mut self) -> bool {
        let at = self.at;
        let mark = matches!(self.text.get(at..at + 3), Some("---" | "...")) && self.is_blank(at + 3);
        let directive = self.byte(0) == b'%' && !self.begun;
        if self.column() != 0 || !(mark || directive) {
            return false;
        }
        if mark && !self.begun && self.byte(0) == b'-' {
            self.take(PieceKind::Mark, at + 3);
            return true;
        }
        let word = Span::new(at, if mark { at + 3 } else { self.line_end(at) });
        self.fault(
            &faults::SECOND_DOCUMENT,
            word,
            "only one document without directives is read from a file",
        )
        .help = Some("put the other document into a file of its own".into());
        let end = if mark { self.text.len() } else { self.line_end(at) };
        self.take(PieceKind::Broken, end);
        true
    }

    /// Takes the rest of the line as broken.
    pub(super) fn skip_line(&mut self) -> Span {
        self.take(PieceKind::Broken, self.line_end(self.at))
    }

    /// Records an error and hands it back for help.
    pub(super) fn fault(&mut self, rule: &Rule, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.errors.truncate(MOST_ERRORS);
        self.errors.push(rule.breach(message).at(span));
        let last = self.errors.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "the element was pushed on the line above")]
        &mut self.errors[last]
    }

    /// Runs `inner` one level deeper, or leaves the deeper part out.
    pub(super) fn deeper(&mut self, parent: isize, inner: impl FnOnce(&mut Self) -> Node) -> Node {
        if self.depth >= DEPTH {
            return self.leave_out(parent);
        }
        self.depth += 1;
        let node = inner(self);
        self.depth -= 1;
        node
    }

    /// Leaves out the rest of this line and every line that belongs to it.
    fn leave_out(&mut self, parent: isize) -> Node {
        let start = self.at;
        self.too_deep = Some(start);
        self.fault(
            &faults::TOO_DEEP,
            Span::new(start, start + self.character()),
            "nested deeper than 48 levels",
        )
        .help = Some("flatten the structure: no declaration needs more than six levels".into());
        loop {
            self.skip_line();
            let (content, next) = self.next_content(self.at);
            if content >= self.text.len() || (content - next).cast_signed() <= parent {
                break;
            }
            self.take(PieceKind::Broken, content);
            self.line_start = next;
        }
        Node { kind: NodeKind::Broken, span: Span::new(start, self.at) }
    }

    /// The length of the character here in bytes.
    pub(super) fn character(&self) -> usize {
        self.text.get(self.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    }

    /// From the end of a line: where the next line with anything on it has its first character, and begins.
    pub(super) fn next_content(&self, from: usize) -> (usize, usize) {
        let (mut at, mut line) = (from, self.line_start);
        loop {
            while matches!(self.byte_at(at), b' ' | b'\t') {
                at += 1;
            }
            match self.break_at(at) {
                0 => return (at, line),
                length => {
                    at += length;
                    line = at;
                }
            }
        }
    }
}

/// How wide an indentation is where a tab stands for so many spaces.
fn width(blanks: &str, tab: usize) -> usize {
    blanks.bytes().map(|b| if b == b'\t' { tab } else { 1 }).sum()
}

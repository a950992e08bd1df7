//! Values that begin on the line of their key: texts, brackets, and what is not supported.

use super::cursor::Cursor;
use super::faults;
use super::{Node, NodeKind, PieceKind, Scalar, Style};
use crate::diagnostic::{Fix, Span};

impl Cursor<'_> {
    /// The value that begins here; what belongs to it stands right of column `parent`.
    pub(super) fn value(&mut self, parent: isize) -> Node {
        match self.byte(0) {
            b'|' | b'>' => self.block_text(parent),
            b'"' | b'\'' => {
                let scalar = self.quoted(parent);
                self.finish_line();
                node(scalar)
            }
            b'[' | b'{' => {
                let flow = self.flow(parent);
                // A bracket that is never closed ends where the next line begins: nothing of that line is its own.
                if !self.at_line_begin() {
                    self.finish_line();
                }
                flow
            }
            b'&' | b'*' | b'!' => self.unsupported(parent),
            _ if self.begins_plain() => node(self.plain(parent)),
            _ => self.cannot_begin(),
        }
    }

    fn cannot_begin(&mut self) -> Node {
        let sign = Span::new(self.at, self.at + self.character());
        let message = format!("a text cannot begin with `{}`", sign.of(self.text));
        let line = Span::new(self.at, self.line_end(self.at));
        let fix = in_quotes(self.text, line);
        let fault = self.fault(&faults::EXPECTED_ENTRY, sign, message);
        fault.help = Some("put the text in quotes".into());
        fault.fix = fix;
        let span = self.skip_line();
        Node { kind: NodeKind::Broken, span }
    }

    fn unsupported(&mut self, parent: isize) -> Node {
        let word = self.word();
        let message = format!("`{}` is YAML that policies do not use", word.of(self.text));
        self.fault(&faults::UNSUPPORTED, word, message).help =
            Some("write the value out, or put a text that begins with this sign in quotes".into());
        let alias = self.byte(0) == b'*';
        self.take(PieceKind::Broken, word.end);
        self.spaces();
        if alias || self.is_end(self.at) || self.is_comment(self.at) {
            return Node { kind: NodeKind::Broken, span: word };
        }
        self.block(parent)
    }

    /// After a complete value only spaces and a comment may follow.
    fn finish_line(&mut self) {
        self.spaces();
        if !self.is_end(self.at) && !self.is_comment(self.at) {
            let rest = Span::new(self.at, self.line_end(self.at));
            let apostrophe = self.apostrophe(rest);
            let fault = self.fault(&faults::TRAILING, rest, "nothing may follow the value on this line");
            fault.help = Some(match apostrophe {
                Some(_) => "inside `'…'` write an apostrophe twice, `''`, or put the text in `\"…\"`".into(),
                None => "put the whole text in one pair of quotes, or begin a new line".into(),
            });
            fault.fix = apostrophe;
            self.skip_line();
        }
    }

    /// What mends an apostrophe that has ended a text in single quotes; `rest` is what follows it.
    fn apostrophe(&self, rest: Span) -> Option<Fix> {
        let before = self.text.get(..rest.start)?.strip_suffix('\'')?;
        let inside = before.ends_with(char::is_alphanumeric);
        let words = rest.of(self.text).trim_end();
        let text = words.strip_suffix('\'').filter(|text| inside && text.starts_with(char::is_alphabetic))?;
        let at = Span::new(rest.start, rest.start + text.len());
        let edits = vec![(at, format!("'{}", text.replace('\'', "''")))];
        Some(Fix { title: "write the apostrophe twice".into(), edits, safe: false })
    }

    /// An unquoted text; it goes on over lines that are indented deeper and hold no key.
    fn plain(&mut self, parent: isize) -> Scalar {
        let start = self.at;
        let mut text = String::new();
        let mut told = self.errors.len();
        let mut end = self.plain_line(&mut text);
        while let Some((content, line, breaks)) = self.continues(parent) {
            self.take(PieceKind::Space, content);
            self.line_start = line;
            fold(&mut text, breaks);
            end = self.plain_line(&mut text);
            told = usize::MAX;
        }
        let span = Span::new(start, end);
        // Quotes are offered where the whole text stands on one line.
        for fault in self.errors.iter_mut().skip(told) {
            fault.fix = in_quotes(self.text, span);
        }
        Scalar { text: text.into(), style: Style::Plain, span }
    }

    /// Takes one line of unquoted text; gives where it ends.
    fn plain_line(&mut self, text: &mut String) -> usize {
        let (mut at, mut colon) = (self.at, None);
        let comment = |at: usize| at > self.at && self.is_comment(at);
        while !self.is_end(at) && !comment(at) {
            if self.byte_at(at) == b':' && self.is_blank(at + 1) && colon.is_none() {
                colon = Some(at);
            }
            at += 1;
        }
        let words = self.text.get(self.at..at).unwrap_or_default().trim_end_matches([' ', '\t']);
        text.push_str(words);
        let span = self.take(PieceKind::Scalar, self.at + words.len());
        if let Some(at) = colon {
            let message = "`:` followed by a space stands inside unquoted text";
            let fault = self.fault(&faults::TRAILING, span, message);
            fault.labels.push((Span::new(at, at + 1), "here".into()));
            fault.help = Some("put the text in quotes".into());
        }
        span.end
    }

    /// Where an unquoted text goes on: its next character, that line's beginning, and how many breaks lie between.
    fn continues(&self, parent: isize) -> Option<(usize, usize, usize)> {
        let (content, line) = self.next_content(self.at);
        let here = Cursor::peeking(self.text, content, line);
        let goes_on = line > self.at
            && content < self.text.len()
            && here.column() > parent
            && here.byte(0) != b'#'
            && !(here.byte(0) == b'-' && here.is_blank(content + 1))
            && !(content == line && matches!(self.text.get(content..content + 3), Some("---" | "...")))
            && here.key_ahead().is_none();
        let breaks =
            self.text.get(self.at..content).unwrap_or_default().bytes().filter(|b| *b == b'\n').count();
        goes_on.then_some((content, line, breaks))
    }
}

/// The change that puts a stretch of a line in quotes.
fn in_quotes(text: &str, span: Span) -> Option<Fix> {
    let words = span.of(text).trim_end();
    let at = Span::new(span.start, span.start + words.len());
    let quoted = format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""));
    let title = "put the text in quotes".to_owned();
    (!words.contains(" #")).then(|| Fix { title, edits: vec![(at, quoted)], safe: false })
}

/// Joins two lines: one break is a space, more are breaks less one.
pub(super) fn fold(text: &mut String, breaks: usize) {
    if breaks == 1 {
        text.push(' ');
    } else {
        text.extend(std::iter::repeat_n('\n', breaks.saturating_sub(1)));
    }
}

/// A node of a text.
pub(super) fn node(scalar: Scalar) -> Node {
    let span = scalar.span;
    Node { kind: NodeKind::Scalar(scalar), span }
}

//! Texts in quotes.

use super::cursor::Cursor;
use super::faults;
use super::value::fold;
use super::{PieceKind, Scalar, Style};
use crate::diagnostic::{Fix, Span};

impl Cursor<'_> {
    /// The quoted text that begins here; its further lines stand right of column `parent`.
    pub(super) fn quoted(&mut self, parent: isize) -> Scalar {
        let double = self.byte(0) == b'"';
        let mut reader = Reader { text: String::new(), keep: 0, at: self.at + 1, line: self.line_start };
        let closed = loop {
            if reader.at >= self.text.len() {
                break false;
            }
            if self.break_at(reader.at) > 0 {
                if !reader.fold_line(self, parent) {
                    break false;
                }
                continue;
            }
            match self.byte_at(reader.at) {
                b'\'' if !double && self.byte_at(reader.at + 1) == b'\'' => reader.push("'", 2),
                b'\'' if !double => break true,
                b'"' if double => break true,
                b'\\' if double => reader.escape(self),
                _ => reader.character(self),
            }
        };
        let (start, style) = (self.at, if double { Style::Double } else { Style::Single });
        let end = reader.at + usize::from(closed);
        self.line_start = reader.line;
        let span = self.take(PieceKind::Scalar, end);
        if !closed {
            let sign = if double { "\"" } else { "'" };
            let line = span.of(self.text).lines().next().unwrap_or_default();
            let at = start + line.trim_end().len();
            let message = "this quote is never closed";
            let fault = self.fault(&faults::OPEN_QUOTE, Span::new(start, start + 1), message);
            fault.help = Some(format!("close it with `{sign}` before the next key"));
            fault.fix = Some(Fix {
                title: "close it at the end of the line".into(),
                edits: vec![(Span::new(at, at), sign.to_owned())],
                safe: false,
            });
        }
        Scalar { text: reader.text.into(), style, span }
    }
}

/// What has been read of a quoted text.
struct Reader {
    text: String,
    /// Up to here the text is kept although it may end in spaces: they were escaped.
    keep: usize,
    at: usize,
    line: usize,
}

impl Reader {
    fn push(&mut self, text: &str, length: usize) {
        self.text.push_str(text);
        self.at += length;
    }

    fn character(&mut self, cursor: &Cursor<'_>) {
        let c = cursor.text.get(self.at..).and_then(|rest| rest.chars().next()).unwrap_or('\0');
        self.text.push(c);
        self.at += c.len_utf8();
    }

    /// Folds a line break; false, and stays at the break, if the next line does not belong to the text.
    fn fold_line(&mut self, cursor: &Cursor<'_>, parent: isize) -> bool {
        let trimmed = self.text.trim_end_matches([' ', '\t']).len().max(self.keep);
        let (mut at, mut line, mut breaks) = (self.at, self.line, 0);
        loop {
            match cursor.break_at(at) {
                0 if matches!(cursor.byte_at(at), b' ' | b'\t') => at += 1,
                0 => break,
                length => {
                    at += length;
                    line = at;
                    breaks += 1;
                }
            }
        }
        if at >= cursor.text.len() || (at - line).cast_signed() <= parent {
            return false;
        }
        self.text.truncate(trimmed);
        fold(&mut self.text, breaks);
        self.keep = self.text.len();
        (self.at, self.line) = (at, line);
        true
    }

    /// Reads a backslash and what it escapes.
    fn escape(&mut self, cursor: &mut Cursor<'_>) {
        let at = self.at + 1;
        let digits = match cursor.byte_at(at) {
            b'x' => 2,
            b'u' => 4,
            b'U' => 8,
            _ => 0,
        };
        if cursor.break_at(at) > 0 {
            self.escape_break(cursor, at);
        } else if digits > 0 {
            let code = cursor.text.get(at + 1..at + 1 + digits);
            let code = code.filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
            let c = code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
            match c {
                Some(c) => self.push(c.encode_utf8(&mut [0; 4]), 2 + digits),
                None => self.unknown(cursor),
            }
        } else {
            match simple(cursor.byte_at(at)) {
                Some(text) => self.push(text, 2),
                None => self.unknown(cursor),
            }
        }
        self.keep = self.text.len();
    }

    /// A backslash before a line break: the break and the next line's indentation vanish.
    fn escape_break(&mut self, cursor: &Cursor<'_>, at: usize) {
        self.at = at + cursor.break_at(at);
        self.line = self.at;
        while matches!(cursor.byte_at(self.at), b' ' | b'\t') {
            self.at += 1;
        }
    }

    fn unknown(&mut self, cursor: &mut Cursor<'_>) {
        let after =
            cursor.text.get(self.at + 1..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let span = Span::new(self.at, self.at + 1 + after);
        let message = format!("`{}` is no escape", span.of(cursor.text));
        cursor.fault(&faults::ESCAPE, span, message).help =
            Some("write `\\\\` for a backslash, or put the text in single quotes".into());
        self.text.push('\\');
        self.at += 1;
    }
}

fn simple(letter: u8) -> Option<&'static str> {
    Some(match letter {
        b'0' => "\0",
        b'a' => "\u{7}",
        b'b' => "\u{8}",
        b't' | b'\t' => "\t",
        b'n' => "\n",
        b'v' => "\u{b}",
        b'f' => "\u{c}",
        b'r' => "\r",
        b'e' => "\u{1b}",
        b' ' => " ",
        b'"' => "\"",
        b'/' => "/",
        b'\\' => "\\",
        b'N' => "\u{85}",
        b'_' => "\u{a0}",
        b'L' => "\u{2028}",
        b'P' => "\u{2029}",
        _ => return None,
    })
}

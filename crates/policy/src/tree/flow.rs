//! Lists and mappings in brackets.

use super::cursor::Cursor;
use super::faults;
use super::value::node;
use super::{Entry, Node, NodeKind, PieceKind, Scalar, Style};
use crate::diagnostic::{Fix, Span};

/// What a pair of brackets has collected.
enum Inside {
    List(Vec<Node>),
    Map(Vec<Entry>),
}

impl Cursor<'_> {
    /// The list or mapping that begins here; its lines stand right of column `parent`.
    pub(super) fn flow(&mut self, parent: isize) -> Node {
        self.deeper(parent, |cursor| cursor.brackets(parent))
    }

    fn brackets(&mut self, parent: isize) -> Node {
        let open = self.take(PieceKind::Mark, self.at + 1);
        let map = open.of(self.text) == "{";
        let close = if map { b'}' } else { b']' };
        let mut inside = if map { Inside::Map(Vec::new()) } else { Inside::List(Vec::new()) };
        let mut separated = true;
        loop {
            self.trivia();
            let outside = self.at_line_begin() && self.column() <= parent;
            let ended = self.ended() || (outside && self.byte(0) != close);
            if ended || matches!(self.byte(0), b']' | b'}') {
                self.close(open, close, ended);
                break;
            }
            if self.byte(0) == b',' {
                self.comma(separated);
                separated = true;
                continue;
            }
            if !separated {
                let message = "a `,` is missing before this";
                self.fault(&faults::SEPARATOR, self.flow_word(), message).help =
                    Some("separate the values with `,`".into());
            }
            self.inside(&mut inside, parent);
            separated = false;
        }
        let kind = match inside {
            Inside::List(items) => NodeKind::Sequence(items),
            Inside::Map(entries) => NodeKind::Mapping(entries),
        };
        Node { kind, span: Span::new(open.start, self.at) }
    }

    pub(super) fn at_line_begin(&self) -> bool {
        self.text.get(self.line_start..self.at).unwrap_or_default().trim_start_matches([' ', '\t']).is_empty()
    }

    fn comma(&mut self, separated: bool) {
        if separated {
            self.fault(
                &faults::SEPARATOR,
                Span::new(self.at, self.at + 1),
                "a value is missing before this `,`",
            )
            .help = Some("remove the `,`".into());
        }
        self.take(PieceKind::Mark, self.at + 1);
    }

    /// Takes the closing bracket, or tells what stands instead of it.
    fn close(&mut self, open: Span, close: u8, ended: bool) {
        if ended && self.too_deep.is_some_and(|at| at >= open.start) {
            return; // its end was left out with what is nested too deeply
        }
        if ended {
            let message = format!("this `{}` is never closed", open.of(self.text));
            self.fault(&faults::OPEN_BRACKET, open, message).help =
                Some(format!("close it with `{}`", char::from(close)));
            return;
        }
        let here = Span::new(self.at, self.at + 1);
        if self.byte(0) == close {
            self.take(PieceKind::Mark, self.at + 1);
        } else {
            let message = format!("`{}` does not close `{}`", here.of(self.text), open.of(self.text));
            let fault = self.fault(&faults::OPEN_BRACKET, here, message);
            fault.labels.push((open, "opened here".into()));
            fault.help = Some(format!("close it with `{}`", char::from(close)));
            self.take(PieceKind::Broken, self.at + 1);
        }
    }

    fn flow_word(&self) -> Span {
        let end = self.flow_plain_end();
        Span::new(self.at, end.max(self.at + self.character()))
    }

    /// Takes one value, or one key with its value.
    fn inside(&mut self, inside: &mut Inside, parent: isize) {
        let value = self.flow_value(parent);
        self.spaces();
        let quoted = value.scalar().is_some_and(|scalar| scalar.style != Style::Plain);
        let colon = self.byte(0) == b':' && (quoted || self.ends_flow_colon(self.at + 1));
        match inside {
            Inside::List(items) => {
                if colon {
                    let message = "a key inside `[…]` needs braces of its own";
                    self.fault(&faults::SEPARATOR, value.span, message).help =
                        Some("write `[{ key: value }]`".into());
                    self.take(PieceKind::Broken, self.at + 1);
                }
                items.push(value);
            }
            Inside::Map(entries) => {
                let at = value.span;
                let NodeKind::Scalar(key) = value.kind else {
                    self.no_key(at);
                    return;
                };
                if !colon {
                    self.no_value(&key.text, at);
                    let here = self.missing(at.end);
                    entries.push(Entry { key, value: here });
                    return;
                }
                let (mark, told) = (self.take(PieceKind::Mark, self.at + 1).end, self.errors.len());
                let value = self.flow_entry_value(parent, mark);
                if !self.is_merge(&key, told) {
                    entries.push(Entry { key, value });
                }
            }
        }
    }

    /// Tells of a key without a value; `country:NO` lacks but a space.
    fn no_value(&mut self, text: &str, at: Span) {
        let Some((key, value)) =
            text.split_once(':').filter(|(key, value)| !key.contains(' ') && !value.is_empty())
        else {
            let message = format!("`{text}` has no value");
            self.fault(&faults::SEPARATOR, at, message).help = Some("write `key: value`".into());
            return;
        };
        let behind = at.start + at.of(self.text).find(':').map_or(0, |colon| colon + 1);
        let fault = self.fault(&faults::SEPARATOR, at, format!("a space is missing after `{key}:`"));
        fault.help = Some(format!("write `{key}: {value}`"));
        let edits = vec![(Span::new(behind, behind), " ".to_owned())];
        fault.fix = Some(Fix { title: "put a space there".into(), edits, safe: false });
    }

    fn no_key(&mut self, at: Span) {
        self.fault(&faults::SEPARATOR, at, "a key is expected here").help = Some("write `key: value`".into());
        if self.byte(0) == b':' {
            self.take(PieceKind::Broken, self.at + 1);
        }
    }

    fn flow_entry_value(&mut self, parent: isize, mark: usize) -> Node {
        self.trivia();
        let outside = self.at_line_begin() && self.column() <= parent;
        if self.ended() || outside || matches!(self.byte(0), b',' | b']' | b'}') {
            return self.missing(mark);
        }
        let value = self.flow_value(parent);
        self.spaces();
        if self.byte(0) == b':' && self.ends_flow_colon(self.at + 1) {
            return self.unseparated(value.span, parent);
        }
        value
    }

    /// `a: b c: d`: a `,` is missing somewhere before the second `:`.
    fn unseparated(&mut self, at: Span, parent: isize) -> Node {
        // The last word before the second `:` is the next key.
        let words = at.of(self.text);
        let before = words.rfind(' ').map(|blank| words.get(..blank).unwrap_or_default().trim_end().len());
        let key = words.rsplit(' ').next().unwrap_or_default();
        let message = match before {
            Some(_) => format!("a `,` is missing before `{key}`"),
            None => format!("a `,` or a value is missing at `{key}`"),
        };
        let fault = self.fault(&faults::SEPARATOR, at, message);
        fault.help = Some("separate each `key: value` from the next with `,`".into());
        fault.fix = before.map(|before| Fix {
            title: format!("put a `,` before `{key}`"),
            edits: vec![(Span::new(at.start + before, at.start + before), ",".to_owned())],
            safe: false,
        });
        self.take(PieceKind::Broken, self.at + 1);
        self.trivia();
        let outside = self.at_line_begin() && self.column() <= parent;
        if !self.ended() && !outside && !matches!(self.byte(0), b',' | b']' | b'}') {
            self.flow_value(parent);
        }
        Node { kind: NodeKind::Broken, span: at }
    }

    fn flow_value(&mut self, parent: isize) -> Node {
        match self.byte(0) {
            b'"' | b'\'' => node(self.quoted(parent)),
            b'[' | b'{' => self.flow(parent),
            _ => self.flow_plain(),
        }
    }

    /// An unquoted text inside brackets; always takes at least one character.
    fn flow_plain(&mut self) -> Node {
        let begins = self.begins_plain() && !(self.byte(0) == b':' && self.ends_flow_colon(self.at + 1));
        if !begins {
            let sign = Span::new(self.at, self.at + self.character());
            let message = format!("a text cannot begin with `{}`", sign.of(self.text));
            let rule = match self.byte(0) {
                b'&' | b'*' | b'!' => &faults::UNSUPPORTED,
                _ => &faults::EXPECTED_ENTRY,
            };
            self.fault(rule, sign, message).help = Some("put the text in quotes".into());
            let end = self.flow_plain_end().max(sign.end);
            let span = self.take(PieceKind::Broken, end);
            return Node { kind: NodeKind::Broken, span };
        }
        let end = self.flow_plain_end();
        let words = self.text.get(self.at..end).unwrap_or_default().trim_end_matches([' ', '\t']).len();
        let span = self.take(PieceKind::Scalar, self.at + words);
        node(Scalar { text: span.of(self.text).into(), style: Style::Plain, span })
    }

    fn flow_plain_end(&self) -> usize {
        let mut at = self.at;
        while !self.is_end(at) {
            match self.byte_at(at) {
                b',' | b'[' | b']' | b'{' | b'}' => break,
                b':' if self.ends_flow_colon(at + 1) => break,
                b'#' if at > self.at && self.is_comment(at) => break,
                _ => at += 1,
            }
        }
        at
    }

    fn ends_flow_colon(&self, at: usize) -> bool {
        self.is_blank(at) || matches!(self.byte_at(at), b',' | b'[' | b']' | b'{' | b'}')
    }
}

//! Blocks: mappings and sequences told by indentation.

use super::cursor::Cursor;
use super::faults;
use super::{Entry, Node, NodeKind, PieceKind, Scalar, Style};
use crate::diagnostic::{Fix, Span};

impl Cursor<'_> {
    /// The whole text.
    pub(super) fn document(&mut self) -> Node {
        if self.text.starts_with('\u{feff}') {
            self.take(PieceKind::Space, '\u{feff}'.len_utf8());
            self.line_start = self.at;
        }
        self.mind_controls();
        self.trivia();
        let root = if self.ended() { self.missing(self.at) } else { self.block(-1) };
        while self.more() {
            match self.closed.filter(|closed| *closed > self.column()) {
                Some(first) => self.misplaced(first),
                None => {
                    let message = "this stands beside nothing above it";
                    self.fault(&faults::INDENTATION, self.word(), message).help =
                        Some("a file is keys with values, or one list, or one text: put this into it".into());
                }
            }
            self.skip_line();
        }
        root
    }

    fn more(&mut self) -> bool {
        self.trivia();
        !self.ended()
    }

    /// Tells of each character that nobody sees, once, where it stands first.
    fn mind_controls(&mut self) {
        let mut seen: Vec<(char, usize, usize)> = Vec::new();
        for (at, c) in self.text.char_indices().filter(|(_, c)| !matches!(c, ' '..='~' | '\n')) {
            let allowed =
                c == '\t' || (c == '\r' && self.byte_at(at + 1) == b'\n') || (c == '\u{feff}' && at == 0);
            if allowed || !is_hidden(c) {
                continue;
            }
            match seen.iter_mut().find(|(known, _, _)| *known == c) {
                Some((_, _, times)) => *times += 1,
                None => seen.push((c, at, 1)),
            }
        }
        for (c, at, times) in seen {
            let more = if times > 1 { format!(", {times} times") } else { String::new() };
            let message = format!("the control character U+{:04X} stands in the text{more}", u32::from(c));
            self.fault(&faults::CONTROL, Span::new(at, at + c.len_utf8()), message).help =
                Some("save the file as UTF-8 text without control characters".into());
        }
    }

    pub(super) fn missing(&self, at: usize) -> Node {
        Node { kind: NodeKind::Missing, span: Span::new(at, at) }
    }

    /// The value that begins here, right of column `parent`.
    pub(super) fn block(&mut self, parent: isize) -> Node {
        self.deeper(parent, |cursor| {
            if cursor.is_dash() {
                cursor.sequence(parent)
            } else if cursor.key_ahead().is_some() {
                cursor.mapping()
            } else if cursor.stands_before_key() {
                // Keys follow in the same column: this was to be one of them.
                cursor.stray(false);
                cursor.trivia();
                cursor.block(parent)
            } else {
                cursor.value(parent)
            }
        })
    }

    /// Whether an unquoted line stands here, and below it, in the same column, a key.
    fn stands_before_key(&self) -> bool {
        if !self.begins_plain() || !self.at_line_begin() {
            return false;
        }
        let (content, line) = self.next_content(self.line_end(self.at));
        let below = Cursor::peeking(self.text, content, line);
        line > self.at && below.column() == self.column() && below.key_ahead().is_some()
    }

    /// Whether an item's `-` stands here.
    fn is_dash(&self) -> bool {
        self.byte(0) == b'-' && self.is_blank(self.at + 1)
    }

    fn mapping(&mut self) -> Node {
        let (start, column) = (self.at, self.column());
        let mut entries = Vec::new();
        let mut end = start;
        while let Some(key) = self.key() {
            self.closed = None;
            let told = self.errors.len();
            let value = self.after_mark(column, true);
            end = if value.span.is_empty() { self.mark_end().max(end) } else { value.span.end };
            if !self.is_merge(&key, told) {
                entries.push(Entry { key, value });
            }
            if !self.next(column, false, false) {
                break;
            }
        }
        self.closed = Some(column);
        Node { kind: NodeKind::Mapping(entries), span: Span::new(start, end) }
    }

    /// Whether this is YAML's merge key: told once, whatever it merges, of which `told` errors came before.
    pub(super) fn is_merge(&mut self, key: &Scalar, told: usize) -> bool {
        let merge = key.style == Style::Plain && key.text == "<<";
        if merge {
            self.errors.truncate(told);
            self.fault(&faults::UNSUPPORTED, key.span, "`<<` is YAML that policies do not use").help =
                Some("write the keys out".into());
        }
        merge
    }

    /// Where the last mark taken ends.
    fn mark_end(&self) -> usize {
        self.pieces.iter().rev().find(|piece| piece.kind == PieceKind::Mark).map_or(0, |piece| piece.span.end)
    }

    fn sequence(&mut self, parent: isize) -> Node {
        let (start, column) = (self.at, self.column());
        let mut items: Vec<Node> = Vec::new();
        let mut end = start;
        while self.is_dash() {
            end = self.take(PieceKind::Mark, self.at + 1).end;
            self.closed = None;
            let item = self.after_mark(column, false);
            end = end.max(item.span.end);
            items.push(item);
            if !self.next(column, true, parent == column) {
                break;
            }
        }
        self.closed = Some(column);
        Node { kind: NodeKind::Sequence(items), span: Span::new(start, end) }
    }

    /// Goes on to the next key, or item of a `list`, in `column`; what stands there and is none is told and left out,
    /// unless the block `yields` to the one around it, which begins in the same column.
    fn next(&mut self, column: isize, list: bool, yields: bool) -> bool {
        loop {
            self.trivia();
            if self.ended() || self.column() < column {
                return false;
            }
            if self.column() > column {
                self.misplaced(column);
                let around = std::mem::replace(&mut self.leaving_out, true);
                self.block(column);
                self.leaving_out = around;
                continue;
            }
            let is_entry = if list { self.is_dash() } else { self.key_ahead().is_some() };
            if is_entry {
                return true;
            }
            if yields {
                return false;
            }
            self.stray(list);
        }
    }

    /// Tells of a line that begins in no column in which one can begin; `column` is the nearest to the left.
    fn misplaced(&mut self, column: isize) {
        if self.leaving_out {
            return;
        }
        let deeper = self.closed.filter(|closed| *closed > self.column() && self.column() > column);
        let (here, left) = (self.column() + 1, column + 1);
        let (message, fit) = match deeper {
            Some(right) => {
                let right = right + 1;
                (
                    format!(
                        "this line begins in column {here}, between those in column {left} and in column {right}"
                    ),
                    right,
                )
            }
            None => {
                (format!("this line begins in column {here}, those it stands beside in column {left}"), left)
            }
        };
        let help = match deeper {
            Some(_) => {
                format!("let it begin in column {fit} to stand beside the lines above, or in column {left}")
            }
            None => format!(
                "let it begin in column {fit}; what belongs to a key stands below it, and the key's line ends with `:`"
            ),
        };
        let (indentation, spaces) = (self.indentation(), usize::try_from(fit - 1).unwrap_or(0));
        let fault = self.fault(&faults::INDENTATION, self.word(), message);
        fault.help = Some(help);
        let edits = vec![(indentation, " ".repeat(spaces))];
        fault.fix = Some(Fix { title: format!("let it begin in column {fit}"), edits, safe: false });
    }

    /// Tells of a line that is no entry, and leaves it out.
    fn stray(&mut self, list: bool) {
        if !self.unsupported_key() && (list || !self.no_colon()) {
            let (message, help) = match (list, self.is_dash()) {
                (true, _) => {
                    ("an item of the list is expected here", "write `- item`, in the column of the others")
                }
                (_, true) => (
                    "an item of a list stands among keys",
                    "let `- item` stand below the key of its list, or give it a key: `key: value`",
                ),
                _ => ("a key with its value is expected here", "write `key: value`"),
            };
            self.fault(&faults::EXPECTED_ENTRY, self.word(), message).help = Some(help.into());
        }
        self.skip_line();
    }

    /// Tells of a line that would be an entry but for its colon, or for the space behind it.
    fn no_colon(&mut self) -> bool {
        let word = self.word();
        let (text, at) = (word.of(self.text), word.start);
        let length =
            text.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
        let key = text.get(..length).unwrap_or_default().to_owned();
        let rest = text.get(length..).unwrap_or_default();
        if !key.starts_with(|c: char| c.is_ascii_alphabetic())
            || !(rest.is_empty() || rest.starts_with(':') && !rest.starts_with("://"))
        {
            return false;
        }
        let end = at + length;
        let (message, help, fix) = if rest.is_empty() {
            let message = format!("a `:` is missing after `{key}`");
            let help = format!(
                "write `{key}: …`; a text that goes on from the line above stands deeper than its key"
            );
            (message, help, (Span::new(end, end), ":"))
        } else {
            let message = format!("a space is missing after `{key}:`");
            (
                message,
                format!("write `{key}: {}`", rest.trim_start_matches(':')),
                (Span::new(end + 1, end + 1), " "),
            )
        };
        let fault = self.fault(&faults::EXPECTED_ENTRY, word, message);
        let title = if rest.is_empty() { "put a `:` there" } else { "put a space there" };
        fault.fix = Some(Fix { title: title.into(), edits: vec![(fix.0, fix.1.to_owned())], safe: false });
        fault.help = Some(help);
        true
    }

    fn unsupported_key(&mut self) -> bool {
        let complex = self.byte(0) == b'?' && self.is_blank(self.at + 1);
        let sign = matches!(self.byte(0), b'&' | b'*' | b'!');
        if complex || sign {
            let word = self.word();
            let message = format!("`{}` is YAML that policies do not use", word.of(self.text));
            self.fault(&faults::UNSUPPORTED, word, message).help = Some("write the value out".into());
        }
        complex || sign
    }

    /// The word that begins here, on this line.
    pub(super) fn word(&self) -> Span {
        let mut end = self.at + self.character();
        while !self.is_blank(end) {
            end += 1;
        }
        Span::new(self.at, end)
    }

    /// What stands after `:` or `-`: on the same line or below.
    fn after_mark(&mut self, column: isize, in_mapping: bool) -> Node {
        let mark = self.at;
        self.spaces();
        if self.is_end(self.at) || self.is_comment(self.at) {
            self.trivia();
            let same = in_mapping && self.column() == column && self.is_dash();
            return if self.ended() || (self.column() <= column && !same) {
                self.missing(mark)
            } else if same {
                self.deeper(column, |cursor| cursor.sequence(column))
            } else {
                self.block(column)
            };
        }
        if !in_mapping {
            return self.block(column);
        }
        if self.is_dash() {
            self.fault(&faults::EXPECTED_ENTRY, self.word(), "a list begins on a line of its own").help =
                Some("put `- item` on the next line, or write `[item, item]`".into());
            let span = self.skip_line();
            return Node { kind: NodeKind::Broken, span };
        }
        self.value(column)
    }

    /// Where the key that begins here ends and where its `:` is, if a key begins here.
    pub(super) fn key_ahead(&self) -> Option<(usize, usize)> {
        let end = match self.byte(0) {
            quote @ (b'"' | b'\'') => self.quoted_key_end(quote)?,
            _ => return self.plain_key_end(),
        };
        let mut colon = end;
        while matches!(self.byte_at(colon), b' ' | b'\t') {
            colon += 1;
        }
        (self.byte_at(colon) == b':' && self.is_blank(colon + 1)).then_some((end, colon))
    }

    fn quoted_key_end(&self, quote: u8) -> Option<usize> {
        let mut at = self.at + 1;
        while !self.is_end(at) {
            match self.byte_at(at) {
                b'\\' if quote == b'"' => at += 1,
                b if b == quote && quote == b'\'' && self.byte_at(at + 1) == quote => at += 1,
                b if b == quote => return Some(at + 1),
                _ => {}
            }
            at += 1;
        }
        None
    }

    fn plain_key_end(&self) -> Option<(usize, usize)> {
        if !self.begins_plain() {
            return None;
        }
        let mut at = self.at;
        while !self.is_end(at) {
            if self.byte_at(at) == b':' && self.is_blank(at + 1) {
                let end = self.text.get(self.at..at)?.trim_end_matches([' ', '\t']).len() + self.at;
                return (end > self.at).then_some((end, at));
            }
            if self.byte_at(at) == b'#' && at > self.at && matches!(self.byte_at(at - 1), b' ' | b'\t') {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Whether an unquoted text can begin here.
    pub(super) fn begins_plain(&self) -> bool {
        match self.byte(0) {
            b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\'' | b'"'
            | b'%' | b'@' | b'`' => false,
            b'-' | b'?' | b':' => !self.is_blank(self.at + 1),
            _ => !self.ended(),
        }
    }

    /// Takes a key and its `:`.
    fn key(&mut self) -> Option<Scalar> {
        let (end, colon) = self.key_ahead()?;
        let scalar = match self.byte(0) {
            b'"' | b'\'' => self.quoted(self.column() - 1),
            _ => {
                let span = self.take(PieceKind::Scalar, end);
                Scalar { text: span.of(self.text).into(), style: Style::Plain, span }
            }
        };
        self.take(PieceKind::Space, colon);
        self.take(PieceKind::Mark, colon + 1);
        Some(scalar)
    }
}

/// Whether a character is not seen, and changes what is: controls, and what turns the direction of text.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control() && c != '\u{85}'
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

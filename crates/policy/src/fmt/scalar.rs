//! Texts: quotes only where needed, lines of a long one indented below its key.

use super::Printer;
use super::block::At;
use crate::tree::{self, Node, NodeKind, PieceKind, Scalar, Style};

/// Where a text is written: what may stand without quotes differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A key of a block.
    Key,
    /// After `key:`.
    Value,
    /// After `-`.
    Item,
    /// A key in braces.
    FlowKey,
    /// A value in braces.
    FlowValue,
    /// An item in brackets.
    FlowItem,
}

/// A key.
pub(super) fn key(scalar: &Scalar, place: Place) -> String {
    match scalar.style {
        Style::Plain if is_mark(&format!("{}:", scalar.text)) => double(&scalar.text),
        Style::Plain => scalar.text.to_string(),
        _ => quoted(&scalar.text, place),
    }
}

/// Whether this, at the beginning of a line, would part documents.
fn is_mark(line: &str) -> bool {
    let rest = line.strip_prefix("---").or_else(|| line.strip_prefix("..."));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n']))
}

/// A text that stands on one line in the text; `None` if it stands on several.
pub(super) fn short(scalar: &Scalar, text: &str, place: Place) -> Option<String> {
    let written = scalar.span.of(text);
    let one = !written.contains('\n') && !matches!(scalar.style, Style::Literal | Style::Folded);
    one.then(|| match scalar.style {
        Style::Plain => written.to_owned(),
        _ => quoted(&scalar.text, place),
    })
}

impl Printer<'_> {
    /// Writes a text after its key or dash.
    pub(super) fn scalar(&mut self, scalar: &Scalar, at: At) {
        if matches!(scalar.style, Style::Literal | Style::Folded) {
            return self.block_text(scalar, at);
        }
        let lines = match short(scalar, self.text, at.place) {
            _ if at.column == 0 && is_mark(&scalar.text) => vec![double(&scalar.text)],
            Some(line) => vec![line],
            None => broken(scalar, scalar.span.of(self.text)),
        };
        let below = self.text.get(self.last..scalar.span.start).is_some_and(|between| between.contains('\n'));
        let wide = lines.len() > 1 || !Self::fits(at.column, lines.first().map_or("", String::as_str));
        let own = below && wide && at.column > 0;
        for (n, line) in lines.iter().enumerate() {
            if n > 0 || own {
                self.next_line(line, at.indent + 2);
            } else {
                self.space();
            }
            self.write(line, scalar.span.end);
        }
    }

    fn next_line(&mut self, line: &str, indent: usize) {
        self.out.push('\n');
        if !line.is_empty() {
            self.out.extend(std::iter::repeat_n(' ', indent));
        }
    }

    /// Writes a text after `|` or `>`.
    fn block_text(&mut self, scalar: &Scalar, at: At) {
        let pieces = self.tree.pieces();
        let piece = pieces.partition_point(|piece| piece.span.start < scalar.span.start);
        let written = pieces.get(piece).map_or("", |piece| piece.span.of(self.text));
        let mut lines = written.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
        let header = lines.next().unwrap_or_default();
        let comment = header
            .find('#')
            .and_then(|at| header.get(at..))
            .unwrap_or_default()
            .trim_end_matches([' ', '\t']);
        let lines: Vec<&str> = lines.collect();
        let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let indent = lines.iter().find(|line| spaces(line) < line.len()).map(|line| spaces(line));
        self.space();
        match indent {
            Some(indent) => {
                let lines = lines.iter().map(|line| line.get(indent..).unwrap_or_default()).collect();
                self.text_lines(scalar, comment, lines, at.indent + 2);
            }
            None => {
                self.write(&double(&scalar.text), scalar.span.end);
                self.header_comment(comment);
            }
        }
        self.last = scalar.span.end;
    }

    fn text_lines(&mut self, scalar: &Scalar, comment: &str, mut lines: Vec<&str>, indent: usize) {
        while lines.last().is_some_and(|line| line.is_empty()) {
            lines.pop();
        }
        let breaks = scalar.text.len() - scalar.text.trim_end_matches('\n').len();
        let mark = if scalar.style == Style::Literal { "|" } else { ">" };
        let chomp = ["-", "", "+"].get(breaks.min(2)).copied().unwrap_or_default();
        self.write(&format!("{mark}{chomp}"), scalar.span.end);
        self.header_comment(comment);
        let blanks = std::iter::repeat_n("", breaks.saturating_sub(1));
        for line in lines.into_iter().chain(blanks) {
            self.next_line(line, indent);
            self.out.push_str(line);
        }
        self.commented = false;
        self.blank = breaks > 1;
    }

    fn header_comment(&mut self, comment: &str) {
        if !comment.is_empty() {
            self.out.push(' ');
            self.out.push_str(comment);
            self.commented = true;
        }
    }
}

/// The lines of a text that stands on several, without their indentation.
fn broken(scalar: &Scalar, written: &str) -> Vec<String> {
    let blank = [' ', '\t', '\r'];
    let line = |(n, line): (usize, &str)| {
        let line = if n > 0 { line.trim_start_matches(blank) } else { line };
        let mut kept = line.trim_end_matches(blank);
        let escapes = kept.len() - kept.trim_end_matches('\\').len();
        if scalar.style == Style::Double
            && escapes % 2 == 1
            && !line.strip_suffix('\r').unwrap_or(line).eq(kept)
        {
            kept = line.get(..=kept.len()).unwrap_or(kept);
        }
        kept.to_owned()
    };
    written.split('\n').enumerate().map(line).collect()
}

/// A text that was in quotes: without them, if it reads the same so, for us and for every other reader of YAML.
fn quoted(text: &str, place: Place) -> String {
    if !is_other(text) && !text.chars().any(is_hidden) && reads_plain(text, place) {
        return text.to_owned();
    }
    let single = text.contains(['"', '\\']) && !text.contains('\'') && !text.chars().any(is_hidden);
    if single { format!("'{text}'") } else { double(text) }
}

fn double(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_hidden(c) && u32::from(c) > 0xffff => out.push_str(&format!("\\U{:08x}", u32::from(c))),
            c if is_hidden(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether nobody sees that this character is there.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether another reader of YAML takes this for a number, a day, a truth or nothing.
fn is_other(text: &str) -> bool {
    let word = text.to_ascii_lowercase();
    let words = [
        "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", ".inf", ".nan", "-.inf",
        "+.inf",
    ];
    let figures = |c: char| {
        c.is_ascii_hexdigit() || matches!(c, '_' | '+' | '-' | '.' | ':' | ' ' | 'o' | 'x' | 't' | 'z')
    };
    let begins = word.trim_start_matches(['+', '-', '.']).starts_with(|c: char| c.is_ascii_digit());
    words.contains(&word.as_str()) || (begins && word.chars().all(figures))
}

/// Whether the text reads the same without quotes.
fn reads_plain(text: &str, place: Place) -> bool {
    let probe = match place {
        Place::Key => format!("{text}: v\n"),
        Place::Value => format!("k: {text}\n"),
        Place::Item => format!("- {text}\n"),
        Place::FlowKey => format!("k: {{ {text}: v }}\n"),
        Place::FlowValue => format!("k: {{ k: {text} }}\n"),
        Place::FlowItem => format!("k: [{text}]\n"),
    };
    let tree = tree::parse(&probe);
    let comment = tree.pieces().iter().any(|piece| piece.kind == PieceKind::Comment);
    let found = only(tree.root(), place);
    tree.errors().is_empty() && !comment && found.is_some_and(|s| s.style == Style::Plain && s.text == text)
}

/// The text of a probe, if it holds one only.
fn only(root: &Node, place: Place) -> Option<&Scalar> {
    fn value(node: &Node) -> Option<&Node> {
        match &node.kind {
            NodeKind::Mapping(entries) => {
                entries.first().filter(|_| entries.len() == 1).map(|entry| &entry.value)
            }
            NodeKind::Sequence(items) => items.first().filter(|_| items.len() == 1),
            _ => None,
        }
    }
    fn name(node: &Node) -> Option<&Scalar> {
        let [entry] = node.entries()? else { return None };
        entry.value.scalar().filter(|scalar| scalar.text == "v").map(|_| &entry.key)
    }
    match place {
        Place::Key => name(root),
        Place::Value | Place::Item => value(root)?.scalar(),
        Place::FlowKey => name(value(root)?),
        Place::FlowValue | Place::FlowItem => value(value(root)?)?.scalar(),
    }
}

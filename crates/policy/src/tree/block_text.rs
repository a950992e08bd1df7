//! Texts after `|` and `>`.

use super::cursor::Cursor;
use super::faults;
use super::{Node, NodeKind, PieceKind, Scalar, Style};
use crate::diagnostic::Span;

/// What happens to the line breaks at the end.
#[derive(Clone, Copy, PartialEq)]
enum Chomp {
    Clip,
    Strip,
    Keep,
}

impl Cursor<'_> {
    /// The text after the `|` or `>` here; its lines stand right of column `parent`.
    pub(super) fn block_text(&mut self, parent: isize) -> Node {
        let style = if self.byte(0) == b'|' { Style::Literal } else { Style::Folded };
        let chomp = match self.byte(1) {
            b'-' => Chomp::Strip,
            b'+' => Chomp::Keep,
            _ => Chomp::Clip,
        };
        let mut end = self.at + 1 + usize::from(chomp != Chomp::Clip);
        while matches!(self.byte_at(end), b' ' | b'\t') {
            end += 1;
        }
        if !self.is_end(end) && !self.is_comment(end) {
            return self.bad_header();
        }
        if parent < 0 {
            let mark = Span::new(self.at, self.at + 1);
            self.fault(&faults::EXPECTED_ENTRY, mark, "a file cannot be one text").help =
                Some("write `key: value`".into());
        }
        let start = self.at;
        let mut end = self.line_end(end);
        let lines = self.block_lines(&mut end, parent);
        let text = assemble(&lines, style, chomp);
        let span = Span::new(start, start + self.text.get(start..end).unwrap_or_default().trim_end().len());
        self.take(PieceKind::Scalar, end);
        Node { kind: NodeKind::Scalar(Scalar { text: text.into(), style, span }), span }
    }

    fn bad_header(&mut self) -> Node {
        let span = Span::new(self.at, self.line_end(self.at));
        self.fault(&faults::TRAILING, span, "only `-` or `+` may follow `|` or `>` on this line").help =
            Some("begin the text on the next line, indented; indentation numbers are not supported".into());
        self.skip_line();
        Node { kind: NodeKind::Broken, span }
    }

    /// Reads the lines, without their indentation; `end` moves to the end of the last of them.
    fn block_lines<'t>(&mut self, end: &mut usize, parent: isize) -> Vec<&'t str>
    where
        Self: Text<'t>,
    {
        let text = self.whole();
        let (mut lines, mut indent) = (Vec::new(), None);
        let mut deepest_blank = 0;
        loop {
            let start = *end + self.break_at(*end);
            if start == *end || start >= text.len() {
                break;
            }
            let stop = self.line_end(start);
            let line = text.get(start..stop).unwrap_or_default();
            let spaces = line.len() - line.trim_start_matches(' ').len();
            let blank = spaces == line.len();
            if indent.is_none() && !blank && spaces.cast_signed() > parent.max(0) {
                indent = Some(spaces);
                self.mind_blanks(deepest_blank, spaces, start);
            }
            if !blank && indent.is_none_or(|n| spaces < n) {
                break;
            }
            deepest_blank = deepest_blank.max(spaces);
            lines.push(line.get(indent.unwrap_or(usize::MAX)..).unwrap_or_default());
            self.line_start = start;
            *end = stop;
        }
        lines
    }

    fn mind_blanks(&mut self, deepest: usize, indent: usize, at: usize) {
        if deepest > indent {
            let message = "an empty line above has more spaces than this first line of the text";
            self.fault(&faults::INDENTATION, Span::new(at, at + indent), message).help =
                Some("remove the spaces on the empty lines".into());
        }
    }
}

/// Gives the text with its own lifetime, so that lines outlive the cursor's borrow.
trait Text<'t> {
    fn whole(&self) -> &'t str;
}

impl<'t> Text<'t> for Cursor<'t> {
    fn whole(&self) -> &'t str {
        self.text
    }
}

fn assemble(lines: &[&str], style: Style, chomp: Chomp) -> String {
    let body = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    let (body, blanks) = lines.split_at(body);
    let mut text = if style == Style::Literal { body.join("\n") } else { folded(body) };
    match chomp {
        Chomp::Strip => {}
        Chomp::Clip if body.is_empty() => {}
        Chomp::Clip => text.push('\n'),
        Chomp::Keep => text.extend(std::iter::repeat_n('\n', blanks.len() + usize::from(!body.is_empty()))),
    }
    text
}

/// Joins lines with spaces; empty lines are breaks, lines that begin with a space stay lines.
fn folded(lines: &[&str]) -> String {
    let mut text = String::new();
    let (mut breaks, mut previous): (usize, Option<bool>) = (0, None);
    for line in lines {
        let more = line.starts_with([' ', '\t']);
        if line.is_empty() {
            breaks += 1;
            continue;
        }
        match previous {
            None => text.extend(std::iter::repeat_n('\n', breaks)),
            Some(before) if before || more => text.extend(std::iter::repeat_n('\n', breaks + 1)),
            Some(_) if breaks == 0 => text.push(' '),
            Some(_) => text.extend(std::iter::repeat_n('\n', breaks)),
        }
        text.push_str(line);
        (breaks, previous) = (0, Some(more));
    }
    text
}
